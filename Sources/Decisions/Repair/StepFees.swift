import Audit
import Numbering
import SupplyChain

/// Which of the fees of a policy is asked for a certification.
public struct RepairFeeBasis: Sendable, Equatable {
  /// Whether its person is a member of one of the associations.
  public let isMember: Bool
  /// Whether it follows one that ran out.
  public let isRenewal: Bool
}

/// What each step costs by the fees of a policy.
struct StepFees: Sendable {
  private let fees: Policy.Fees
  private let timeline: CertificationTimeline
  private let persons: Grouping
  private let day: Day
  private let associations: TextColumn
  /// Names of the associations whose members pay less.
  private let known: Set<String>

  /// - Complexity: O(operators + certifications).
  init(_ fees: Policy.Fees, _ state: DayState) {
    let chain = state.chain
    self.fees = fees
    timeline = CertificationTimeline(chain, graceDays: state.options.graceDays)
    persons = chain.persons
    day = state.day
    associations = chain.tables.operators.associations.unredacted
    known = Set(fees.associations.map(Self.plain))
  }

  /// Of ending a provision; nil when the policy does not say.
  var end: UInt64? { fees.end }

  /// What a certification or an approval costs.
  ///
  /// - Complexity: O(operators of the person).
  func fee(of code: StepCode) -> UInt64 {
    guard let basis = basis(of: code) else { return fees.approval ?? 0 }
    let fee = basis.isMember ? fees.members : fees.others
    return basis.isRenewal ? fee.renewal : fee.first
  }

  /// Which fee is asked for a certification; nil for an approval.
  ///
  /// - Complexity: O(operators of the person).
  func basis(of code: StepCode) -> RepairFeeBasis? {
    if code.category != nil { return nil }
    return RepairFeeBasis(
      isMember: isMember(code.person),
      isRenewal: timeline.standing(of: code.person, on: day.ordinal) == .expired)
  }

  private func isMember(_ person: PersonIndex) -> Bool {
    if known.isEmpty { return false }
    for x in persons.members(of: person) where !associations.isBlank(Int(x)) {
      let names = associations[Int(x)].split(separator: ";")
      if names.contains(where: { known.contains(Self.plain(String($0))) }) { return true }
    }
    return false
  }

  /// A name of an association as it is compared: width-folded, without blanks around it.
  private static func plain(_ name: String) -> String {
    let scalars = WidthFolding.folded(name).unicodeScalars
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
