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
  /// How many units one piece of a table is made from; the bytes do not depend on it. Its text stays in the cache.
  private static let pieceSize = 2_048
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
    let pieces = OrderedPieces(
      count: (units + Self.pieceSize - 1) / Self.pieceSize,
      capacity: min(Self.pieceSize, units) * table.bytesPerUnit + RowWriter.slack, threads: threads)
    try pieces.write(to: output) { piece, memory in
      guard var out = RowWriter(memory) else { return 0 }
      let begin = piece * Self.pieceSize
      plan.write(begin..<min(begin + Self.pieceSize, units), of: table, to: &out)
      return out.count
    }
  }
}
