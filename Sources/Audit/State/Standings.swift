import Numbering
import SupplyChain

/// Why each person is or is not approved and certified on the day, and since when it is not.
package struct Standings: Sendable {
  /// By person and category: `person * Category.count + category`.
  package let approval: [ApprovalStanding]
  /// The ordinal of the first day of the unbroken run up to the day without approval, never before 1.
  package let unapprovedSince: [Int32]
  /// By person.
  package let certification: [CertificationStanding]
  /// The ordinal of the first day of the unbroken run up to the day without certification, never before 1.
  package let uncertifiedSince: [Int32]

  package init(_ state: DayState) {
    preconditionFailure("skeleton")
  }
}
