import Bytes
import SupplyChain

/// A test of every provision by itself.
package protocol RowSelection: Sendable {
  /// Writes the found ones among some rows, ascending, and returns how many they are.
  ///
  /// There is room for all of the rows and nothing behind.
  func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int
}

extension RowSelection {
  /// The found ones among the first rows, ascending, in slices.
  ///
  /// - Complexity: O(*n*) in rows, on all threads.
  fileprivate func slices(rows: Int, threads: Int, slice: Int) -> [[UInt32]] {
    concurrentMap((rows + slice - 1) / slice, threads: threads) { index -> [UInt32] in
      let part = index * slice..<min(rows, (index + 1) * slice)
      return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: slice) { room in
        guard let base = room.baseAddress else { return [] }
        return Array(UnsafeBufferPointer(start: base, count: select(part, into: base)))
      }
    }
  }
}

extension AuditContext {
  /// The provisions that pass a test, in file order.
  ///
  /// - Complexity: O(*n*) in provisions, on all threads.
  package func provisions(_ selection: some RowSelection) -> [ProvisionIndex] {
    let slices = selection.slices(rows: tables.provisions.count, threads: threads, slice: 1 << 15)
    return Array(slices.joined())
  }
}

/// What a rule looks for that judges every provision by itself.
package protocol ProvisionScan: RowSelection {
  /// What is reported of a row found.
  func finding(_ row: UInt32) -> Finding
}

/// A rule that judges every provision by itself.
package protocol ProvisionRule: Rule {
  associatedtype Scan: ProvisionScan
  /// What to look for; nil when nothing can be found.
  func scan(_ context: AuditContext) -> Scan?
}

extension ProvisionRule {
  /// - Complexity: O(*n*) in provisions, on all threads.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    guard let scan = scan(context) else { return }
    findings.fill(scan, rows: context.tables.provisions.count, threads: context.threads)
  }
}

extension RuleFindings {
  /// Replaces the findings by those of all rows of a scan, in order.
  ///
  /// Rows are found first, so that the findings are written once, where they stay.
  ///
  /// - Parameter slice: how many rows are looked at in one go; the findings do not depend on it.
  /// - Complexity: O(*n*) in rows; 4 bytes for each one found while it runs.
  package mutating func fill<Scan: ProvisionScan>(
    _ scan: Scan, rows: Int, threads: Int, slice: Int = 1 << 15
  ) {
    let slices = (rows + slice - 1) / slice
    let found = scan.slices(rows: rows, threads: threads, slice: slice)
    var offsets = [0]
    offsets.reserveCapacity(slices + 1)
    for rows in found { offsets.append(offsets[offsets.count - 1] + rows.count) }
    let (severities, places) = (severities, offsets)
    findings = [Finding](large: offsets[slices]) { findings in
      let output = FindingPlaces(base: findings.baseAddress)
      concurrently(slices, threads: threads) { index in
        output.fill(from: places[index], found[index], scan, severities)
      }
    }
    if severities.dropsSome { findings.removeAll { severities[$0.cause] == nil } }
  }
}

/// Uninitialised places for findings, each filled once by one thread.
private struct FindingPlaces: @unchecked Sendable {
  let base: UnsafeMutablePointer<Finding>?

  func fill<Scan: ProvisionScan>(
    from place: Int, _ rows: [UInt32], _ scan: Scan, _ severities: SeverityTable
  ) {
    guard let base else { return }
    var next = base + place
    for row in rows {
      var finding = scan.finding(row)
      finding.severity = severities[finding.cause] ?? .notice
      next.initialize(to: finding)
      next += 1
    }
  }
}
