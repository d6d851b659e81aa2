/// The rows of a dataset understood, as plainly as can be: integers for days, numbers and rows.
///
/// A telephone number is the integer of its digits; as each kind has its own length and prefix, none collide.
/// A missing start is nil (always), a missing end nil (open). Every end here is the first day that no longer
/// counts.
final class OracleData {
  /// The categories in the order of the numbering plan.
  static let categories = ["fixed", "ip", "mobile", "data", "paging", "fmc", "service"]
  static let all = 0..<7

  struct Operator {
    var id: String
    var corporate: String
    var role: String
    var registration: String
    var serviceStarted: Int?
    var group: String
  }
  struct Designation {
    var x: Int
    var c: Int
    var range: ClosedRange<Int>
    var start: Int?
    var end: Int?
    /// The first day on which it no longer proves approval, where that is another than `end`.
    var proofEnd: Int?
  }
  struct Approval {
    var x: Int
    /// nil for all categories.
    var c: Int?
    var deemed: Bool
    var number: String
    var start: Int?
    var end: Int?
  }
  struct Certification {
    var x: Int
    var number: String
    var start: Int
    var validTo: Int
    var endedOn: Int?
    var reason: String
  }
  struct Provision {
    var id: String
    var u: Int
    var v: Int
    var c: Int
    /// nil for a count-only provision.
    var range: ClosedRange<Int>?
    var numbers: Int
    var start: Int?
    var end: Int?
    var terms: Bool
    var clause: String
    var approvalChecked: Int?
    var conditionsAgreed: Int?
    var continuityChecked: Int?
    var declared: Int?
  }
  struct Cap {
    var id: String
    var u: Int?
    var v: Int
    var c: Int?
    var maximum: Int
    var start: Int?
    var end: Int?
  }
  struct Restriction {
    var id: String
    var kind: String
    /// nil for fixed and ip.
    var c: Int?
    var x: Int?
    var range: ClosedRange<Int>?
    var start: Int?
    var end: Int?
  }
  struct Waiver {
    var id: String
    var rule: String
    var x: Int?
    var p: Int?
    var start: Int?
    var end: Int
  }

  var operators: [Operator] = []
  var designations: [Designation] = []
  var approvals: [Approval] = []
  var certifications: [Certification] = []
  var provisions: [Provision] = []
  var caps: [Cap] = []
  var restrictions: [Restriction] = []
  var waivers: [Waiver] = []
  /// Tables that have a file.
  let present: Set<String>
  /// Columns of the provisions file.
  let provisionColumns: Set<String>
  /// The first operator of each operator's legal person.
  var person: [Int] = []
  /// The first operator, in file order, of each operator's party.
  var party: [Int] = []
  /// Every day on which anything in the data may begin or cease to hold, ascending, with 1900-01-01 first.
  private(set) var turns: [Int] = []

  init(_ dataset: PlainDataset) {
    present = Set(dataset.tables.keys)
    provisionColumns = Set(dataset.tables["provisions"]?.columns ?? [])
    readOperators(dataset)
    readRecords(dataset)
    readProvisions(dataset)
    readRest(dataset)
    joinPersonsAndParties()
    findTurns(dataset)
  }

  func has(_ table: String) -> Bool { present.contains(table) }
  func hasColumn(_ column: String) -> Bool { provisionColumns.contains(column) }

  /// The category of a number given by its digits: the longest prefix of the numbering plan that fits.
  static func category(_ digits: String) -> Int? {
    let plan: [(prefix: String, category: String, digits: Int)] = [
      ("01", "fixed", 10), ("02", "fixed", 10), ("03", "fixed", 10), ("04", "fixed", 10), ("05", "fixed", 10),
      ("06", "fixed", 10), ("07", "fixed", 10), ("08", "fixed", 10), ("09", "fixed", 10),
      ("050", "ip", 11), ("060", "mobile", 11), ("070", "mobile", 11), ("080", "mobile", 11),
      ("090", "mobile", 11), ("020", "data", 11), ("0200", "data", 14), ("0204", "paging", 11),
      ("0600", "fmc", 11), ("0120", "service", 10), ("0170", "service", 10), ("0180", "service", 10),
      ("0570", "service", 10), ("0990", "service", 10), ("0800", "service", 11),
    ]
    let best = plan.filter { digits.hasPrefix($0.prefix) }.max { $0.prefix.utf8.count < $1.prefix.utf8.count }
    guard let best, digits.utf8.count == best.digits else { return nil }
    return categories.firstIndex(of: best.category)
  }

  private func joinPersonsAndParties() {
    func connected(_ related: (Operator, Operator) -> Bool) -> [Int] {
      var first = Array(operators.indices)
      var changed = true
      while changed {
        changed = false
        for a in operators.indices {
          for b in operators.indices where first[a] < first[b] && related(operators[a], operators[b]) {
            first[b] = first[a]
            changed = true
          }
        }
        for x in operators.indices where first[first[x]] < first[x] {
          first[x] = first[first[x]]
          changed = true
        }
      }
      return first
    }
    func samePerson(_ a: Operator, _ b: Operator) -> Bool {
      !a.corporate.isEmpty && a.corporate == b.corporate
    }
    person = connected(samePerson)
    party = connected { samePerson($0, $1) || !$0.group.isEmpty && $0.group == $1.group }
  }

  /// A superset of the days on which a condition can change: plainly all dates, the days after, and ends.
  private func findTurns(_ dataset: PlainDataset) {
    let policy = dataset.policy
    var days: Set<Int> = [1, policy.approvalRequiredFrom, policy.certificationRequiredFrom]
    for table in dataset.tables.values {
      for row in table.rows {
        for cell in row where cell.utf8.count == 10 {
          let bytes = Array(cell.utf8)
          guard bytes[4] == 45, bytes[7] == 45, let day = OracleCalendar.day(cell) else { continue }
          days.formUnion([day, day + 1])
        }
      }
    }
    for row in certifications { days.formUnion([row.validTo + 1, row.validTo + policy.graceDays + 1]) }
    turns = days.sorted()
  }
}

/// A row of a table with its cells by column name.
struct OracleRow {
  let table: PlainTable
  let cells: [String]

  subscript(_ column: String) -> String {
    table.index(column).map { cells[$0] } ?? ""
  }

  func day(_ column: String) -> Int? { OracleCalendar.day(self[column]) }
  func category(_ column: String = "category") -> Int? { OracleData.categories.firstIndex(of: self[column]) }
  func word(_ column: String, else word: String) -> String { self[column].isEmpty ? word : self[column] }

  /// The range of the row and its category; nil without one.
  var range: (numbers: ClosedRange<Int>, category: Int)? {
    let start = self["range_start"]
    let end = self["range_end"]
    guard let first = Int(start), let last = Int(end), first <= last else { return nil }
    return OracleData.category(start).map { (first...last, $0) }
  }
}

extension OracleData {
  private func rows(_ dataset: PlainDataset, _ name: String) -> [OracleRow] {
    guard let table = dataset.tables[name] else { return [] }
    return table.rows.map { OracleRow(table: table, cells: $0) }
  }

  private func findOperator(_ id: String) -> Int? { operators.firstIndex { $0.id == id } }

  private func readOperators(_ dataset: PlainDataset) {
    for row in rows(dataset, "operators") {
      operators.append(
        Operator(
          id: row["operator_id"], corporate: row["corporate_number"],
          role: row.word("role", else: "operator"),
          registration: row["registration"], serviceStarted: row.day("service_started_on"),
          group: row["group_id"]))
    }
  }

  private func readRecords(_ dataset: PlainDataset) {
    for row in rows(dataset, "designations") {
      guard let x = findOperator(row["operator_id"]), let range = row.range else { continue }
      designations.append(
        Designation(
          x: x, c: range.category, range: range.numbers, start: row.day("designated_on"),
          end: row.day("returned_on"), proofEnd: row.day("proof_ended_on")))
    }
    for row in rows(dataset, "approvals") {
      guard let x = findOperator(row["operator_id"]) else { continue }
      approvals.append(
        Approval(
          x: x, c: row.category(), deemed: row["basis"] == "deemed", number: row["approval_number"],
          start: row.day("valid_from"), end: row.day("ended_on")))
    }
    for row in rows(dataset, "certifications") {
      guard let x = findOperator(row["operator_id"]), let start = row.day("valid_from") else { continue }
      certifications.append(
        Certification(
          x: x, number: row["certificate_number"], start: start,
          validTo: row.day("valid_to") ?? OracleCalendar.yearFrom(start), endedOn: row.day("ended_on"),
          reason: row["end_reason"]))
    }
  }

  private func readProvisions(_ dataset: PlainDataset) {
    for row in rows(dataset, "provisions") {
      let range = row.range
      guard let u = findOperator(row["supplier_id"]), let v = findOperator(row["recipient_id"]),
        let c = row.category() ?? range?.category
      else { continue }
      provisions.append(
        Provision(
          id: row["provision_id"], u: u, v: v, c: c, range: range?.numbers,
          numbers: range.map { $0.numbers.count } ?? Int(row["numbers"]) ?? 0, start: row.day("starts_on"),
          end: row.day("ends_on").map { $0 + 1 }, terms: row["contract"] == "terms",
          clause: row.word("resale_clause", else: "free"), approvalChecked: row.day("approval_checked_on"),
          conditionsAgreed: row.day("conditions_agreed_on"),
          continuityChecked: row.day("continuity_checked_on"),
          declared: row.day("declared_on")))
    }
  }

  private func readRest(_ dataset: PlainDataset) {
    for row in rows(dataset, "caps") {
      guard let v = findOperator(row["recipient_id"]), let maximum = Int(row["max_numbers"]) else { continue }
      caps.append(
        Cap(
          id: row["cap_id"], u: findOperator(row["supplier_id"]), v: v, c: row.category(), maximum: maximum,
          start: row.day("valid_from"), end: row.day("valid_to").map { $0 + 1 }))
    }
    for row in rows(dataset, "restrictions") {
      restrictions.append(
        Restriction(
          id: row["restriction_id"], kind: row["kind"], c: row.category(),
          x: findOperator(row["operator_id"]),
          range: row.range?.numbers, start: row.day("starts_on"), end: row.day("ends_on").map { $0 + 1 }))
    }
    for row in rows(dataset, "waivers") {
      guard let end = row.day("valid_to") else { continue }
      waivers.append(
        Waiver(
          id: row["waiver_id"], rule: row["rule"], x: findOperator(row["operator_id"]),
          p: provisions.firstIndex { $0.id == row["provision_id"] }, start: row.day("valid_from"),
          end: end + 1))
    }
  }
}
