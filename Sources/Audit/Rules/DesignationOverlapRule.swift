import Numbering
import SupplyChain

/// `designation-overlap`: the ledger has one number designated to two operators at once.
package struct DesignationOverlapRule: Rule {
  package static let id = RuleID.designationOverlap

  package init() {}

  /// - Complexity: O(*n* log *n*) in designations.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let table = context.tables.designations
    let day = context.day.ordinal
    var rows = [[UInt32]](repeating: [], count: Category.count)
    for row in 0..<table.count where table.starts[row] <= day && day < table.ends[row] {
      rows[Int(table.categories[row].rawValue)].append(UInt32(row))
    }
    for category in Category.allCases {
      find(category, sorted(rows[Int(category.rawValue)], context.tables), context.tables, &findings)
    }
  }

  /// Rows by (start, end, operator id, line).
  func sorted(_ rows: [UInt32], _ tables: Tables) -> [UInt32] {
    let (starts, ends) = (tables.designations.rangeStarts, tables.designations.rangeEnds)
    let (operators, ids) = (tables.designations.operators, tables.operators.ids)
    return rows.sorted { left, right in
      let (a, b) = (Int(left), Int(right))
      if starts[a] != starts[b] { return starts[a] < starts[b] }
      if ends[a] != ends[b] { return ends[a] < ends[b] }
      if operators[a] != operators[b] { return ids.precedes(Int(operators[a]), Int(operators[b])) }
      return a < b
    }
  }

  func find(
    _ category: Category, _ rows: [UInt32], _ tables: Tables, _ findings: inout RuleFindings
  ) {
    let (starts, ends) = (tables.designations.rangeStarts, tables.designations.rangeEnds)
    let operators = tables.designations.operators
    // Numbers by pair, packed with the operator of lesser row first; pairs in the order they are met.
    var overlaps: [UInt64: UInt64] = [:]
    var pairs: [UInt64] = []
    // The first designation that has the greatest end so far.
    var (greatest, first): (UInt64, Int) = (0, 0)
    for row in rows {
      let row = Int(row)
      let (x, y) = (operators[row], operators[first])
      if starts[row] <= greatest, x != y {
        let pair = UInt64(min(x, y)) << 32 | UInt64(max(x, y))
        if overlaps[pair] == nil { pairs.append(pair) }
        overlaps[pair, default: 0] += min(ends[row], greatest) - starts[row] + 1
      }
      if ends[row] > greatest { (greatest, first) = (ends[row], row) }
    }
    for pair in pairs {
      let (x, y) = (UInt32(pair >> 32), UInt32(pair & 0xFFFF_FFFF))
      let inOrder = tables.operators.ids.precedes(Int(x), Int(y))
      findings.add(
        Finding(
          Self.id, subject: inOrder ? x : y, second: inOrder ? y : x, category: category,
          numbers: overlaps[pair]))
    }
  }
}
