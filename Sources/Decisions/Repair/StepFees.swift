import Audit
import Numbering
import SupplyChain

/// What each step costs by the fees of a policy.
struct StepFees {
  /// By person.
  private let certification: [UInt64]
  private let approval: UInt64
  /// Of ending a provision; nil when the policy does not say.
  let end: UInt64?

  /// - Complexity: O(operators + certifications).
  init(_ fees: Policy.Fees, _ state: DayState) {
    let chain = state.chain
    let timeline = CertificationTimeline(chain, graceDays: state.options.graceDays)
    let associations = chain.tables.operators.associations.unredacted
    let known = Set(fees.associations.map(Self.plain))
    certification = (0..<UInt32(chain.persons.count)).map { person in
      let isMember =
        !known.isEmpty
        && chain.persons.members(of: person).contains { x in
          associations[Int(x)].split(separator: ";").contains { known.contains(Self.plain(String($0))) }
        }
      let fee = isMember ? fees.members : fees.others
      let isRenewal = timeline.standing(of: person, on: state.day.ordinal) == .expired
      return isRenewal ? fee.renewal : fee.first
    }
    approval = fees.approval ?? 0
    end = fees.end
  }

  /// What a certification or an approval costs.
  func fee(of code: StepCode) -> UInt64 {
    code.category == nil ? certification[Int(code.person)] : approval
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
