import Audit
import Decisions
import Numbering
import SupplyChain

/// What to know of a candidate beside its verdict, in sentences.
extension ScreenSentences {
  private var names: LedgerNames { LedgerNames(chain.tables, language) }

  /// That nobody was designated some numbers of the range.
  func undesignated(_ numbers: UInt64, of candidate: ProvisionCandidate) -> String {
    if numbers == candidate.numbers {
      return Phrase(
        ja: "この範囲はどの番号指定にも含まれない。番号に誤りがないか確認する。",
        en: "The range lies outside every designation on record. Is the number right?")[language]
    }
    return language == .ja
      ? "この範囲のうち\(count(numbers))は、番号指定の記録がない。"
      : "\(count(numbers)) of the range without a designation on record."
  }

  /// That the supplier provides some numbers of the range already.
  func provided(_ found: ScreenCautions.ProvidedAlready) -> String {
    let to = name(chain.tables.provisions.recipients[Int(found.provision)])
    let provision = names.provision(found.provision)
    return language == .ja
      ? "卸元はこの範囲のうち\(count(found.numbers))を既に提供している（\(provision)、\(to)へ）。"
      : "The supplier provides \(count(found.numbers)) of the range already (\(provision), to \(to))."
  }

  /// A refusal or a suspension of stock: what, since when, by which document, for which categories.
  func restriction(_ row: UInt32) -> String {
    let table = chain.tables.restrictions
    let categories = Category.allCases.filter { table.categories[Int(row)].has($0) }
    let kinds = categories.map { $0.term[language] }.joined(separator: language == .ja ? "・" : ", ")
    let kind = table.kinds[Int(row)].term[language]
    return language == .ja
      ? "\(kind) \(names.restriction(row))、対象は\(kinds)" : "\(kind) \(names.restriction(row)), for \(kinds)"
  }

  /// Every caution about the candidate itself.
  ///
  /// - Parameter designation: whether to tell of numbers that nobody was designated.
  func cautions(
    _ cautions: ScreenCautions, of candidate: ProvisionCandidate, designation: Bool
  ) -> [String] {
    var all: [String] = []
    if designation, let numbers = cautions.undesignated, numbers > 0 {
      all.append(undesignated(numbers, of: candidate))
    }
    if let found = cautions.provided { all.append(provided(found)) }
    for (label, rows) in [
      (ScreenWords.supplier, cautions.onSupplier), (ScreenWords.recipient, cautions.onRecipient),
    ] {
      for row in rows {
        all.append("\(label[language]): \(restriction(row))")
      }
    }
    return all
  }

  /// What to settle before signing because of what is not on record, in a sentence.
  func gap(_ gap: PartnerGap, of candidate: ProvisionCandidate) -> String {
    let name = name(gap.operatorIndex)
    let phrase: Phrase =
      switch gap.kind {
      case .registrationUnknown:
        Phrase(
          ja: "登録届出: \(name)の登録・届出の記載がない。総務省の公表資料で確かめ、台帳に記録する。",
          en:
            "Registration: none is stated for \(name). Look it up in what the ministry publishes and record it."
        )
      case .unregistered:
        Phrase(
          ja: "登録届出: \(name)の登録届出は「なし」とされている。総務省の公表資料で確かめ、誤りであれば記録を直す。",
          en:
            "Registration: \(name) is entered as not registered. Look it up and correct the entry if it is wrong."
        )
      case .approvalUnrecorded:
        Phrase(
          ja: "認定: 台帳に認定の表がなく、判定していない。\(name)に認定番号・認定日・対象種別を照会し、台帳に記録する。",
          en:
            "Approval: not evaluated, as there is no table of approvals. Ask \(name) for number, date and categories "
            + "and record them.")
      case .approvalNumberMissing:
        Phrase(
          ja: "認定番号: \(name)の認定番号の記載がない。照会して台帳に記録する。",
          en: "Approval number: none is on record for \(name). Ask for it and record it.")
      case .approvalEnds(let day):
        Phrase(
          ja: "認定の終了: \(name)の認定は\(day)までと記載されており、提供期間中に終わる。その後の扱いを確かめる。",
          en:
            "End of approval: that of \(name) is entered to end on \(day), within the term. Ask what comes after."
        )
      case .serviceStartUnknown(let cap):
        Phrase(
          ja: "事業開始日: \(name)の事業開始日の記載がなく、事業実績による上限（\(self.cap(cap))）を正しく当てられない。照会して台帳に記録する。",
          en:
            "Start of service: none is on record for \(name), so that the cap on track record (\(self.cap(cap))) cannot "
            + "be applied rightly. Ask for it and record it.")
      case .certificationUnrecorded:
        Phrase(
          ja: "ETOC認証: 台帳に認証の表がなく、判定していない。\(name)の認証の有無をETOCの公表で確かめ、台帳に記録する。",
          en:
            "ETOC certification: not evaluated, as there is no table of certifications. Look \(name) up in what ETOC "
            + "publishes and record it.")
      case .certificateEnds(let day):
        Phrase(
          ja: "認証の更新: \(name)のETOC認証は\(day)までで、提供期間中に切れる。更新の予定を確かめる。",
          en:
            "Renewal: the ETOC certification of \(name) runs until \(day), within the term. Ask about its renewal."
        )
      case .restricted(let row):
        Phrase(
          ja: "利用停止・提供拒否: \(name)に\(restriction(row))。要請の範囲と解除の有無を要請元に確かめる。",
          en:
            "Restriction on \(name): \(restriction(row)). Ask the requesting authority for its extent and whether it is "
            + "lifted.")
      case .providedAlready(let found):
        Phrase(
          ja: "番号範囲: \(provided(found))終わっている提供であれば終了日を記録し、続いていれば重ならない範囲に改める。",
          en:
            "Range: \(provided(found)) If that has ended, record its last day; else choose a range that is free."
        )
      case .undesignated(let numbers):
        Phrase(
          ja: "番号範囲: \(undesignated(numbers, of: candidate))契約書及び総務省の公表資料と照合する。",
          en:
            "Range: \(undesignated(numbers, of: candidate)) Compare with the contract and what the ministry publishes."
        )
      }
    return phrase[language]
  }
}
