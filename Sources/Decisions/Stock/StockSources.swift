import Audit
import Numbering
import SupplyChain

/// Numbers in hand with where they came from.
public struct SourcedNumbers: Sendable, Equatable {
  /// The first number.
  public let start: UInt64
  /// The last number.
  public let end: UInt64
  /// The provision by which they came, the first in the file that contains them; nil where they are designated.
  public let provision: ProvisionIndex?
}

extension CategoryStock {
  /// The numbers in hand that the ledger names, by range, each with where it came from: a designation, else a provision.
  ///
  /// - Complexity: O(*n* log *n*) in designations and ranges received.
  public func sources(in state: DayState) -> [SourcedNumbers] {
    let table = state.chain.tables.provisions
    let provisions = received.provisions.filter { table.isRanged(Int($0)) }.sorted()
    var covers = FirstCovers()
    // Label 0 is a designation, others are places of provisions, from 1.
    covers.append(
      starts: designated.starts + provisions.map { table.rangeStarts[Int($0)] },
      ends: (designated.ends + provisions.map { table.rangeEnd(Int($0)) }).map { $0 + 1 },
      labels: designated.starts.map { _ in 0 } + provisions.indices.map { UInt32($0 + 1) })
    return covers.pieces(of: 0, within: inHand).map { piece in
      SourcedNumbers(
        start: piece.start, end: piece.end,
        provision: piece.label == 0 ? nil : provisions[Int(piece.label) - 1])
    }
  }
}

extension FirstCovers {
  /// The numbers of a set that some interval contains, in ascending pieces of one label, both ends included.
  ///
  /// - Complexity: O(*n*) in the intervals and in the runs of the numbers.
  func pieces(
    of set: Int, within numbers: RangeSet
  ) -> [(start: UInt64, end: UInt64, label: UInt32)] {
    var result: [(start: UInt64, end: UInt64, label: UInt32)] = []
    var run = 0
    for piece in pieces(of: set) {
      while run < numbers.starts.count, numbers.ends[run] < piece.start { run += 1 }
      var next = run
      while next < numbers.starts.count, numbers.starts[next] < piece.end {
        result.append(
          (max(piece.start, numbers.starts[next]), min(piece.end - 1, numbers.ends[next]), piece.label))
        next += 1
      }
      // The last run may reach into the next piece.
      run = max(run, next - 1)
    }
    return result
  }
}
