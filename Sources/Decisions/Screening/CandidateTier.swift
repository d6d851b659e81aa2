import Numbering
import SupplyChain

/// How far from the holder the numbers of a candidate have come, from the levels of its supplier without it.
struct CandidateTier {
  /// Numbers beyond the greatest tier that is no second-tier resale.
  private(set) var beyond: UInt64 = 0
  /// Numbers that have a level and no clean one.
  private(set) var unclean: UInt64 = 0
  /// The tier; nil when no number comes from a holder.
  private(set) var tier: Int?

  init(_ candidate: ProvisionCandidate, _ state: DayState, maximum: Int) {
    guard state.levels != nil else { return }
    let (u, category) = (candidate.supplier, candidate.category)
    guard let span = candidate.span else {
      guard let level = state.level(of: u, in: category) else { return }
      tier = level + 1
      if level + 1 > maximum { beyond = candidate.numbers }
      if state.cleanLevel(of: u, in: category) == nil { unclean = candidate.numbers }
      return
    }
    var levelled: UInt64 = 0
    for part in state.levelSpans(of: u, in: category, from: span.lowerBound, through: span.upperBound) {
      levelled += part.size
      tier = max(tier ?? 0, Int(part.level) + 1)
      if Int(part.level) + 1 > maximum { beyond += part.size }
    }
    if levelled == 0 || !state.isCertified(u) {
      unclean = levelled
      return
    }
    let clean = state.levelSpans(
      of: u, in: category, from: span.lowerBound, through: span.upperBound, clean: true)
    unclean = levelled - clean.reduce(0) { $0 + $1.size }
  }
}
