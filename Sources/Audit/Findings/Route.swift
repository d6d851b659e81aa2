import SupplyChain

/// How the numbers of a provision came: its tier and its chain.
public struct Route: Sendable, Equatable {
  /// nil when no chain reaches a holder.
  public let tier: Int?
  /// From the holder down to the provision, at most the hundred hops nearest to it; the provision alone without a tier.
  public let hops: [ProvisionIndex]
  /// Whether the chain begins at a holder.
  public var isRooted: Bool { tier != nil }
}

extension DayAudit {
  /// The route of the provision that a finding is keyed by; nil where the contract asks for none.
  ///
  /// Findings keyed otherwise, self-provisions and data without designations have no route.
  public func chain(of finding: Finding) -> Route? {
    guard finding.rule.keyKind == .provision, finding.rule != .selfProvision else { return nil }
    return route(of: finding.subject)
  }

  /// The route of an active provision; nil for data without designations.
  public func route(of p: ProvisionIndex) -> Route? {
    guard let levels = state.levels else { return nil }
    let tier = levels.tiers[Int(p)]
    return Route(tier: tier == 0 ? nil : Int(tier), hops: [p])
  }
}
