import Banken
import Testing

@testable import Audit
@testable import TestSupport

@Suite struct ProvisionScanTests {
  /// Finds the marked rows; the cause goes by the row.
  private struct Marked: ProvisionScan {
    let marks: [Bool]

    func select(_ rows: Range<Int>, into found: UnsafeMutablePointer<UInt32>) -> Int {
      var count = 0
      for row in rows where marks[row] {
        found[count] = UInt32(row)
        count += 1
      }
      return count
    }

    func finding(_ row: UInt32) -> Finding {
      let cause: Cause? = [.ended, .notYet, .otherCategory, nil][Int(row % 4)]
      return Finding(.approvalMissing, cause: cause, subject: row, category: .ip, numbers: UInt64(row) * 3)
    }
  }

  private func plain(_ scan: Marked, _ severities: SeverityTable) -> [Finding] {
    var findings = RuleFindings(severities)
    for row in scan.marks.indices where scan.marks[row] { findings.add(scan.finding(UInt32(row))) }
    return findings.findings
  }

  private var tables: [SeverityTable] {
    var some = SeverityTable()
    some[.ended] = .violation
    some[.notYet] = .warning
    var dropping = some
    dropping[.otherCategory] = nil
    dropping[nil] = nil
    return [some, dropping]
  }

  /// Slices of any size on any number of threads, against rows one by one.
  @Test func slicesAndThreadsDoNotMatter() {
    var random = RandomSource(seed: 8)
    for rows in [0, 1, 2, 3, 7, 63, 64, 65, 200] {
      for percent in [0, 30, 100] {
        let scan = Marked(marks: (0..<rows).map { _ in random.chance(percent) })
        for severities in tables {
          let expected = plain(scan, severities)
          for slice in [1, 2, 3, 64, 1 << 15] {
            for threads in [1, 2, 7] {
              var findings = RuleFindings(severities)
              findings.fill(scan, rows: rows, threads: threads, slice: slice)
              #expect(findings.findings == expected, "\(rows) rows in slices of \(slice)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: [1, 2, 7]) func severalSlicesOfTheUsualSize(threads: Int) {
    var random = RandomSource(seed: 9)
    let scan = Marked(marks: (0..<70_000).map { _ in random.chance(10) })
    for severities in tables {
      var findings = RuleFindings(severities)
      findings.fill(scan, rows: scan.marks.count, threads: threads)
      let isSame = findings.findings == plain(scan, severities)
      #expect(isSame)
    }
  }
}
