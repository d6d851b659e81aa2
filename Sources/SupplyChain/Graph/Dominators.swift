import Bytes

/// Which operators stand on every route from the sources to others.
///
/// An operator dominates another when each route from a source to that one passes it: without it the other would have
/// no source. The nearest such operator is the immediate dominator; following it up gives all.
public struct Dominators: Sendable {
  /// The immediate dominator of each operator.
  ///
  /// `Dominators.sourcesOnly` for a source and for one that no single operator cuts off; `noIndex` where no source
  /// reaches.
  public let immediate: [OperatorIndex]
  /// How many other operators each operator dominates.
  public let dominated: [UInt32]

  /// Stands for the sources as a whole, which no operator dominates.
  public static let sourcesOnly: OperatorIndex = noIndex - 1
}
