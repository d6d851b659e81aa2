import Numbering

/// What a state depends on besides the data and the day.
public struct StateOptions: Sendable {
  /// Days a certificate still counts after its last day.
  public var graceDays: Int
  /// How many threads may be used; the result does not depend on it.
  public var threads: Int

  public init(graceDays: Int = 0, threads: Int = 2) {
    self.graceDays = graceDays
    self.threads = threads
  }
}

/// Why a person is not approved in a category on a day, or that it is.
public enum ApprovalStanding: UInt8, Sendable {
  case approved, ended, notYet, otherCategory, none
}

/// Why a person is not certified on a day, or that it is.
public enum CertificationStanding: UInt8, Sendable {
  case certified, revoked, withdrawn, expired, ended, notYet, never
}

/// The supply chain as it stands on one day.
///
/// Masks hold a bit per category (`CategorySet`); self-provisions are left out of all flows.
public struct DayState: Sendable {
  public let chain: SupplyChain
  public let day: Day
  public let options: StateOptions

  /// Whether each provision is active and no self-provision: 1 or 0, in file order.
  package let active: [UInt8]
  /// Categories in which each operator has an active designation of its own.
  package let holder: [UInt8]
  /// Categories in which each operator's person is approved.
  package let approved: [UInt8]
  /// 1 where the operator's person is certified.
  package let certified: [UInt8]
  /// 1 where the operator is a user: role `user` without an active outflow.
  package let user: [UInt8]
  /// Categories in which each operator has an active outflow.
  package let outflow: [UInt8]
  /// Categories in which each operator has an active inflow.
  package let inflow: [UInt8]
  /// Levels, clean levels, tiers; nil when the dataset has no designations.
  package let levels: Levels?

  /// - Complexity: near-linear in operators, provisions and level pieces.
  public init(_ chain: SupplyChain, on day: Day, options: StateOptions = StateOptions()) {
    preconditionFailure("skeleton")
  }
}

/// The levels of SPEC §4 on one day, plain and clean.
package struct Levels: Sendable {
  /// Per category, the level of each operator; `noLevel` for none. nil for a category without active provision.
  package var byCategory: [[UInt32]?]
  package var cleanByCategory: [[UInt32]?]
  /// Per category, number-precise levels of the operators that pass ranges on.
  package var byNumber: [NumberLevels?]
  package var cleanByNumber: [NumberLevels?]
  /// The tier of each active provision, in file order; 0 for none.
  package var tiers: [UInt32]
}

/// Number-precise levels of the operators of one category, as sorted pieces.
///
/// Kept only for numbers that an operator passes on: the supplier's side is all that tiers ask for.
/// Invariants: pieces of one operator ascend, do not overlap, and adjacent ones differ in level.
package struct NumberLevels: Sendable {
  /// One longer than the number of operators.
  package var offsets: [UInt32]
  package var starts: [UInt64]
  /// Inclusive.
  package var ends: [UInt64]
  package var levels: [UInt32]
}
