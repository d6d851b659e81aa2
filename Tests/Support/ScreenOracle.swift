import Banken

/// The definition of `screen` (SPEC §8) by the oracle: the dataset edited, checked again and compared.
package struct ScreenOracle {
  /// A candidate as a row of the provisions table.
  package struct Candidate {
    package var supplier: String
    package var recipient: String
    package var category: String
    package var numbers: Int
    /// Digits of the ends; nil for a count-only candidate.
    package var range: (start: String, end: String)?
    /// The first day it is active.
    package var start: Int
    /// The last day it is active; nil for open.
    package var end: Int?

    package init(
      supplier: String, recipient: String, category: String, numbers: Int,
      range: (start: String, end: String)?,
      start: Int, end: Int? = nil
    ) {
      (self.supplier, self.recipient, self.category) = (supplier, recipient, category)
      (self.numbers, self.range, self.start, self.end) = (numbers, range, start, end)
    }
  }

  /// Reasons as lines, in no order; waived ones begin with `waived`.
  package let reasons: [String]
  package let verdict: String

  private static let id = "(candidate)"

  /// Edits the dataset and compares two audits of a day.
  ///
  /// - Parameter before: the findings without the candidate, where they are known already.
  package init(
    _ dataset: PlainDataset, _ candidate: Candidate, on day: Int? = nil, before: [PlainFinding]? = nil
  ) {
    let before = before ?? Oracle(dataset, on: day).audit().findings
    let after = Oracle(ScreenOracle.edited(dataset, candidate), on: day).audit().findings
    var known: [String: PlainFinding] = [:]
    for finding in before { known[finding.rule + finding.fingerprint] = finding }
    let reasons = after.filter { finding in
      guard ScreenOracle.isAbout(candidate, finding) else { return false }
      guard let old = known[finding.rule + finding.fingerprint] else { return true }
      let isCircle = finding.rule == "circular-provision"
      return isCircle
        ? finding.operators ?? 0 > old.operators ?? 0 : finding.numbers ?? 0 > old.numbers ?? 0
    }
    self.reasons = reasons.map(ScreenOracle.line).sorted()
    let severities = Set(reasons.filter { $0.waivedBy == nil }.map(\.severity))
    verdict =
      severities.contains("violation") ? "refuse" : severities.contains("warning") ? "conditional" : "accept"
  }

  /// The dataset with the candidate as its last provision.
  package static func edited(_ dataset: PlainDataset, _ candidate: Candidate) -> PlainDataset {
    var dataset = dataset
    let columns = ["provision_id", "supplier_id", "recipient_id", "category", "numbers"]
    let own = columns + ["range_start", "range_end", "starts_on", "ends_on"]
    var table = dataset.tables["provisions"] ?? PlainTable(columns: own)
    let day = OracleCalendar.text(candidate.start)
    table.append([
      "provision_id": id, "supplier_id": candidate.supplier, "recipient_id": candidate.recipient,
      "category": candidate.category, "numbers": candidate.range == nil ? "\(candidate.numbers)" : "",
      "range_start": candidate.range?.start ?? "", "range_end": candidate.range?.end ?? "", "starts_on": day,
      "ends_on": candidate.end.map(OracleCalendar.text) ?? "", "approval_checked_on": day,
      "conditions_agreed_on": day, "continuity_checked_on": day, "declared_on": day,
    ])
    dataset.tables["provisions"] = table
    return dataset
  }

  /// Whether a finding is keyed by the candidate, its ends, a cap on them, or a circle through both.
  private static func isAbout(_ candidate: Candidate, _ finding: PlainFinding) -> Bool {
    let ends = [candidate.supplier, candidate.recipient]
    switch finding.rule {
    case "waiver-expired", "shared-identity", "designation-overlap": return false
    case "cap-exceeded":
      return finding.recipientID == candidate.recipient
        && (finding.supplierID == nil || finding.supplierID == candidate.supplier)
    case "cap-exceeded-in-total": return true
    case "circular-provision":
      return finding.category == candidate.category
        && ends.allSatisfy { finding.operatorIDs?.contains($0) ?? false }
    default: break
    }
    if let provision = finding.provisionID { return provision == id }
    guard let x = finding.operatorID, ends.contains(x) else { return false }
    return finding.category == nil || finding.category == candidate.category
  }

  private static func line(_ finding: PlainFinding) -> String {
    var subject = finding.operatorID ?? finding.provisionID ?? ""
    if let cap = finding.capID { subject = cap + (finding.party == nil ? "" : " of the party") }
    if finding.rule == "circular-provision" { subject = "circle" }
    return line(
      finding.rule, finding.severity, finding.cause, subject, finding.numbers, finding.limit, finding.otherID,
      finding.restrictionID, isWaived: finding.waivedBy != nil)
  }

  private static func line(
    _ rule: String, _ severity: String, _ cause: String?, _ subject: String, _ numbers: Int?, _ limit: Int?,
    _ other: String?, _ restriction: String?, isWaived: Bool
  ) -> String {
    let parts: [String?] = [
      isWaived ? "waived" : nil, rule, severity, cause, subject, numbers.map { "numbers=\($0)" },
      limit.map { "limit=\($0)" }, other.map { "other=\($0)" }, restriction.map { "restriction=\($0)" },
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  /// The reasons of an answer in the form of the oracle's.
  package static func lines(_ answer: ScreenAnswer, _ chain: SupplyChain, _ caps: CapBook) -> [String] {
    func text(_ reason: ScreenReason, _ isWaived: Bool) -> String {
      let subject =
        switch reason.subject {
        case .candidate: id
        case .supplier: chain.tables.operators.ids[Int(answer.candidate.supplier)]
        case .recipient: chain.tables.operators.ids[Int(answer.candidate.recipient)]
        case .cap(let cap): caps.id(of: cap)
        case .party(let cap): caps.id(of: cap) + " of the party"
        case .circle: "circle"
        }
      return line(
        reason.rule.name, reason.severity.name, reason.cause?.name, subject, reason.numbers.map { Int($0) },
        reason.limit.map { Int($0) }, reason.other.map { chain.tables.provisions.ids[Int($0)] },
        reason.restriction.map { chain.tables.restrictions.ids[$0] }, isWaived: isWaived)
    }
    return (answer.reasons.map { text($0, false) } + answer.waived.map { text($0, true) }).sorted()
  }
}

extension ScreenOracle.Candidate {
  /// A random candidate: of numbers or near a range that the dataset has, between operators that often deal already.
  package static func random(_ dataset: PlainDataset, _ random: inout RandomSource) -> Self? {
    let operators = dataset.tables["operators"]?.rows.map { $0[0] } ?? []
    guard !operators.isEmpty else { return nil }
    let data = OracleData(dataset)
    var (u, v) = (random.pick(operators), random.pick(operators))
    if !data.provisions.isEmpty, random.chance(60) {
      // A pair that exists, or its reverse, or one end of it.
      let p = data.provisions[random.int(0...data.provisions.count - 1)]
      let ends = (operators[p.u], operators[p.v])
      switch random.int(0...3) {
      case 0: (u, v) = ends
      case 1: (u, v) = (ends.1, ends.0)
      case 2: u = random.chance(50) ? ends.0 : ends.1
      default: v = random.chance(50) ? ends.0 : ends.1
      }
    }
    if u == v, random.chance(80) { v = random.pick(operators) }
    let ranges = data.provisions.compactMap(\.range) + data.designations.map(\.range)
    let categories = data.provisions.map(\.c) + data.designations.map(\.c)
    let end = random.chance(20) ? dataset.day + random.int(0...300) : nil
    if !ranges.isEmpty, random.chance(55) {
      let range = ranges[random.int(0...ranges.count - 1)]
      let whole = random.chance(35)
      let start = whole ? range.lowerBound : range.lowerBound + random.int(0...range.count - 1)
      let last = whole ? range.upperBound : start + random.int(0...range.upperBound - start)
      guard let c = OracleData.category("0\(start)") else { return nil }
      return Self(
        supplier: u, recipient: v, category: OracleData.categories[c], numbers: last - start + 1,
        range: ("0\(start)", "0\(last)"), start: dataset.day, end: end)
    }
    let c = random.pick(categories, else: 1)
    return Self(
      supplier: u, recipient: v, category: OracleData.categories[c],
      numbers: random.chance(50) ? random.int(1...12) : random.int(1...400), range: nil, start: dataset.day,
      end: end)
  }

  /// The same for the engine; nil for what it cannot take.
  package func engine(_ dataset: PlainDataset) -> ProvisionCandidate? {
    let operators = dataset.tables["operators"]?.rows.map { $0[0] } ?? []
    guard let u = operators.firstIndex(of: supplier), let v = operators.firstIndex(of: recipient),
      let startsOn = Day(ordinal: Int32(start)),
      let c = OracleData.categories.firstIndex(of: category), let kind = Category(rawValue: UInt8(c))
    else { return nil }
    let endsOn = end.flatMap { Day(ordinal: Int32($0)) }
    guard let range else {
      return ProvisionCandidate(
        supplier: UInt32(u), recipient: UInt32(v), category: kind, numbers: UInt64(numbers),
        startsOn: startsOn,
        endsOn: endsOn)
    }
    guard case .success(let first) = TelephoneNumber.parse(range.start),
      case .success(let last) = TelephoneNumber.parse(range.end),
      let whole = try? NumberRange(from: first, to: last)
    else { return nil }
    return ProvisionCandidate(
      supplier: UInt32(u), recipient: UInt32(v), range: whole, startsOn: startsOn, endsOn: endsOn)
  }
}
