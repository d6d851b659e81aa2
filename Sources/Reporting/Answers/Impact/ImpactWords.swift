import Audit
import Bytes
import Decisions
import SupplyChain

/// The words of `impact`.
enum ImpactWords {
  static func title(_ event: ImpactEvent) -> Phrase {
    switch event {
    case .certificate:
      Phrase(ja: "ETOC認証が取り消された場合の影響", en: "What changes if the ETOC certification is revoked")
    case .approval:
      Phrase(ja: "番号使用計画の認定が失効した場合の影響", en: "What changes if the approval lapses")
    case .exit: Phrase(ja: "事業から撤退した場合の影響", en: "What changes if the operator leaves the business")
    }
  }

  static let operatorLabel = Phrase(ja: "対象事業者", en: "Operator")
  static let samePerson = Phrase(ja: "同一法人", en: "Same person")
  static let standing = Phrase(ja: "現在", en: "Standing")
  static let ends = Phrase(ja: "終わるもの", en: "What ends")

  /// Beside the other operators of the person: the event befalls them too.
  static let befallenToo = Phrase(ja: "（ともに対象）", en: " (befallen too)")

  /// That something cannot be told, and why.
  static func notEvaluated(_ reason: NotEvaluated) -> Phrase {
    Phrase(
      ja: "\(Words.notEvaluated.ja): \(reason.explanation.ja)",
      en: "\(Words.notEvaluated.en): \(reason.explanation.en)")
  }

  /// How an operator stands in something of which the table is absent.
  static func unknown(_ subject: Phrase, without table: TableName) -> Phrase {
    let reason = NotEvaluated.noTable(table).explanation
    return Phrase(
      ja: "\(subject.ja)は\(Words.notEvaluated.ja)（\(reason.ja)）",
      en: "\(subject.en) \(Words.notEvaluated.en) (\(reason.en))")
  }

  static let approvalSubject = Phrase(ja: "認定", en: "approval")
  static let certificationSubject = Phrase(ja: "ETOC認証の有無", en: "ETOC certification")
  static let chainsSubject = Phrase(
    ja: "認証事業者だけの流通経路を失う事業者", en: "who loses the last chain of certified operators")
  static let numbersSubject = Phrase(
    ja: "経路が残る事業者が番号ごとに経路を失うか", en: "for which numbers those that keep a chain lose theirs")

  /// That some rules could not be evaluated.
  static func unjudged(_ rules: Int, _ language: Language) -> String {
    language == .ja
      ? "判定不能のルールは\(grouped(rules))件"
      : "\(grouped(rules)) rule\(rules == 1 ? " was" : "s were") not evaluated"
  }

  /// The rules that could not be evaluated, by name.
  static func unjudged(_ rules: [String]) -> Phrase {
    let list = rules.joined(separator: ", ")
    return Phrase(ja: "判定不能のルールがある: \(list)", en: "rules that were not evaluated: \(list)")
  }

  /// That the event ends nothing.
  static func nothing(_ event: ImpactEvent) -> Phrase {
    switch event {
    case .certificate:
      Phrase(
        ja: "この日に有効なETOC認証がないため、取消によって変わることはない",
        en: "it has no certification in force on this day: nothing changes")
    case .approval:
      Phrase(
        ja: "この日に有効な認定も番号指定もないため、失効によって変わることはない",
        en: "it has neither approval nor designation in force on this day: nothing changes")
    case .exit:
      Phrase(
        ja: "この日に有効な認定、認証、番号指定、番号提供がいずれもないため、撤退によって変わることはない",
        en:
          "it has no approval, certification, designation or provision in force on this day: nothing changes")
    }
  }

  /// What was ended, in words.
  static func ended(_ ended: Impact.Ended, _ event: ImpactEvent, _ language: Language) -> String {
    var parts: [String] = []
    func add(_ count: Int, ja: String, en: String, many: String? = nil) {
      if count == 0 { return }
      parts.append(
        language == .ja
          ? "\(ja)\(grouped(count))件" : "\(grouped(count)) \(count == 1 ? en : many ?? en + "s")")
    }
    add(ended.certifications, ja: "ETOC認証", en: "certification")
    add(ended.approvals, ja: "認定", en: "approval")
    if event == .exit {
      add(ended.designations, ja: "番号指定", en: "designation")
    } else {
      add(
        ended.designations, ja: "番号指定による認定", en: "approval by designation",
        many: "approvals by designation")
    }
    add(ended.provisions, ja: "番号提供", en: "provision")
    return parts.joined(separator: language == .ja ? "、" : ", ")
  }

  static let chains = Phrase(ja: "認証事業者だけの流通経路", en: "Chains of certified operators")
  static let noChains = Phrase(
    ja: "認証事業者だけを経る流通経路で、対象事業者を通るものはない。",
    en: "No chain of certified operators runs through it.")
  static let approvalKeepsChains = Phrase(
    ja: "認定の失効は、認証事業者だけを経る流通経路を変えない。",
    en: "Chains of certified operators rest on certification: they stay as they are.")
  static let lose = Phrase(ja: "経路を失う", en: "lose all")
  static let keep = Phrase(ja: "経路が残る", en: "keep one")
  /// Of the numbers of those that keep one.
  static let losing = Phrase(ja: "うち経路を失う番号", en: "of them losing all")
  /// Before the names of those that lose.
  static let losers = Phrase(ja: "経路を失う事業者", en: "lose all")
  /// Before the names of those that keep one, but not for all of their numbers.
  static let losingKeepers = Phrase(
    ja: "経路は残るが、経路を失う番号がある事業者", en: "keep one, but lose all for some numbers")
  static let chainsNote = Phrase(
    ja: """
      経路を失う事業者は、番号指定事業者から認証事業者だけを経て届く流通経路が一つも残らないもの。ほかの経路が残る事業者は、\
      対象事業者を通る経路のほかにも経路があるもの。番号数は、それらの事業者がその種別で提供を受けている番号の合計。\
      うち経路を失う番号は、経路が残る事業者の番号を一つずつ見て、その番号について認証事業者だけの経路が残らないもの\
      （数だけの提供は、卸元に経路が残るかどうかで見る）。
      """,
    en: """
      Those that lose all have no chain of certified operators from a holder any more; those that keep one have \
      another besides the one through this operator. Numbers are those they receive in the category, together; \
      of the latter, those losing all have no such chain left, number by number (count-only provisions by whether \
      their supplier keeps one).
      """)
  static let itself = Phrase(
    ja: "対象事業者自身も経路を失う種別", en: "operators of the same person lose all in")

  static let tell = Phrase(ja: "知らせる相手", en: "Whom to tell")
  static let tellTable = Phrase(
    ja: "通知先の表は --format csv --list notify で出力できる。",
    en: "--format csv --list notify gives this list as a table.")
  /// Beside an empty table.
  static let nobodyToList = Phrase(ja: "知らせる相手はない。", en: "Nobody has to be told.")
  static let tellNobody = Phrase(ja: "知らせる相手はない。", en: "Nobody.")
  /// Where nobody's certification is on record.
  static let unknownCertified = Phrase(
    ja: "ETOC認証の有無が分からない相手（「ETOC認証」の表がない）",
    en: "Certification unknown (no table certifications)")
  static let uncertified = Phrase(
    ja: "ETOC認証のない相手（台帳を持つ側から知らせなければ伝わらない）",
    en: "Not certified: they hear it only from you")

  /// What the certified counterparties hear without you.
  static func certified(_ event: ImpactEvent, _ ended: Impact.Ended) -> Phrase {
    switch event {
    case .exit where ended.certifications == 0:
      Phrase(
        ja: "ETOC認証のある相手（番号の返還や提供の終了はETOCからは通知されない）",
        en: """
          Certified: ETOC does not tell of returned numbers and ended provisions, so they too hear it only from you
          """)
    case .certificate:
      Phrase(ja: "ETOC認証のある相手（消除はETOCから通知される）", en: "Certified: ETOC tells them of the removal")
    case .approval:
      Phrase(
        ja: "ETOC認証のある相手（認定の失効はETOCからは通知されない）",
        en: "Certified: ETOC does not tell of approvals, so they too hear it only from you")
    case .exit:
      Phrase(
        ja: "ETOC認証のある相手（認証の消除はETOCから通知されるが、番号の返還や提供の終了は通知されない）",
        en: "Certified: ETOC tells them of the removal, but not of returned numbers and ended provisions")
    }
  }

  static let changes = Phrase(ja: "ルール別の変化", en: "Changes by rule")
  static let appear = Phrase(ja: "発生", en: "appear")
  static let vanish = Phrase(ja: "解消", en: "vanish")
  static let appearUnderWaiver = Phrase(ja: "発生（除外）", en: "appear, waived")
  static let vanishUnderWaiver = Phrase(ja: "解消（除外）", en: "vanish, waived")
  static let grown = Phrase(ja: "番号数増", en: "grow")
  static let shrunk = Phrase(ja: "番号数減", en: "shrink")
  static let raised = Phrase(ja: "重大度上昇", en: "graver")
  static let lowered = Phrase(ja: "重大度低下", en: "milder")
  static let noChanges = Phrase(ja: "変わる指摘はない。", en: "No finding changes.")
  static let noneToList = Phrase(
    ja: "現れる指摘も消える指摘もない。", en: "No finding appears or vanishes.")
  static let appearing = Phrase(ja: "現れる指摘事項", en: "Findings that appear")
  static let appearingWaived = Phrase(
    ja: "現れるが適用除外に当たる指摘事項", en: "Findings that appear under a waiver")
  static let vanishing = Phrase(ja: "消える指摘事項", en: "Findings that vanish")
  static let vanishingWaived = Phrase(
    ja: "消える適用除外の指摘事項", en: "Waived findings that vanish")

  static let hypothetical = Phrase(
    ja: "仮に起きた場合の試算であり、データは変更していない。ETOC認証の有無は、取引を判断する一要素である（事業法6条・121条）。",
    en: """
      This is what would be found; the data are unchanged. ETOC certification is one factor of a free business \
      decision (Business Act, arts. 6 and 121).
      """)

  static func more(_ rest: Int, _ language: Language) -> String {
    language == .ja
      ? "…ほか\(grouped(rest))者（--all ですべて表示）" : "… and \(grouped(rest)) more (--all lists them)"
  }
}
