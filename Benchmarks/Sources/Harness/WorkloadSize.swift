/// How large the ledgers are.
package struct WorkloadSize: Sendable, Equatable {
  package let name: String
  package let operators: Int
  package let provisions: Int

  package static let s = WorkloadSize(name: "S", operators: 100_000, provisions: 1_000_000)
  package static let m = WorkloadSize(name: "M", operators: 1_000_000, provisions: 10_000_000)
  package static let l = WorkloadSize(name: "L", operators: 5_000_000, provisions: 50_000_000)

  private init(name: String, operators: Int, provisions: Int) {
    (self.name, self.operators, self.provisions) = (name, operators, provisions)
  }

  /// S, M, L, or a number of provisions, from 2,000 to 50,000,000; nil for anything else.
  package init?(_ text: String) {
    switch text {
    case "S": self = .s
    case "M": self = .m
    case "L": self = .l
    default:
      guard let provisions = Int(text), (2_000...50_000_000).contains(provisions) else { return nil }
      self.init(name: String(provisions), operators: provisions / 10, provisions: provisions)
    }
  }

  /// The size whose cost per provision this one's is held against: S, or half of what is no larger.
  package var base: WorkloadSize {
    if provisions > Self.s.provisions { return .s }
    let half = provisions / 2
    return WorkloadSize(name: String(half), operators: half / 10, provisions: half)
  }
}
