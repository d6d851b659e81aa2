import Numbering

/// What a state depends on besides the data and the day.
public struct StateOptions: Sendable {
  /// Days a certificate still counts after its last day.
  public var graceDays: Int
  /// How many threads may be used; the result does not depend on it.
  public var threads: Int

  /// How many pieces number-precise levels may fall into in one category; nil for some times the rows of the data.
  ///
  /// With more there are no levels, and `DayState.isTooFragmented` says so.
  public var mostPieces: Int?

  /// Whether levels are worked out; without them there are no tiers either.
  package var findsLevels = true

  /// Options with these values.
  public init(graceDays: Int = 0, threads: Int = 2, mostPieces: Int? = nil) {
    self.graceDays = graceDays
    self.threads = threads
    self.mostPieces = mostPieces
  }
}

/// Why a person is not approved in a category on a day, or that it is.
public enum ApprovalStanding: UInt8, Sendable {
  /// It is.
  case approved
  /// Its records have ended.
  case ended
  /// Its records begin later.
  case notYet
  /// Its records are of other categories.
  case otherCategory
  /// No record.
  case none
}

/// Why a person is not certified on a day, or that it is.
public enum CertificationStanding: UInt8, Sendable {
  /// It is.
  case certified
  /// 取消.
  case revoked
  /// 辞退.
  case withdrawn
  /// It ran out.
  case expired
  /// Removed without a stated reason.
  case ended
  /// Its records begin later.
  case notYet
  /// No record.
  case never
}

/// The supply chain as it stands on one day.
///
/// Masks hold a bit per category (`CategorySet`); self-provisions are left out of all flows.
public struct DayState: Sendable {
  /// What it is a state of.
  public let chain: SupplyChain
  /// The day it describes.
  public let day: Day
  /// What it depends on besides.
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
  /// Per category, the active designations of each operator; nil where there is none.
  package let designated: [SpanTable?]
  /// Levels, clean levels, tiers; nil when the dataset has no designations, or when it is too fragmented.
  package let levels: Levels?

  /// Whether there are no levels because numbers of alternating levels pass so many hops that they cannot be kept.
  public var isTooFragmented: Bool {
    levels == nil && options.findsLevels && chain.tables.designations.origin.isPresent
  }

  /// Works out the state of a day.
  ///
  /// - Complexity: near-linear in operators, provisions and level pieces.
  public init(_ chain: SupplyChain, on day: Day, options: StateOptions = StateOptions()) {
    self.chain = chain
    self.day = day
    self.options = options
    let masks = StateMasks(chain, on: day, graceDays: options.graceDays, threads: options.threads)
    active = masks.active
    holder = masks.holder
    approved = masks.approved
    certified = masks.certified
    user = masks.user
    outflow = masks.outflow
    inflow = masks.inflow
    designated = SpanTable.designations(of: chain, on: day)
    levels =
      options.findsLevels && chain.tables.designations.origin.isPresent
      ? Levels(chain, masks, designated: designated, options: options) : nil
  }

  /// The state of the same day with approvals and certifications as another chain has them.
  ///
  /// The chain must be that of the state but for the days of its approvals and certifications and for what its
  /// designations prove; what provisions and designations decide is taken over.
  ///
  /// - Complexity: O(operators), and near-linear in the provisions of the categories whose clean levels may change.
  package init(_ base: DayState, provenBy chain: SupplyChain) {
    self.chain = chain
    day = base.day
    options = base.options
    let masks = StateMasks(base, provenBy: chain)
    active = masks.active
    holder = masks.holder
    approved = masks.approved
    certified = masks.certified
    user = masks.user
    outflow = masks.outflow
    inflow = masks.inflow
    designated = base.designated
    levels = base.levels.flatMap { Levels($0, of: base, masks, chain) }
  }
}
