import Banken

/// A table written as a CSV literal: no quoting, cells trimmed, names and words as the contract's English
/// ones.
///
/// It reads only what tests of rules write, independently of the reader that users meet; a cell it does not
/// understand is an error.
struct FixtureTable {
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  let name: String
  let rows: [[String: String]]
  let columns: [String]
  /// The line of each row.
  let lines: [UInt32]

  init(_ name: String, _ text: String) throws {
    self.name = name
    var all: [(line: Int, cells: [String])] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
      if cells != [""] { all.append((index + 1, cells)) }
    }
    guard let header = all.first?.cells else { throw Unreadable(description: "\(name): no header") }
    columns = header
    rows = try all.dropFirst().map { row in
      guard row.cells.count <= header.count else {
        throw Unreadable(description: "\(name):\(row.line): too many cells")
      }
      return Dictionary(uniqueKeysWithValues: zip(header, row.cells))
    }
    lines = all.dropFirst().map { UInt32($0.line) }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  func row(_ index: Int) -> FixtureRow { FixtureRow(table: self, cells: rows[index], line: lines[index]) }
}

/// A row of a table and the meaning of its cells.
struct FixtureRow {
  let table: FixtureTable
  let cells: [String: String]
  let line: UInt32

  func error(_ column: String) -> FixtureTable.Unreadable {
    FixtureTable.Unreadable(description: "\(table.name):\(line): \(column) “\(self[column])”")
  }

  subscript(column: String) -> String { cells[column] ?? "" }

  /// nil for a blank cell.
  func parsed<Value>(_ column: String, _ parse: (String) -> Value?) throws -> Value? {
    if self[column].isEmpty { return nil }
    guard let value = parse(self[column]) else { throw error(column) }
    return value
  }

  func required<Value>(_ column: String, _ parse: (String) -> Value?) throws -> Value {
    guard let value = try parsed(column, parse) else { throw error(column) }
    return value
  }

  func day(_ column: String) throws -> Day? { try parsed(column) { Day($0) } }

  func category(_ column: String = "category") throws -> Category? {
    try parsed(column) { text in Category.allCases.first { $0.name == text } }
  }

  /// The word of an enumeration, in kebab case.
  func word<Value: CaseIterable>(_ column: String, else blank: Value) throws -> Value {
    let words = Dictionary(uniqueKeysWithValues: Value.allCases.map { (kebab("\($0)"), $0) })
    return try parsed(column) { words[$0] } ?? blank
  }

  /// The range of `range_start` and `range_end` as raw values; nil when they are blank.
  func range() throws -> ClosedRange<UInt64>? {
    guard let first = try parsed("range_start", Fixture.number),
      let last = try parsed("range_end", Fixture.number)
    else { return nil }
    guard first <= last else { throw error("range_end") }
    return first...last
  }

  func rangeCategory() throws -> Category {
    try required("range_start") { TelephoneNumber($0)?.category }
  }

  private func kebab(_ word: String) -> String {
    word.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }
}

extension Fixture {
  /// Builds the supply chain of tables written as CSV literals.
  public static func chain(_ literals: [String: String]) throws -> SupplyChain {
    var tables = Tables()
    let all = try Dictionary(
      uniqueKeysWithValues: literals.map { ($0.key, try FixtureTable($0.key, $0.value)) })
    for name in TableName.allCases where all[name.name] != nil { tables.declare(name) }
    var operators: [String: OperatorIndex] = [:]
    for row in all["operators"]?.eachRow ?? [] {
      operators[row["operator_id"]] = tables.operators.append(
        id: row["operator_id"], name: row["name"],
        corporateNumber: try row.parsed("corporate_number") { UInt64($0) } ?? 0,
        role: try row.word("role", else: .operator),
        registration: try row.word("registration", else: .unknown),
        associations: row["associations"], serviceStartedOn: try row.day("service_started_on"),
        group: row["group_id"])
    }
    for row in all["designations"]?.eachRow ?? [] {
      guard let range = try row.range() else { throw row.error("range_start") }
      tables.designations.append(
        operator: try row.required("operator_id") { operators[$0] }, category: try row.rangeCategory(),
        range: range, designated: try row.day("designated_on"), returned: try row.day("returned_on"))
    }
    for row in all["approvals"]?.eachRow ?? [] {
      tables.approvals.append(
        operator: try row.required("operator_id") { operators[$0] }, category: try row.category(),
        basis: try row.word("basis", else: .approved), approvalNumber: row["approval_number"],
        validFrom: try row.day("valid_from"), ended: try row.day("ended_on"),
        endReason: try row.word("end_reason", else: .unknown))
    }
    for row in all["certifications"]?.eachRow ?? [] {
      let validFrom = try row.required("valid_from") { Day($0) }
      tables.certifications.append(
        operator: try row.required("operator_id") { operators[$0] },
        certificateNumber: row["certificate_number"],
        validFrom: validFrom, validTo: try row.day("valid_to") ?? validFrom.lastDayOfYearBegunHere ?? .latest,
        ended: try row.day("ended_on"), endReason: try row.word("end_reason", else: .unknown))
    }
    let provisions = try addProvisions(all["provisions"], operators, to: &tables)
    try addLimits(all, operators, provisions, to: &tables)
    note(all, in: &tables)
    return SupplyChain(tables)
  }

  private static func addProvisions(
    _ table: FixtureTable?, _ operators: [String: OperatorIndex], to tables: inout Tables
  ) throws -> [String: ProvisionIndex] {
    let optional: [(String, ProvisionColumns)] = [
      ("approval_checked_on", .approvalCheckedOn), ("conditions_agreed_on", .conditionsAgreedOn),
      ("continuity_checked_on", .continuityCheckedOn), ("declared_on", .declaredOn),
      ("resale_clause", .resaleClause),
    ]
    for (column, bit) in optional where table?.columns.contains(column) == true {
      tables.provisions.declare(bit)
    }
    var provisions: [String: ProvisionIndex] = [:]
    for row in table?.eachRow ?? [] {
      let range = try row.range()
      let supplier = try row.required("supplier_id") { operators[$0] }
      let recipient = try row.required("recipient_id") { operators[$0] }
      let confirmations = ProvisionTable.Confirmations(
        approvalCheckedOn: try row.day("approval_checked_on"),
        conditionsAgreedOn: try row.day("conditions_agreed_on"),
        continuityCheckedOn: try row.day("continuity_checked_on"), declaredOn: try row.day("declared_on"))
      let contract: ContractForm = try row.word("contract", else: .wholesale)
      let clause: ResaleClause? =
        row["resale_clause"].isEmpty ? nil : try row.word("resale_clause", else: .free)
      let (startsOn, endsOn) = (try row.day("starts_on"), try row.day("ends_on"))
      if let range {
        provisions[row["provision_id"]] = tables.provisions.append(
          id: row["provision_id"], supplier: supplier, recipient: recipient,
          category: try row.rangeCategory(),
          range: range, startsOn: startsOn, endsOn: endsOn, contract: contract, confirmations: confirmations,
          resaleClause: clause)
      } else {
        provisions[row["provision_id"]] = tables.provisions.append(
          id: row["provision_id"], supplier: supplier, recipient: recipient,
          category: try row.category() ?? .ip, numbers: try row.required("numbers") { UInt64($0) },
          startsOn: startsOn, endsOn: endsOn, contract: contract, confirmations: confirmations,
          resaleClause: clause)
      }
    }
    return provisions
  }

  private static func addLimits(
    _ all: [String: FixtureTable], _ operators: [String: OperatorIndex],
    _ provisions: [String: ProvisionIndex],
    to tables: inout Tables
  ) throws {
    for row in all["caps"]?.eachRow ?? [] {
      tables.caps.append(
        id: row["cap_id"], supplier: try row.parsed("supplier_id") { operators[$0] },
        recipient: try row.required("recipient_id") { operators[$0] }, category: try row.category(),
        maximum: try row.required("max_numbers") { UInt64($0) }, validFrom: try row.day("valid_from"),
        validTo: try row.day("valid_to"))
    }
    for row in all["restrictions"]?.eachRow ?? [] {
      tables.restrictions.append(
        id: row["restriction_id"], kind: try row.word("kind", else: .suspendNumbers),
        categories: try row.category().map { CategorySet($0) } ?? [CategorySet(.fixed), CategorySet(.ip)],
        operator: try row.parsed("operator_id") { operators[$0] }, range: try row.range(),
        startsOn: try row.day("starts_on"), endsOn: try row.day("ends_on"))
    }
    for row in all["waivers"]?.eachRow ?? [] {
      tables.waivers.append(
        id: row["waiver_id"], rule: row["rule"], operator: try row.parsed("operator_id") { operators[$0] },
        provision: try row.parsed("provision_id") { provisions[$0] }, validFrom: try row.day("valid_from"),
        validTo: try row.required("valid_to") { Day($0) }, reason: row["reason"],
        approvedBy: row["approved_by"])
    }
  }

  /// Notes for each table the file and lines it would have come from.
  private static func note(_ all: [String: FixtureTable], in tables: inout Tables) {
    func come(_ name: TableName, _ origin: inout TableOrigin) {
      guard let table = all[name.name] else { return }
      origin.file = "\(name.name).csv"
      origin.lines = table.lines
    }
    come(.operators, &tables.operators.origin)
    come(.designations, &tables.designations.origin)
    come(.approvals, &tables.approvals.origin)
    come(.certifications, &tables.certifications.origin)
    come(.provisions, &tables.provisions.origin)
    come(.caps, &tables.caps.origin)
    come(.restrictions, &tables.restrictions.origin)
    come(.waivers, &tables.waivers.origin)
  }
}

extension FixtureTable {
  var eachRow: [FixtureRow] { rows.indices.map(row) }
}
