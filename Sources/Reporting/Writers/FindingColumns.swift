import Audit
import Numbering
import SupplyChain

/// The columns that every finding is written from, borrowed for the whole of a report.
///
/// Arrays read by several threads at once have their counts of owners contended for; these are not counted.
/// `@unchecked Sendable`: nothing writes to the columns, and nothing made from them leaves `of(_:_:)`.
struct FindingColumns: @unchecked Sendable {
  let provisionIDs: ColumnTexts
  let operatorIDs: ColumnTexts
  let operatorNames: ColumnTexts
  let suppliers: UnsafeBufferPointer<OperatorIndex>
  let recipients: UnsafeBufferPointer<OperatorIndex>
  let categories: UnsafeBufferPointer<Category>
  let numbers: UnsafeBufferPointer<UInt64>
  let starts: UnsafeBufferPointer<Int32>
  /// The tier of each provision, 0 for none; empty where there are no levels.
  let tiers: UnsafeBufferPointer<UInt32>
  /// Empty for data that came from no file.
  let provisionLines: UnsafeBufferPointer<UInt32>
  /// Empty for data that came from no file.
  let operatorLines: UnsafeBufferPointer<UInt32>

  /// Calls `body` with the columns of an audit's data, which must not leave it.
  static func of<Result, Failure: Error>(
    _ audit: DayAudit, _ body: (FindingColumns) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let (provisions, operators) = (audit.state.chain.tables.provisions, audit.state.chain.tables.operators)
    return try provisions.ids.withTexts { (provisionIDs) throws(Failure) in
      try operators.ids.withTexts { (operatorIDs) throws(Failure) in
        try operators.names.withTexts { (operatorNames) throws(Failure) in
          try borrow(provisions.suppliers, provisions.recipients, provisions.categories) {
            (suppliers, recipients, categories) throws(Failure) in
            try borrow(provisions.numbers, provisions.starts, provisions.origin.lines) {
              (numbers, starts, provisionLines) throws(Failure) in
              try borrow(operators.origin.lines, audit.state.levels?.tiers ?? [], []) {
                (operatorLines, tiers, _: UnsafeBufferPointer<UInt8>) throws(Failure) in
                try body(
                  FindingColumns(
                    provisionIDs: provisionIDs, operatorIDs: operatorIDs, operatorNames: operatorNames,
                    suppliers: suppliers, recipients: recipients, categories: categories, numbers: numbers,
                    starts: starts, tiers: tiers, provisionLines: provisionLines, operatorLines: operatorLines
                  ))
              }
            }
          }
        }
      }
    }
  }

  private static func borrow<A, B, C, Result, Failure: Error>(
    _ first: [A], _ second: [B], _ third: [C],
    _ body: (
      UnsafeBufferPointer<A>, UnsafeBufferPointer<B>, UnsafeBufferPointer<C>
    ) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try first.withUnsafeBufferPointer { (first) throws(Failure) in
      try second.withUnsafeBufferPointer { (second) throws(Failure) in
        try third.withUnsafeBufferPointer { (third) throws(Failure) in try body(first, second, third) }
      }
    }
  }

  /// What a finding refers to: as `DayAudit.references(of:in:)` says, which a test compares.
  @inline(__always)
  func references(of finding: Finding, in results: RuleFindings, _ audit: DayAudit) -> FindingReferences {
    guard finding.rule.keyKind == .provision else { return audit.references(of: finding, in: results) }
    var all = FindingReferences()
    let p = finding.subject
    all.provision = p
    all.supplier = suppliers[Int(p)]
    all.recipient = recipients[Int(p)]
    all.category = categories[Int(p)]
    all.source = (.provisions, Int(p))
    if finding.waiver != noIndex { all.waivedBy = Int(finding.waiver) }
    if finding.count > 0 { all.provisions = Int(finding.count) }
    if finding.related != noIndex {
      if finding.rule.basis == .request {
        all.restriction = Int(finding.related)
      } else {
        all.other = finding.related
      }
    }
    return all
  }

  /// The line that a row begins on; nil for data that came from no file.
  @inline(__always)
  func line(_ source: (table: TableName, row: Int), _ tables: Tables) -> Int? {
    switch source.table {
    case .provisions: source.row < provisionLines.count ? Int(provisionLines[source.row]) : nil
    case .operators: source.row < operatorLines.count ? Int(operatorLines[source.row]) : nil
    default: tables.origin(of: source.table).line(of: source.row)
    }
  }
}
