import Audit
import Bytes
import Decisions

/// What an impact comes to, in one line.
struct ImpactAnswer {
  let impact: Impact
  let language: Language

  var line: String {
    if let reason = impact.notEvaluated { return ImpactWords.notEvaluated(reason)[language] }
    if impact.ended.isNothing { return ImpactWords.nothing(impact.event)[language] }
    return language == .ja ? japanese : english
  }

  /// The numbers of those that keep a chain that lose theirs, the categories together; nil when not known of some.
  private var losingNumbers: UInt64? {
    var sum: UInt64 = 0
    for loss in impact.losses {
      guard let numbers = loss.keptLosingNumbers else { return nil }
      sum += numbers
    }
    return sum
  }

  private var japanese: String {
    let (appear, vanish) = (impact.appearing.summary, impact.vanishing.summary)
    var counts = [
      "違反等 \(grouped(appear.violations))件", "注意 \(grouped(appear.warnings))件",
      "要確認 \(grouped(appear.notices))件",
    ]
    if appear.waived > 0 { counts.append("ほか適用除外 \(grouped(appear.waived))件") }
    var parts = [
      "指摘が\(grouped(impact.total.appear))件現れ（\(counts.joined(separator: "、"))）、"
        + "\(grouped(impact.total.vanish))件消える"
        + (vanish.waived > 0 ? "（ほか適用除外 \(grouped(vanish.waived))件）" : "")
    ]
    if impact.total.raised > 0 { parts.append("重大度が上がる指摘は\(grouped(impact.total.raised))件") }
    if !impact.unjudged.isEmpty { parts.append(ImpactWords.unjudged(impact.unjudged.count, language)) }
    if impact.event != .approval {
      if let lost = impact.losers {
        parts.append("認証事業者だけの流通経路を失うのは\(grouped(lost))者")
        switch losingNumbers {
        case 0: break
        case let numbers?: parts.append("経路が残る事業者も、\(grouped(numbers))番号については経路を失う")
        case nil: parts.append("\(ImpactWords.numbersSubject.ja)は\(Words.notEvaluated.ja)")
        }
      } else {
        parts.append("\(ImpactWords.chainsSubject.ja)は\(Words.notEvaluated.ja)")
      }
    }
    let told = impact.notified.count
    parts.append(
      "知らせる相手は\(grouped(told))者"
        + (impact.uncertifiedToTell.map { "（うちETOC認証なし \(grouped($0))者）" }
          ?? "（\(ImpactWords.certificationSubject.ja)は\(Words.notEvaluated.ja)）"))
    return parts.joined(separator: "。") + "。"
  }

  private var english: String {
    func plural(_ count: Int, _ noun: String) -> String {
      "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
    }
    let (appear, vanish) = (impact.appearing.summary, impact.vanishing.summary)
    let total = impact.total
    var parts = [
      "\(plural(total.appear, "finding")) appear\(total.appear == 1 ? "s" : "") "
        + "(\(plural(appear.violations, "violation")), \(plural(appear.warnings, "warning")), "
        + "\(plural(appear.notices, "notice"))"
        + (appear.waived > 0 ? ", and \(grouped(appear.waived)) under a waiver" : "")
        + "), \(grouped(total.vanish)) vanish\(total.vanish == 1 ? "es" : "")"
        + (vanish.waived > 0 ? " (and \(grouped(vanish.waived)) under a waiver)" : "")
    ]
    if total.raised > 0 {
      parts.append("\(grouped(total.raised)) become\(total.raised == 1 ? "s" : "") graver")
    }
    if !impact.unjudged.isEmpty { parts.append(ImpactWords.unjudged(impact.unjudged.count, language)) }
    if impact.event != .approval {
      if let lost = impact.losers {
        parts.append(
          "\(plural(lost, "operator")) lose\(lost == 1 ? "s" : "") the last chain of certified operators")
        switch losingNumbers {
        case 0: break
        case let numbers?:
          parts.append("those that keep one lose it for \(grouped(numbers)) of their numbers")
        case nil: parts.append("\(ImpactWords.numbersSubject.en) is \(Words.notEvaluated.en)")
        }
      } else {
        parts.append("\(ImpactWords.chainsSubject.en) is \(Words.notEvaluated.en)")
      }
    }
    parts.append(
      "\(grouped(impact.notified.count)) to tell, "
        + (impact.uncertifiedToTell.map { "\(grouped($0)) of them not certified" }
          ?? "their certification \(Words.notEvaluated.en)"))
    return parts.joined(separator: "; ")
  }
}
