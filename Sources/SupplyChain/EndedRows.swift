import Numbering

/// Rows of a dataset that end on a day though the data do not say so: what an event does to a ledger.
package struct EndedRows: Sendable, Equatable {
  /// Certifications that are revoked (取消).
  package var certifications: [UInt32] = []
  /// Approvals that lapse (失効).
  package var approvals: [UInt32] = []
  /// Designations that no longer prove approval; their operator stays a holder.
  package var proofs: [UInt32] = []
  /// Designations that are returned (返還).
  package var designations: [UInt32] = []
  /// Provisions whose last day is the day before, self-provisions among them.
  package var provisions: [UInt32] = []

  /// No rows.
  package init() {}

  /// Whether nothing ends.
  package var isEmpty: Bool { self == EndedRows() }
}

extension SupplyChain {
  /// The same chain with some rows ended on a day: the first day on which they no longer count.
  ///
  /// Every index and adjacency is shared, since none depends on days. The rows must be in force on the day.
  ///
  /// - Complexity: O(rows) of the tables in which something ends, for a copy of their ends.
  package func ending(_ rows: EndedRows, on day: Day) -> SupplyChain {
    var chain = self
    for row in rows.certifications.map(Int.init) {
      chain.tables.certifications.endedOn[row] = day.ordinal
      chain.tables.certifications.endReasons[row] = .revoked
    }
    for row in rows.approvals.map(Int.init) where chain.tables.approvals.ends[row] > day.ordinal {
      chain.tables.approvals.ends[row] = day.ordinal
      chain.tables.approvals.endReasons[row] = .lapsed
    }
    if !rows.proofs.isEmpty {
      var ends = tables.designations.approvalEnds
      for row in rows.proofs { ends[Int(row)] = min(ends[Int(row)], day.ordinal) }
      chain.tables.designations.proofEnds = ends
    }
    for row in rows.designations.map(Int.init) {
      let end = min(chain.tables.designations.ends[row], day.ordinal)
      chain.tables.designations.ends[row] = end
      if !chain.tables.designations.proofEnds.isEmpty {
        chain.tables.designations.proofEnds[row] = min(chain.tables.designations.proofEnds[row], end)
      }
    }
    for row in rows.provisions.map(Int.init) where chain.tables.provisions.ends[row] > day.ordinal {
      chain.tables.provisions.ends[row] = day.ordinal
    }
    return chain
  }
}
