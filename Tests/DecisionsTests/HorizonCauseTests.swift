import Banken
import Testing

@testable import TestSupport

/// What changes are put down to, and what runs out.
@Suite struct HorizonCauseTests {
  private static let operators = """
    operator_id,name,corporate_number,role,group_id
    H,Holder,,,
    A,Alpha,1180301018771,,
    B,Beta,1180301018771,,
    C,Gamma,,,
    D,Delta,,,
    """
  private static let designations = """
    operator_id,range_start,range_end,designated_on,returned_on
    H,050-9990-0000,050-9990-9999,,
    """

  private func horizon(_ tables: [String: String], days: Int = 60) throws -> Horizon {
    var all = ["operators": Self.operators, "designations": Self.designations]
    all.merge(tables) { $1 }
    let day = try #require(Day("2026-10-01"))
    return try #require(Horizon(try Fixture.chain(all), on: day, within: days))
  }

  private func causes(_ horizon: Horizon, of rule: RuleID) -> [String] {
    let tables = horizon.audit.merged.state.chain.tables
    return horizon.changes.filter { $0.rule == rule }.map { change in
      let event = horizon.groups[change.group].event
      var text = "\(change.day) \(change.starts ? "+" : "-") \(event.kind.name)"
      switch event.kind {
      case .provisionBegins, .provisionEnds: text += event.row.map { " " + tables.provisions.ids[$0] } ?? ""
      case .restrictionBegins, .restrictionEnds:
        text += event.row.map { " " + tables.restrictions.ids[$0] } ?? ""
      default: break
      }
      return text
    }
  }

  @Test func onlyTheProvisionThatFitsIsNamed() throws {
    let provisions = """
      provision_id,supplier_id,recipient_id,category,numbers,starts_on,ends_on
      P1,C,C,ip,5,2024-04-01,2026-10-10
      P2,H,C,ip,5,2024-04-01,2026-10-10
      P3,C,D,ip,5,2024-04-01,2026-10-10
      """
    let certifications = "operator_id,valid_from,valid_to\nH,2026-04-01,2027-03-31"
    let one = try horizon(["provisions": provisions, "certifications": certifications])
    #expect(causes(one, of: .uncertifiedSupplier) == ["2026-10-11 - provision-ends P3"])
    let two = try horizon([
      "provisions": provisions + "\nP4,C,D,ip,7,2024-04-01,2026-10-10", "certifications": certifications,
    ])
    #expect(causes(two, of: .uncertifiedSupplier) == ["2026-10-11 - several"])
  }

  @Test func aCapLooksAtItsOwnProvisions() throws {
    let provisions = """
      provision_id,supplier_id,recipient_id,category,numbers,starts_on,ends_on
      P1,H,C,ip,500,2024-04-01,
      P2,H,C,fixed,5,2026-10-11,
      P3,D,C,ip,5,2026-10-11,
      P4,H,C,ip,5,2026-10-11,
      """
    let caps = "cap_id,supplier_id,recipient_id,category,max_numbers\nK,H,C,ip,502"
    let found = try horizon(["provisions": provisions, "caps": caps])
    #expect(causes(found, of: .capExceeded) == ["2026-10-11 + provision-begins P4"])
  }

  @Test func onlyTheSuspensionOfTheNumbersIsNamed() throws {
    let provisions = """
      provision_id,supplier_id,recipient_id,category,range_start,range_end,starts_on
      P1,H,C,ip,050-9990-0000,050-9990-0099,2026-09-01
      """
    let restrictions = """
      restriction_id,kind,operator_id,range_start,range_end,starts_on,ends_on
      R0,refuse-new,C,,,2026-01-01,2026-10-10
      R1,suspend-numbers,C,050-9990-5000,050-9990-5099,2026-01-01,2026-10-10
      R2,suspend-numbers,,050-9990-0010,050-9990-0019,2026-01-01,2026-10-10
      """
    let found = try horizon(["provisions": provisions, "restrictions": restrictions])
    #expect(causes(found, of: .suspendedNumberProvided) == ["2026-10-11 - restriction-ends R2"])
  }

  /// Records of one row of a person count for its others; a provision to oneself does not make one deal in numbers.
  @Test func renewalsAreOfPersons() throws {
    let provisions = """
      provision_id,supplier_id,recipient_id,category,numbers,starts_on
      P1,H,B,ip,500,2024-04-01
      P2,D,D,ip,500,2024-04-01
      """
    let certifications = """
      operator_id,certificate_number,valid_from,valid_to
      A,C-A,2025-11-01,2026-10-31
      D,C-D,2025-11-01,2026-10-31
      """
    let found = try horizon(["provisions": provisions, "certifications": certifications])
    #expect(found.renewals.map { $0.event.row } == [0])
    #expect(found.renewals.first?.last == Day("2026-10-31"))
  }

  @Test func aDesignationThatIsTakenUpByAnotherEndsNoChain() throws {
    let provisions = """
      provision_id,supplier_id,recipient_id,category,numbers,starts_on
      P1,H,C,ip,500,2024-04-01
      """
    let first = """
      operator_id,range_start,range_end,designated_on,returned_on
      H,050-9990-0000,050-9990-4999,2020-01-01,2026-10-20
      """
    let later = first + "\nH,050-9990-5000,050-9990-9999,2026-10-15,2026-11-05"
    let links = { (found: Horizon) in found.weakestLinks?.map { "\($0.event.day) \($0.event.kind.name)" } }
    #expect(
      links(try horizon(["provisions": provisions, "designations": first])) == ["2026-10-20 designation-ends"]
    )
    #expect(
      links(try horizon(["provisions": provisions, "designations": later])) == ["2026-11-05 designation-ends"]
    )
    let gap = first + "\nH,050-9990-5000,050-9990-9999,2026-10-21,2026-11-05"
    #expect(
      links(try horizon(["provisions": provisions, "designations": gap])) == ["2026-10-20 designation-ends"])
  }

  @Test func chainsAreUnknownWithoutDesignations() throws {
    let day = try #require(Day("2026-10-01"))
    let chain = try Fixture.chain(["operators": Self.operators])
    #expect(Horizon(chain, on: day, within: 5)?.weakestLinks == nil)
    #expect(Horizon(chain, on: day, within: .max)?.last == .latest)
  }

  /// Twenty thousand records of one person and of one holder, some ending on each of three days.
  @Test func manyRecordsOfOneAreLookedAtOnce() throws {
    var certifications = "operator_id,valid_from,valid_to"
    var designations = "operator_id,range_start,range_end,designated_on,returned_on"
    var provisions = "provision_id,supplier_id,recipient_id,category,numbers,starts_on,ends_on"
    let start = try #require(Day("2026-10-01"))
    for index in 0..<20_000 {
      let end = try #require(Day(ordinal: start.ordinal + 1 + Int32(index % 3)))
      certifications += "\nA,2020-01-01,\(end)"
      let number = String(10_000 + index)
      let prefix = "050-\(1_000 + index / 10)-\(index % 10)"
      designations += "\nH,\(prefix)000,\(prefix)999,,\(end)"
      provisions += "\nP\(number),H,A,ip,1,2024-04-01,\(end)"
    }
    let found = try horizon(
      ["certifications": certifications, "designations": designations, "provisions": provisions], days: 10)
    #expect(found.renewals.count == 1)
    // A third of the provisions end first; the others hang on the last designations.
    #expect(found.weakestLinks?.count == 6_668)
    #expect(
      found.weakestLinks?.filter { $0.event.kind == .designationEnds }.map(\.chains) == [13_333])
  }

  /// On random data: what is named takes effect on that very day, and belongs to what the finding is about.
  @Test func causesTakeEffectOnTheirDay() throws {
    var named = 0
    for seed in UInt64(1)...120 {
      let dataset = RandomDataset.make(seed: seed)
      let chain = SupplyChain(dataset.engineTables())
      var random = RandomSource(seed: seed)
      let day = try #require(Day(ordinal: Int32(dataset.day + random.int(-40...40))))
      let policy = try #require(dataset.policy.engine)
      let horizon = try #require(
        Horizon(chain, on: day, within: random.int(1...60), options: AuditOptions(policy: policy)))
      for change in horizon.changes {
        let event = horizon.groups[change.group].event
        guard let row = event.row else { continue }
        let (starts, ends) = days(of: event, row, chain, policy)
        let name = "seed \(seed): \(change.rule.name) \(event.kind.name) \(event.day)"
        if event.kind.name.hasSuffix("-ends") { #expect(ends == event.day.ordinal, "\(name)") }
        if event.kind.name.hasSuffix("-begins") { #expect(starts == event.day.ordinal, "\(name)") }
        named += 1
        guard event.kind == .provisionBegins || event.kind == .provisionEnds else { continue }
        let results = horizon.audit.outcomes[Int(change.rule.rawValue)].findings.results
        let refers = horizon.audit.merged.references(of: results.findings[change.finding], in: results)
        var about: Set<OperatorIndex> = Set(refers.operators ?? [])
        for x in [refers.supplier, refers.recipient, refers.operatorIndex] { if let x { about.insert(x) } }
        let table = chain.tables.provisions
        // What lies further up a chain is of others.
        if refers.provision == nil {
          #expect(about.contains(table.suppliers[row]) || about.contains(table.recipients[row]), "\(name)")
        }
        if change.rule != .selfProvision { #expect(table.suppliers[row] != table.recipients[row], "\(name)") }
      }
    }
    #expect(named > 300)
  }

  private func days(
    of event: HorizonEvent, _ row: Int, _ chain: SupplyChain, _ policy: Policy
  ) -> (start: Int32?, end: Int32?) {
    let tables = chain.tables
    switch event.kind {
    case .certificateBegins: return (tables.certifications.starts[row], nil)
    case .certificateEnds:
      let ranOut = tables.certifications.validTo[row] + Int32(policy.graceDays) + 1
      return (nil, event.day.ordinal == ranOut ? ranOut : tables.certifications.endedOn[row])
    case .approvalBegins, .approvalEnds: return (tables.approvals.starts[row], tables.approvals.ends[row])
    case .designationBegins, .designationEnds:
      return (tables.designations.starts[row], tables.designations.ends[row])
    case .waiverBegins, .waiverEnds: return (tables.waivers.starts[row], tables.waivers.ends[row])
    case .provisionBegins, .provisionEnds: return (tables.provisions.starts[row], tables.provisions.ends[row])
    case .restrictionBegins, .restrictionEnds:
      return (tables.restrictions.starts[row], tables.restrictions.ends[row])
    default: return (event.day.ordinal, event.day.ordinal)
    }
  }

  @Test func threadsChangeNothing() throws {
    for seed in UInt64(1)...12 {
      let dataset = RandomDataset.make(seed: seed)
      let chain = SupplyChain(dataset.engineTables())
      let day = try #require(Day(ordinal: Int32(dataset.day)))
      let policy = try #require(dataset.policy.engine)
      func bytes(_ threads: Int) throws -> [[UInt8]] {
        let horizon = try #require(
          Horizon(
            chain, on: day, within: 60, options: AuditOptions(policy: policy, threads: threads)))
        return HorizonFormat.allCases.map {
          horizon.report($0, context: ReportContext(language: .en, toolVersion: "1", dataset: "d"))
        }
      }
      let one = try bytes(1)
      #expect(one.allSatisfy { !$0.isEmpty })
      #expect(try bytes(2) == one && bytes(5) == one, "seed \(seed)")
    }
  }
}
