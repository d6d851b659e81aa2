import Bytes

/// A dataset that is decided but not yet written: any part of any table can be written on its own.
protocol DatasetPlan: Sendable {
  /// How many units (operators, blocks, provisions, planted breaches) the table is made from.
  func units(of table: SyntheticTable) -> Int

  /// Writes the rows of some units, in order; a unit may have none.
  func write(_ units: Range<Int>, of table: SyntheticTable, to out: inout RowWriter)

  /// The policy the dataset is made for.
  var policy: String { get }
}

/// A synthetic dataset: the same bytes for the same options, whatever the machine and the number of threads.
package struct SyntheticDataset: Sendable {
  /// How many units one piece of a table is made from; the bytes do not depend on it.
  private static let pieceSize = 8_192
  private let plan: any DatasetPlan

  /// Decides what the dataset will hold.
  ///
  /// - Complexity: O(operators) time and space; provisions are worked out when they are written.
  package init(_ options: SynthesisOptions) throws(SynthesisError) {
    switch options.profile {
    case .japan: plan = try JapanPlan(options)
    case .stress: plan = StressPlan(options)
    }
  }

  /// The policy the dataset is made for, as JSON.
  package var policy: String { plan.policy }

  /// Writes a table, or the list of what was planted.
  ///
  /// - Complexity: O(rows) time, space for a few pieces for each thread.
  package func write(
    _ table: SyntheticTable, threads: Int, to output: any Output
  ) throws(OutputError) {
    try output.write(table.header)
    let plan = plan
    let units = plan.units(of: table)
    let pieces = (units + Self.pieceSize - 1) / Self.pieceSize
    var next = 0
    while next < pieces {
      let first = next
      let count = min(max(threads, 1) * 4, pieces - first)
      let texts = concurrentMap(count, threads: threads) { index in
        let begin = (first + index) * Self.pieceSize
        return Self.text(of: begin..<min(begin + Self.pieceSize, units), table, plan)
      }
      for text in texts { try output.write(text) }
      next += count
    }
  }

  private static func text(
    of units: Range<Int>, _ table: SyntheticTable, _ plan: any DatasetPlan
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: units.count * table.bytesPerUnit) { memory, count in
      guard let base = memory.baseAddress else { return }
      var out = RowWriter(memory, base)
      plan.write(units, of: table, to: &out)
      count = out.count
    }
  }
}
