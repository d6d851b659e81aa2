import Numbering
import SupplyChain

/// One certification with the day it ends and why (SPEC §4, §5 "Causes").
package struct CertificationRecord: Sendable {
  /// Its row in the table.
  package let row: Int
  /// The ordinal of the first day it counts.
  package let start: Int32
  /// The ordinal of the first day it no longer counts.
  package let end: Int32
  /// Why it no longer counts from then on.
  package let cause: CertificationStanding

  /// What a row says, with so many days of grace after its last day.
  package init(_ table: CertificationTable, row: Int, graceDays: Int) {
    self.init(
      row: row, start: table.starts[row], validTo: table.validTo[row], removedOn: table.endedOn[row],
      table.endReasons[row], graceDays: graceDays)
  }

  /// What the cells of a row say, for loops that hold the columns themselves.
  @inline(__always)
  package init(
    row: Int, start: Int32, validTo: Int32, removedOn: Int32, _ reason: CertificationEndReason, graceDays: Int
  ) {
    self.row = row
    self.start = start
    let ranOut = Int32(clamping: Int(validTo) + min(graceDays, 1_000_000) + 1)
    // Removing an entry that has run out is no event of its own.
    let isMereRemoval = removedOn > validTo && (reason == .expired || reason == .unknown)
    if isMereRemoval || removedOn > ranOut {
      (end, cause) = (ranOut, .expired)
    } else {
      end = removedOn
      cause =
        switch reason {
        case .revoked: .revoked
        case .withdrawn: .withdrawn
        case .expired: .expired
        case .unknown: .ended
        }
    }
  }
}
