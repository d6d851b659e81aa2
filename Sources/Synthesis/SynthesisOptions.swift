/// What a synthetic dataset looks like.
package enum SynthesisProfile: String, CaseIterable, Sendable {
  /// A national ledger: holders, wholesalers, resellers.
  case japan
  /// Deep chains, circles and Kronecker-like hubs, for the kernels.
  case stress

  /// The fewest operators and provisions it can be made of.
  package var minimum: (operators: Int, provisions: Int) {
    switch self {
    case .japan: (100, 200)
    case .stress: (20, 40)
    }
  }
}

/// What to generate. The same options give the same bytes.
package struct SynthesisOptions: Sendable {
  /// The most operators and provisions there may be.
  package static let maximum = (operators: 50_000_000, provisions: 400_000_000)
  /// `ranges` of 1.
  package static let wholeShare = 1_000_000

  package var operators: Int
  package var provisions: Int
  package var seed: UInt64
  package var profile = SynthesisProfile.japan
  /// The share of provisions with a range, in millionths.
  package var ranges = 666_667
  /// Plants no breaches.
  package var isClean = false

  package init(operators: Int, provisions: Int, seed: UInt64) {
    self.operators = operators
    self.provisions = provisions
    self.seed = seed
  }
}

/// Why a dataset cannot be made.
package enum SynthesisError: Error, Equatable {
  /// There are not enough telephone numbers in the plan for so many ranges.
  case planExhausted
}
