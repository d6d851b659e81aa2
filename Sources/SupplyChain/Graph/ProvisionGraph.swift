import Bytes
import Numbering

/// Who actively provides to whom on a day, as a plain directed graph of operators.
///
/// Every active provision is an edge from its supplier to its recipient, so a pair may be joined by several;
/// self-provisions are left out. Its searches answer at once for all operators.
public struct ProvisionGraph: Sendable {
  /// Where the edges of each operator begin; one longer than the operators, ascending.
  package let offsets: [UInt32]
  /// The recipient of each edge, by supplier.
  package let recipients: [OperatorIndex]
  /// The holders in any of the categories, in file order: where numbers come from.
  public let sources: [OperatorIndex]

  /// How many operators there are, joined or not.
  public var operatorCount: Int { offsets.count - 1 }

  /// How many edges there are.
  public var edgeCount: Int { recipients.count }

  /// The recipients of an operator, one for each of its edges.
  public func recipients(of x: OperatorIndex) -> ArraySlice<OperatorIndex> {
    recipients[Int(offsets[Int(x)])..<Int(offsets[Int(x) + 1])]
  }

  /// A graph of edges given by supplier.
  package init(offsets: [UInt32], recipients: [OperatorIndex], sources: [OperatorIndex]) {
    self.offsets = offsets
    self.recipients = recipients
    self.sources = sources
  }

  /// The active provisions of some categories; with `certifiedOnly`, operators that are not certified neither provide,
  /// nor receive, nor are sources: the graph of clean levels.
  ///
  /// - Complexity: O(operators + provisions) time; 4 bytes an operator and an active provision.
  public init(_ state: DayState, in categories: CategorySet = .all, certifiedOnly: Bool = false) {
    let views = Category.allCases.filter { categories.has($0) }.compactMap {
      state.chain.outflows.view($0)
    }
    let count = state.chain.tables.operators.count
    let all = state.chain.tables.provisions.recipients
    let (active, certified, holder) = (state.active, state.certified, state.holder)
    var offsets: [UInt32] = []
    offsets.reserveLarge(count + 1)
    offsets.append(0)
    var recipients: [OperatorIndex] = []
    recipients.reserveLarge(views.reduce(0) { $0 + $1.provisions.count })
    var sources: [OperatorIndex] = []
    for x in 0..<count {
      if !certifiedOnly || certified[x] != 0 {
        if holder[x] & categories.rawValue != 0 { sources.append(UInt32(x)) }
        for view in views {
          for position in view.range(UInt32(x)) {
            let p = Int(view.provisions[position])
            if active[p] == 0 || certifiedOnly && certified[Int(all[p])] == 0 { continue }
            recipients.append(all[p])
          }
        }
      }
      offsets.append(UInt32(recipients.count))
    }
    self.init(offsets: offsets, recipients: recipients, sources: sources)
  }
}
