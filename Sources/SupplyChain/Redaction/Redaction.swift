import Bytes

/// What takes the place of names, telephone numbers and ids in a report that is shown to somebody outside.
///
/// Every pseudonym is a code of HMAC-SHA-256 under one secret key: the same key gives the same pseudonyms, in every
/// format and of every ledger, another key others, and nobody gets back from a pseudonym without the key.
public final class Redaction: Sendable {
  /// What is replaced.
  public enum Scope: String, Sendable, CaseIterable {
    /// Names and what else tells who somebody is: corporate, approval and certificate numbers, associations, groups,
    /// approvers, documents.
    case names
    /// Telephone numbers.
    case numbers
    /// Both, and the ids of operators, provisions, caps, restrictions and waivers.
    case all
  }

  /// The words that pseudonyms are made with; those of a language are in `Reporting`.
  public struct Words: Sendable {
    /// Stands before the code of an operator's name.
    public var operatorName: String
    /// Stands for a text that has no pseudonym of its own.
    public var withheld: String

    /// These words.
    public init(operatorName: String, withheld: String) {
      self.operatorName = operatorName
      self.withheld = withheld
    }
  }

  /// How many bytes a key has at least.
  public static let shortestKey = 16

  /// What is replaced.
  public let scope: Scope
  /// Eight characters that tell one key from another, and nothing else of it.
  public let keyID: String
  /// The words that pseudonyms are made with.
  public let words: Words
  /// How telephone numbers are shown; nil where they stay as they are.
  package let numbers: NumberMask?
  private let digests: HMACSHA256
  /// By `PseudonymKind.rawValue`.
  private let keys: [HMACSHA256]

  /// nil for a key that is too short.
  public init?(key: [UInt8], scope: Scope, words: Words) {
    guard key.count >= Self.shortestKey else { return nil }
    let root = HMACSHA256(key: key)
    self.scope = scope
    self.words = words
    // Keys of their own, so that equal texts of different kinds have nothing in common.
    keyID = PseudonymCode(root.code(of: "banken key id")).text(length: PseudonymCode.short)
    digests = HMACSHA256(key: root.code(of: "banken digest"))
    keys = PseudonymKind.allCases.map { HMACSHA256(key: root.code(of: "banken \($0.label)")) }
    numbers = scope == .names ? nil : NumberMask(HMACSHA256(key: root.code(of: "banken telephone number")))
  }

  /// Whether names and what tells who somebody is are replaced.
  public var replacesNames: Bool { scope != .numbers }
  /// Whether telephone numbers are replaced.
  public var replacesNumbers: Bool { scope != .names }
  /// Whether ids are replaced.
  public var replacesIDs: Bool { scope == .all }

  /// The code of a text among those of its kind.
  package func code(_ kind: PseudonymKind, _ text: UnsafeRawBufferPointer) -> PseudonymCode {
    PseudonymCode(keys[Int(kind.rawValue)].words(of: text))
  }

  /// The pseudonym of a text, such as `CA-7K2M9QX4RT8WD`; a blank text stays blank.
  package func pseudonym(_ kind: PseudonymKind, _ text: String) -> String {
    if text.isEmpty { return "" }
    var text = text
    return kind.prefix + text.withUTF8 { code(kind, UnsafeRawBufferPointer($0)) }.text(length: kind.length)
  }

  /// The id of a cap as it is shown.
  package func capID(_ id: String) -> String { replacesIDs ? pseudonym(.cap, id) : id }

  /// What is told in place of a digest: who guesses what a file holds could else see whether he is right.
  package func digest(_ sha256: String) -> String {
    SHA256.hexadecimal(digests.code(of: sha256))
  }
}

/// What a pseudonym stands for.
package enum PseudonymKind: UInt8, CaseIterable {
  case `operator`, provision, cap, restriction, waiver
  case corporateNumber, approvalNumber, certificateNumber, association, group, document, approver

  /// What its key is derived with; must never change.
  fileprivate var label: String {
    switch self {
    case .operator: "operator"
    case .provision: "provision"
    case .cap: "cap"
    case .restriction: "restriction"
    case .waiver: "waiver"
    case .corporateNumber: "corporate number"
    case .approvalNumber: "approval number"
    case .certificateNumber: "certificate number"
    case .association: "association"
    case .group: "group"
    case .document: "document"
    case .approver: "approver"
    }
  }

  /// What every pseudonym of the kind begins with: so none looks like a number or a date to a spreadsheet.
  package var prefix: String {
    switch self {
    case .operator: "OP-"
    case .provision: "PR-"
    case .cap: "CA-"
    case .restriction: "RE-"
    case .waiver: "WA-"
    case .corporateNumber: "LP-"
    case .approvalNumber: "AN-"
    case .certificateNumber: "CN-"
    case .association: "AS-"
    case .group: "GR-"
    case .document: "DO-"
    case .approver: "BY-"
    }
  }

  /// How many characters of the code are shown; of operators more where it takes more to tell them apart.
  package var length: Int {
    switch self {
    case .operator, .association, .approver: PseudonymCode.short
    default: PseudonymCode.long
    }
  }
}
