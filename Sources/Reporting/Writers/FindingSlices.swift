import Audit
import Bytes
import Synchronization

/// A run of findings of one rule, formatted in one go.
struct FindingSlice: Sendable {
  /// Where the rule stands in `DayAudit.outcomes`.
  let outcome: Int
  let range: Range<Int>

  /// How many findings are formatted in one go: enough to make the start of a task cheap, few enough to bound memory.
  static let length = 2_048

  /// Every finding of an audit, cut into runs, in order.
  static func all(of audit: DayAudit) -> [FindingSlice] {
    var slices: [FindingSlice] = []
    for (index, outcome) in audit.outcomes.enumerated() {
      let count = outcome.results.findings.count
      for start in stride(from: 0, to: count, by: length) {
        slices.append(FindingSlice(outcome: index, range: start..<min(start + length, count)))
      }
    }
    return slices
  }
}

/// Formats every finding of an audit, a slice at a time and several at once, and writes them in order.
///
/// `body` gets the findings of the rule, which of them to format, and whether the slice is the first of all. Finders of
/// routes go from slice to slice, so that each thread finds out about an operator once.
///
/// - Complexity: O(*n*) in findings; memory for a few slices only.
func writeFindings(
  of audit: DayAudit, threads: Int, to output: any Output,
  _ body: @Sendable (RuleFindings, Range<Int>, Bool, inout RouteFinder, inout TextBuffer) -> Void
) throws(OutputError) {
  let slices = FindingSlice.all(of: audit)
  let batch = max(1, threads) * 4
  let finders = Mutex<[RouteFinder]>([])
  for start in stride(from: 0, to: slices.count, by: batch) {
    let buffers = concurrentMap(min(batch, slices.count - start), threads: threads) { index in
      let slice = slices[start + index]
      var buffer = TextBuffer()
      buffer.reserve(slice.range.count * 512)
      var routes = finders.withLock { $0.popLast() } ?? RouteFinder(audit.state)
      body(audit.outcomes[slice.outcome].results, slice.range, start + index == 0, &routes, &buffer)
      finders.withLock { [routes] in $0.append(routes) }
      return buffer
    }
    for buffer in buffers { try output.write(buffer) }
  }
}
