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
    let (active, certified, holder) = (state.active, state.certified, state.holder)
    var sources: [OperatorIndex] = []
    for x in 0..<count where holder[x] & categories.rawValue != 0 {
      if !certifiedOnly || certified[x] != 0 { sources.append(UInt32(x)) }
    }
    if views.count == 1, let view = views.first {
      let (offsets, recipients) = Self.edges(of: view, active, among: certifiedOnly ? certified : nil)
      self.init(offsets: offsets, recipients: recipients, sources: sources)
      return
    }
    var offsets = [UInt32](large: count + 1) { $0.initialize(repeating: 0) }
    let recipients = offsets.withUnsafeMutableBufferPointer { offsets in
      active.withUnsafeBufferPointer { active in
        // Twice over the provisions: to count the edges of each operator, and to put them in their places.
        for view in views {
          view.withColumns { ends, provisions, recipients in
            for x in 0..<count where !certifiedOnly || certified[x] != 0 {
              var edges: UInt32 = 0
              for position in Int(ends[x])..<Int(ends[x + 1]) where active[Int(provisions[position])] != 0 {
                edges += certifiedOnly ? UInt32(certified[Int(recipients[position])]) : 1
              }
              offsets[x + 1] += edges
            }
          }
        }
        for x in 0..<count { offsets[x + 1] += offsets[x] }
        return [OperatorIndex](large: Int(offsets[count])) { edges in
          var next = [UInt32](offsets)
          for view in views {
            view.withColumns { ends, provisions, recipients in
              for x in 0..<count where !certifiedOnly || certified[x] != 0 {
                var place = Int(next[x])
                for position in Int(ends[x])..<Int(ends[x + 1]) where active[Int(provisions[position])] != 0 {
                  if certifiedOnly && certified[Int(recipients[position])] == 0 { continue }
                  edges[place] = recipients[position]
                  place += 1
                }
                next[x] = UInt32(place)
              }
            }
          }
        }
      }
    }
    self.init(offsets: offsets, recipients: recipients, sources: sources)
  }

  /// The active edges of one category, found in one pass: each is written, and stays if it counts.
  ///
  /// - Parameter members: 1 for the operators that may stand at either end of an edge; nil for all.
  private static func edges(
    of view: CategoryAdjacency, _ active: [UInt8], among members: [UInt8]?
  ) -> (offsets: [UInt32], recipients: [OperatorIndex]) {
    let count = view.offsets.count - 1
    let members = members ?? [UInt8](repeating: 1, count: count)
    var offsets = [UInt32](large: count + 1) { $0.initialize(repeating: 0) }
    // One place more than there can be edges: the last that does not stay is written too.
    let room = view.provisions.count + 1
    let edges = [OperatorIndex](unsafeUninitializedCapacity: room) { edges, filled in
      preferLargePages(UnsafeMutableRawBufferPointer(edges))
      view.withColumns { ends, provisions, recipients in
        active.withUnsafeBufferPointer { active in
          members.withUnsafeBufferPointer { members in
            var place = 0
            for x in 0..<count {
              if members[x] != 0 {
                for position in Int(ends[x])..<Int(ends[x + 1]) {
                  let recipient = recipients[position]
                  edges[place] = recipient
                  place &+= Int(active[Int(provisions[position])] & members[Int(recipient)])
                }
              }
              offsets[x + 1] = UInt32(truncatingIfNeeded: place)
            }
            filled = place
          }
        }
      }
    }
    return (offsets, edges)
  }
}
