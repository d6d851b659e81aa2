import Numbering
import SupplyChain

/// Text folded for comparison: NFKC and lower case.
func foldedWord(_ text: String) -> String {
  WidthFolding.folded(text).lowercased()
}

/// The words an enumerated cell may hold, in both languages.
struct Vocabulary: Sendable {
  struct Word: Sendable {
    let english: String
    let japanese: String
    /// Raw value of the enumeration.
    let value: UInt8
  }

  let words: [Word]
  /// The value of a blank cell.
  let blank: UInt8

  init(blank: UInt8, _ words: [(english: String, japanese: String, value: UInt8)]) {
    self.blank = blank
    self.words = words.map { Word(english: $0.english, japanese: $0.japanese, value: $0.value) }
  }

  /// The value of a word, whatever its case and width; nil for none.
  func value(of text: String) -> UInt8? {
    let folded = foldedWord(text)
    return words.first { $0.english == folded || foldedWord($0.japanese) == folded }?.value
  }

  static let roles = Vocabulary(
    blank: OperatorRole.operator.rawValue,
    [
      ("operator", "電気通信事業者", OperatorRole.operator.rawValue),
      ("agent", "取次店", OperatorRole.agent.rawValue),
      ("user", "利用者", OperatorRole.user.rawValue),
    ])

  static let registrations = Vocabulary(
    blank: Registration.unknown.rawValue,
    [
      ("registered", "登録", Registration.registered.rawValue),
      ("notified", "届出", Registration.notified.rawValue),
      ("none", "なし", Registration.none.rawValue),
    ])

  static let bases = Vocabulary(
    blank: ApprovalBasis.approved.rawValue,
    [
      ("approved", "認定", ApprovalBasis.approved.rawValue),
      ("deemed", "みなし認定", ApprovalBasis.deemed.rawValue),
    ])

  static let approvalEndReasons = Vocabulary(
    blank: ApprovalEndReason.unknown.rawValue,
    [
      ("lapsed", "失効", ApprovalEndReason.lapsed.rawValue),
      ("cancelled", "取消", ApprovalEndReason.cancelled.rawValue),
    ])

  static let certificationEndReasons = Vocabulary(
    blank: CertificationEndReason.unknown.rawValue,
    [
      ("revoked", "取消", CertificationEndReason.revoked.rawValue),
      ("withdrawn", "辞退", CertificationEndReason.withdrawn.rawValue),
      ("expired", "期限切れ", CertificationEndReason.expired.rawValue),
    ])

  static let contracts = Vocabulary(
    blank: ContractForm.wholesale.rawValue,
    [
      ("wholesale", "卸契約", ContractForm.wholesale.rawValue),
      ("terms", "約款", ContractForm.terms.rawValue),
    ])

  static let clauses = Vocabulary(
    blank: ResaleClause.free.rawValue,
    [
      ("free", "自由", ResaleClause.free.rawValue),
      ("certified-only", "認証事業者限定", ResaleClause.certifiedOnly.rawValue),
      ("prohibited", "禁止", ResaleClause.prohibited.rawValue),
    ])

  static let restrictionKinds = Vocabulary(
    blank: RestrictionKind.suspendNumbers.rawValue,
    [
      ("suspend-numbers", "番号停止", RestrictionKind.suspendNumbers.rawValue),
      ("refuse-new", "新規提供拒否", RestrictionKind.refuseNew.rawValue),
      ("suspend-stock", "在庫停止", RestrictionKind.suspendStock.rawValue),
    ])
}
