import Audit
import Decisions
import Numbering
import SupplyChain

/// The verdict in a sentence that is true of the whole page below it.
extension ScreenSentences {
  /// The verdict with a mark where some rule could not be evaluated for want of data.
  func label(_ verdict: ScreenVerdict, hidden: Int) -> String {
    let word = verdict.term[language]
    // A reason to refuse is one whatever else might be found.
    if hidden == 0 || verdict == .refuse { return word }
    return word
      + (language == .ja ? "（判定不能のルールがある）" : " (some rules were not evaluated)")
  }

  /// What the verdict means, apart from what a waiver covers, what was not evaluated and what would change elsewhere.
  func meaning(of screening: PartnerScreening) -> String {
    let answer = screening.answer
    let hidden = screening.cautions.hidden
    let graver = [Severity.violation, .warning].flatMap { severity in
      [Severity](repeating: severity, count: screening.worsening(severity))
    }
    let elsewhere = !graver.isEmpty
    if language == .ja {
      var text = ""
      if hidden > 0, answer.verdict != .refuse { text += "台帳に要る記載がないため判定できないルールが\(hidden)件ある。判定できた範囲では、" }
      if !answer.waived.isEmpty, answer.verdict != .refuse {
        text += "適用除外とした理由\(answer.waived.count)件（\(inWords(answer.waived.map(\.severity)))）を除けば、"
      }
      let own = elsewhere ? "この提供そのものを理由とする" : ""
      switch answer.verdict {
      case .accept:
        text += elsewhere ? "\(own)違反等も注意も生じない。" : "違反等にも注意にも当たる指摘は生じない。"
      case .conditional:
        text += "\(own)違反等は生じないが、求められている慣行を満たさない点がある。条件を整えるか、承知のうえで判断する。"
      case .refuse: text += "このままでは、是正を要する指摘が生じる。"
      }
      if elsewhere {
        text +=
          "\(answer.verdict == .refuse ? "また" : "ただし")、ほかの記載について\(inWords(graver))が"
          + "新たに生じ、又は増える（「\(ScreenWords.consequences.ja)」）。"
      }
      return text
    }
    var lead: [String] = []
    if hidden > 0, answer.verdict != .refuse {
      lead.append("as far as rules could be evaluated (\(hidden) lack data)")
    }
    if !answer.waived.isEmpty, answer.verdict != .refuse {
      lead.append("apart from \(answer.waived.count) waived (\(inWords(answer.waived.map(\.severity))))")
    }
    let own = elsewhere ? " by itself" : ""
    let core =
      switch answer.verdict {
      case .accept: "it would\(own) cause no violation and no warning."
      case .conditional:
        "it would\(own) cause no violation, but some practice asked for is not met: settle it, or decide knowingly."
      case .refuse: "as it stands it would cause something that has to be put right."
      }
    var text = (lead + [core]).joined(separator: ", ")
    text = text.prefix(1).uppercased() + text.dropFirst()
    if elsewhere {
      text +=
        " \(answer.verdict == .refuse ? "Besides," : "But") \(inWords(graver)) would appear or grow elsewhere (see \(ScreenWords.consequences.en))."
    }
    return text
  }

  /// Those severities that there are, with their counts.
  func inWords(_ severities: [Severity]) -> String {
    Severity.allCases.reversed().compactMap { severity -> String? in
      let count = severities.count { $0 == severity }
      if count == 0 { return nil }
      switch (severity, language) {
      case (.violation, .ja): return "違反等\(count)件"
      case (.warning, .ja): return "注意\(count)件"
      case (.notice, .ja): return "要確認\(count)件"
      case (.violation, .en): return plural(count, "violation")
      case (.warning, .en): return plural(count, "warning")
      case (.notice, .en): return plural(count, "notice")
      }
    }.joined(separator: language == .ja ? "、" : ", ")
  }

  func plural(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// How many numbers more there may be, by which cap, and when there may be more.
  ///
  /// Where something else than a cap forbids the provision only the room that is left is told.
  func headroom(of screening: PartnerScreening) -> (label: String, text: String) {
    let rooms = screening.headrooms
    guard let least = rooms.min(by: { $0.headroom < $1.headroom }) else {
      return (ScreenWords.room[language], noCaps(screening.cautions))
    }
    let reasons = screening.answer.reasons
    let isForbidden = reasons.contains {
      $0.severity == .violation && $0.rule != .capExceeded && $0.rule != .capExceededInTotal
    }
    let isEnough = rooms.allSatisfy { !$0.isReason }
    let wanted = screening.candidate.numbers
    var text: String
    if least.headroom == 0 {
      text = language == .ja ? "残りなし" : "none left"
    } else if isForbidden {
      text = count(least.headroom)
    } else if language == .ja {
      text = "\(isEnough ? "" : "希望の\(count(wanted))は不可、")あと\(count(least.headroom))まで可"
    } else {
      text =
        isEnough
        ? "yes, up to \(count(least.headroom))" : "not \(count(wanted)), but up to \(count(least.headroom))"
    }
    text +=
      language == .ja
      ? "（\(cap(least.cap))、\(least.scope.term.ja): 上限\(count(least.maximum))、現在\(count(least.numbers))）"
      : " (\(cap(least.cap)), \(least.scope.term.en): at most \(count(least.maximum)), now \(count(least.numbers)))"
    let label = (isForbidden ? ScreenWords.room : ScreenWords.headroom)[language]
    guard let growth = screening.outlook.growth else { return (label, text) }
    if let room = growth.headroom {
      text +=
        language == .ja ? "。\(growth.day)からは\(count(room))まで" : "; from \(growth.day) up to \(count(room))"
    } else {
      text += language == .ja ? "。\(growth.day)から上限の適用なし" : "; from \(growth.day) no cap applies"
    }
    return (label, text)
  }

  /// That no cap applies, or that there is none to apply.
  func noCaps(_ cautions: ScreenCautions) -> String {
    let lack = cautions.notEvaluated.first { $0.rule == .capExceeded }?.reason
    guard lack == .noCaps else { return ScreenWords.noCaps[language] }
    let why = NotEvaluated.noCaps.explanation[language]
    return language == .ja ? "判定不能（\(why)）" : "not evaluated (\(why))"
  }
}
