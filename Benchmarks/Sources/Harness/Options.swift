/// The parts a run is made of.
package enum SuiteName: String, CaseIterable, Sendable {
  case reading, audit, rules, kernels, questions, writing, processes, memory, scale, shapes
}

/// What the command line asks for.
package struct Options: Sendable, Equatable {
  package var sizes: [WorkloadSize] = [.s]
  package var runs = 5
  package var suites = SuiteName.allCases
  /// A shape alone; the other suites are then left out.
  package var shape: String?
  package var usesPeers = false
  package var makesPeers = false
  /// Where data are kept; nil for a folder that is removed in the end.
  package var data: String?
  /// Where the page goes; nil to write `RESULTS.md` of a whole run of S or M, and nothing otherwise.
  package var results: String?
  /// Another Python than that of the peers' environment.
  package var python: String?
  /// The tool to measure; nil for the one built beside the benchmark.
  package var tool: String?

  package static let help = """
    benchmark [--size S|M|L|N[,…]] [--runs R] [--suite NAME]… [--peers] [--data DIR] [--results FILE]
              [--shape NAME] [--python PROGRAM] [--tool BANKEN]
    benchmark --make-peers

      --size      S, M, L or a number of provisions; L measures memory and scale only (default S)
      --runs      runs that count, after one that does not (default 5)
      --suite     \(SuiteName.allCases.map(\.rawValue).joined(separator: ", ")) (default all)
      --shape     one hostile shape alone
      --peers     also measure the peers; --make-peers installs them first
      --data      keep the generated ledgers here and use those that are there
      --results   write the page there; a whole run of S or M rewrites Benchmarks/RESULTS.md
      --python    the Python that has the peers, when not Benchmarks/peers/.venv
      --tool      the banken to measure, when not the one built here
    """

  package struct Mistake: Error, Equatable {
    package let text: String
  }

  package init(_ arguments: [String]) throws(Mistake) {
    var suites: [SuiteName] = []
    var rest = arguments[...]
    while let option = rest.popFirst() {
      switch option {
      case "--peers":
        usesPeers = true
        continue
      case "--make-peers":
        makesPeers = true
        continue
      default: break
      }
      guard let value = rest.popFirst() else { throw Mistake(text: "\(option) needs a value") }
      switch option {
      case "--size":
        sizes = []
        for name in value.split(separator: ",") {
          guard let size = WorkloadSize(String(name)) else {
            throw Mistake(text: "--size \(name): S, M, L or 2000…50000000")
          }
          sizes.append(size)
        }
        if sizes.isEmpty { throw Mistake(text: "--size needs a value") }
      case "--runs":
        guard let number = Int(value), (1...1_000).contains(number) else {
          throw Mistake(text: "--runs \(value): 1…1000")
        }
        runs = number
      case "--suite":
        guard let suite = SuiteName(rawValue: value) else {
          let names = SuiteName.allCases.map(\.rawValue).joined(separator: ", ")
          throw Mistake(text: "no suite \(value); there are \(names)")
        }
        suites.append(suite)
      case "--shape": shape = value
      case "--data": data = value
      case "--results": results = value
      case "--python": python = value
      case "--tool": tool = value
      default: throw Mistake(text: "unknown option \(option)")
      }
    }
    if !suites.isEmpty { self.suites = SuiteName.allCases.filter(suites.contains) }
    if shape != nil { self.suites = [.shapes] }
  }

  /// The suites of a size: of L only what is asked of it.
  package func suites(of size: WorkloadSize) -> [SuiteName] {
    size == .l ? suites.filter { $0 == .memory || $0 == .scale } : suites
  }

  /// Whether the page of this run may stand as `RESULTS.md`.
  package var isWhole: Bool {
    suites == SuiteName.allCases && sizes.allSatisfy { $0 == .s || $0 == .m || $0 == .l } && runs >= 5
  }
}
