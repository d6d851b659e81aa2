import SupplyChain

/// How the numbers of a provision came: its tier and its chain.
public struct Route: Sendable, Equatable {
  /// nil when no chain reaches a holder.
  public let tier: Int?
  /// From the holder down to the provision, at most the hundred hops nearest to it; the provision alone
  /// without a tier.
  public let hops: [ProvisionIndex]
  /// Whether the chain begins at a holder.
  public var isRooted: Bool { tier != nil }
}

/// Finds the routes of provisions, remembering what it found out; use one per thread.
public struct RouteFinder: Sendable {
  private let state: DayState
  private let hasLevels: Bool
  private var finder: ChainFinder
  /// The answer to every question, once known from elsewhere; the inner nil stands for no route.
  package var known: Route??

  /// A finder that has found nothing yet.
  public init(_ state: DayState) {
    self.state = state
    hasLevels = state.levels != nil
    finder = ChainFinder(state)
  }

  /// The route of the provision that a finding is keyed by; nil where the contract asks for none.
  ///
  /// Findings keyed otherwise, self-provisions and data without designations have no route.
  ///
  /// - Complexity: O(hops · log *n*), and once for each operator met O(its inflows).
  public mutating func route(of finding: Finding) -> Route? {
    if let known { return known }
    guard finding.rule.hasRoutes else { return nil }
    return route(of: finding.subject)
  }

  /// The route of an active provision; nil for data without designations.
  ///
  /// - Complexity: O(hops · log *n*), and once for each operator met O(its inflows).
  public mutating func route(of p: ProvisionIndex) -> Route? {
    guard state.levels != nil else { return nil }
    return Route(tier: state.tier(of: p), hops: finder.chain(of: p).hops)
  }

  /// Appends the hops of a finding's route, as in `Route`, and returns its tier: 0 without one, nil without a route.
  ///
  /// - Complexity: as `route(of:)`.
  package mutating func appendRoute(of finding: Finding, to hops: inout [ProvisionIndex]) -> UInt32? {
    guard hasLevels, finding.rule.hasRoutes else { return nil }
    let first = hops.count
    let tier = finder.appendHops(of: finding.subject, to: &hops)
    var (low, high) = (first, hops.count - 1)
    while low < high {
      hops.swapAt(low, high)
      low += 1
      high -= 1
    }
    return tier
  }
}

extension RuleID {
  /// Whether its findings carry a tier and a chain.
  package var hasRoutes: Bool { keyKind == .provision && self != .selfProvision }
}
