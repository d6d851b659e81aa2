import Decisions
import Numbering
import SupplyChain

/// Words of what is about to change.
enum HorizonWords {
  static let title = Phrase(ja: "番号流通経路 今後の見通し", en: "Telephone-number supply chain: what is about to change")
  static let seen = Phrase(ja: "基準日", en: "Seen from")
  static let span = Phrase(ja: "見通す期間", en: "Days ahead")
  static let result = Phrase(ja: "結果", en: "Result")
  static let changes = Phrase(
    ja: "指摘が始まる日、終わる日（指摘がある最初の日、なくなる最初の日）",
    en: "Findings that start or end, by their first day with or without")
  static let renewals = Phrase(ja: "更新の期限", en: "Renewals due")
  static let renewalsByDay = Phrase(ja: "更新の期限（有効な最終日）", en: "Renewals due, by the last day that counts")
  static let links = Phrase(
    ja: "流通経路で最初に途切れる箇所（途切れる最初の日）",
    en: "Weakest links of the chains, by the first day without them")
  static let nothing = Phrase(ja: "この期間に始まる指摘も終わる指摘もない", en: "no finding starts or ends in these days")
  static let noRenewals = Phrase(ja: "この期間に切れるものはない", en: "nothing runs out in these days")
  static let noLinks = Phrase(
    ja: "この期間に途切れる流通経路はない", en: "no link of a chain breaks in these days")
  static let noLevels = Phrase(
    ja: "番号指定の表がないか、番号範囲が細かく分かれすぎ、流通経路を求められない",
    en: "no chains are known: there is no table of designations, or ranges are too fragmented")
  static let starts = Phrase(ja: "開始", en: "starts")
  static let ends = Phrase(ja: "終了", en: "ends")
  static let lastDay = Phrase(ja: "最終日", en: "last day")
  static let assumption = Phrase(
    ja: "台帳が今のまま変わらないとした場合の見通しで、更新や新たな提供は見込まない。",
    en: "As the ledger stands: no renewal and no new provision is assumed.")

  /// A restriction that begins or ends.
  static func restriction(_ kind: RestrictionKind, ends: Bool) -> Phrase {
    let name =
      switch kind {
      case .suspendNumbers: Phrase(ja: "番号停止", en: "suspension of numbers")
      case .refuseNew: Phrase(ja: "新規提供拒否", en: "refusal of new numbers")
      case .suspendStock: Phrase(ja: "在庫停止", en: "suspension of stock")
      }
    return Phrase(
      ja: name.ja + (ends ? "が終わる" : "が始まる"), en: name.en + (ends ? " is over" : " begins"))
  }

  /// What takes effect, without whose it is.
  static func kind(_ kind: HorizonEvent.Kind) -> Phrase {
    switch kind {
    case .certificateEnds: Phrase(ja: "ETOC認証が切れる", en: "ETOC certification ends")
    case .certificateBegins: Phrase(ja: "ETOC認証が始まる", en: "ETOC certification begins")
    case .approvalEnds: Phrase(ja: "認定が終わる", en: "approval ends")
    case .approvalBegins: Phrase(ja: "認定が始まる", en: "approval begins")
    case .designationEnds: Phrase(ja: "番号指定が返還される", en: "designation is returned")
    case .designationBegins: Phrase(ja: "番号指定が始まる", en: "designation begins")
    case .waiverEnds: Phrase(ja: "適用除外が期限を迎える", en: "waiver runs out")
    case .waiverBegins: Phrase(ja: "適用除外が始まる", en: "waiver begins")
    case .provisionEnds: Phrase(ja: "番号提供が終わる", en: "provision ends")
    case .provisionBegins: Phrase(ja: "番号提供が始まる", en: "provision begins")
    case .trackRecord: Phrase(ja: "事業実績が提供上限の適用条件の月数に達する", en: "track record passes a boundary of a cap")
    case .capEnds: Phrase(ja: "提供上限の適用が終わる", en: "cap no longer applies")
    case .capBegins: Phrase(ja: "提供上限の適用が始まる", en: "cap begins to apply")
    case .restrictionEnds: Phrase(ja: "利用停止・提供拒否が終わる", en: "restriction is over")
    case .restrictionBegins: Phrase(ja: "利用停止・提供拒否が始まる", en: "restriction begins")
    case .recordedDay: Phrase(ja: "台帳に記載の申告日・確認日になる", en: "a recorded day of declaration or check is reached")
    case .requirementBegins: Phrase(ja: "方針の定める適用開始日になる", en: "a requirement of the policy begins")
    case .several: Phrase(ja: "同じ日の複数の変化による", en: "several changes of that day together")
    }
  }
}

/// Names what an event is about.
struct HorizonSubjects {
  let horizon: Horizon
  let language: Language
  private let tables: Tables

  init(_ horizon: Horizon, _ language: Language) {
    self.horizon = horizon
    self.language = language
    tables = horizon.audit.merged.state.chain.tables
  }

  /// What takes effect, without whose it is.
  func kind(of event: HorizonEvent) -> String {
    if event.kind == .restrictionEnds || event.kind == .restrictionBegins, let row = event.row {
      return HorizonWords.restriction(tables.restrictions.kinds[row], ends: event.kind == .restrictionEnds)[
        language]
    }
    return HorizonWords.kind(event.kind)[language]
  }

  /// The id of the row it is about, as the contract names it: a member and its value; nil where there is none.
  func row(of event: HorizonEvent) -> (member: StaticString, id: String)? {
    guard let row = event.row else { return nil }
    switch event.kind {
    case .certificateEnds, .certificateBegins:
      return ("certificate_number", tables.certifications.certificateNumbers[row])
    case .approvalEnds, .approvalBegins: return ("approval_number", tables.approvals.approvalNumbers[row])
    case .designationEnds, .designationBegins: return nil
    case .waiverEnds, .waiverBegins: return ("waiver_id", tables.waivers.ids[row])
    case .provisionEnds, .provisionBegins, .recordedDay: return ("provision_id", tables.provisions.ids[row])
    case .trackRecord, .capEnds, .capBegins: return ("cap_id", horizon.audit.merged.caps.id(of: row))
    case .restrictionEnds, .restrictionBegins: return ("restriction_id", tables.restrictions.ids[row])
    case .requirementBegins, .several: return nil
    }
  }

  /// Who and what it is about, safe for a terminal: `帆影回線流通㈱ (OP10), ETOC-25-010`; empty for nobody.
  func text(of event: HorizonEvent) -> String {
    var parts: [String] = []
    let chain = horizon.audit.merged.state.chain
    if let x = event.operatorIndex { parts.append(chain.shownName(x, language)) }
    if let category = event.category { parts.append(category.term[language]) }
    if let row = event.row {
      switch event.kind {
      case .provisionEnds, .provisionBegins, .recordedDay:
        let (u, v) = (tables.provisions.suppliers[row], tables.provisions.recipients[row])
        let (from, to) = (chain.shownName(u, language), chain.shownName(v, language))
        parts.append("\(cut(tables.provisions.ids[row])) \(from) → \(to)")
      case .designationEnds, .designationBegins:
        let (start, end) = (tables.designations.rangeStarts[row], tables.designations.rangeEnds[row])
        parts.append(NumberTexts(tables).range(start, end, language))
      default:
        if let id = self.row(of: event)?.id, !id.isEmpty { parts.append(cut(id)) }
      }
    }
    return parts.joined(separator: language == .ja ? "、" : ", ")
  }

  /// The file and line of the row it rests on; nil for data that came from no file.
  func source(of event: HorizonEvent) -> (file: String, line: Int)? {
    guard let row = event.row else { return nil }
    let table: TableName
    switch event.kind {
    case .certificateEnds, .certificateBegins: table = .certifications
    case .approvalEnds, .approvalBegins: table = .approvals
    case .designationEnds, .designationBegins: table = .designations
    case .waiverEnds, .waiverBegins: table = .waivers
    case .provisionEnds, .provisionBegins, .recordedDay: table = .provisions
    case .restrictionEnds, .restrictionBegins: table = .restrictions
    case .trackRecord, .capEnds, .capBegins:
      guard let row = horizon.audit.merged.caps.row(of: row) else { return nil }
      return tables.origin(of: .caps).line(of: row).map { (tables.origin(of: .caps).file, $0) }
    case .requirementBegins, .several: return nil
    }
    return tables.origin(of: table).line(of: row).map { (tables.origin(of: table).file, $0) }
  }

  private func cut(_ text: String) -> String {
    var buffer = TextBuffer()
    buffer.append(text, .cut(columns: FindingEntry.nameColumns))
    return buffer.text
  }
}
