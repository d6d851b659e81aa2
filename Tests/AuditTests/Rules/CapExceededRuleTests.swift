import Banken
import Testing
import TestSupport

@Suite struct CapExceededRuleTests {
  private let operators = """
    operator_id, name, service_started_on
    H, Holder, 2000-01-01
    A, Old, 2020-01-31
    B, Young, 2026-04-01
    C, Unknown,
    """

  private func find(
    _ caps: [Policy.Cap], _ provisions: String, _ more: [String: String] = [:], on day: String = "2026-10-01",
    unknown: Policy.UnknownTrackRecord = .skip
  ) throws -> [String] {
    var policy = Policy()
    policy.caps = caps
    policy.unknownTrackRecord = unknown
    var tables = more
    tables["operators"] = operators
    tables["provisions"] = provisions
    return try Fixture.findings(.capExceeded, on: day, policy: policy, tables)
  }

  @Test func sumOfThePairMustExceedTheMaximum() throws {
    let found = try find(
      [Policy.Cap(id: "all", maximum: 100), Policy.Cap(id: "ip", categories: CategorySet(.ip), maximum: 60)],
      """
      provision_id, supplier_id, recipient_id, category, numbers
      P1, H, B, ip, 61
      P2, H, B, fixed, 40
      P3, H, A, ip, 60
      P4, H, A, fixed, 40
      P5, A, B, ip, 50
      P6, A, B, ip, 11
      P7, B, B, ip, 1000
      """)
    #expect(
      found == [
        "violation all H>B numbers=101 limit=100",
        "violation ip H>B numbers=61 limit=60",
        "violation ip A>B numbers=61 limit=60",
      ])
  }

  @Test func overlappingRangesCountOnce() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, range_start, range_end, category, numbers
      P1, H, A, 05031230000, 05031230099,,
      P2, H, B, 05031230000, 05031230099,,
      P3, H, A, 05031230050, 05031230149,,
      P4, H, A, 05031230010, 05031230020,,
      P5, H, A,,, ip, 5
      """
    #expect(try find([Policy.Cap(id: "c", maximum: 155)], provisions) == [])
    #expect(
      try find([Policy.Cap(id: "c", maximum: 154)], provisions) == ["violation c H>A numbers=155 limit=154"])
  }

  @Test func trackRecordInWholeMonths() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, numbers
      P1, H, A, 10
      P2, H, B, 10
      P3, H, C, 10
      """
    let young = Policy.Cap(id: "young", maximum: 1, trackRecordUnderMonths: 6)
    let old = Policy.Cap(id: "old", maximum: 1, trackRecordFromMonths: 6)
    #expect(try find([young], provisions, on: "2026-09-30") == ["violation young H>B numbers=10 limit=1"])
    #expect(try find([young], provisions, on: "2026-10-01") == [])
    #expect(
      try find([old], provisions, on: "2026-10-01") == [
        "violation old H>A numbers=10 limit=1", "violation old H>B numbers=10 limit=1",
      ])
    #expect(
      try find([young], provisions, on: "2026-10-01", unknown: .none) == [
        "violation young H>C numbers=10 limit=1"
      ])
    // 31 January plus one month is the last day of February; before the start there are 0 months.
    let month = Policy.Cap(id: "month", maximum: 1, trackRecordFromMonths: 1, trackRecordUnderMonths: 2)
    #expect(try find([month], provisions, on: "2020-02-28") == [])
    #expect(try find([month], provisions, on: "2020-02-29") == ["violation month H>A numbers=10 limit=1"])
    #expect(try find([month], provisions, on: "2020-03-30") == ["violation month H>A numbers=10 limit=1"])
    #expect(try find([month], provisions, on: "2020-03-31") == [])
    #expect(
      try find([young], provisions, on: "2019-01-01") == [
        "violation young H>A numbers=10 limit=1", "violation young H>B numbers=10 limit=1",
      ])
  }

  @Test func certificationState() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, numbers
      P1, H, A, 10
      P2, H, B, 10
      """
    let certifications = [
      "certifications": """
      operator_id, valid_from
      A, 2026-01-01
      """
    ]
    let uncertified = Policy.Cap(id: "uncertified", maximum: 1, certified: false)
    let certified = Policy.Cap(id: "certified", maximum: 1, certified: true)
    #expect(
      try find([uncertified, certified], provisions, certifications) == [
        "violation uncertified H>B numbers=10 limit=1", "violation certified H>A numbers=10 limit=1",
      ])
    #expect(try find([uncertified, certified], provisions) == [])
  }

  @Test func effectiveFrom() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, numbers
      P1, H, A, 10
      """
    let cap = Policy.Cap(id: "c", maximum: 1, effectiveFrom: Day("2026-10-01"))
    #expect(try find([cap], provisions, on: "2026-09-30") == [])
    #expect(try find([cap], provisions, on: "2026-10-01") == ["violation c H>A numbers=10 limit=1"])
  }

  @Test func rowsOfTheCapsTable() throws {
    let provisions = """
      provision_id, supplier_id, recipient_id, category, numbers, range_start, range_end
      P1, H, A,,, 05031230000, 05031230099
      P2, B, A,,, 05031230050, 05031230149
      P3, B, A, fixed, 30,,
      """
    let caps = """
      cap_id, supplier_id, recipient_id, category, max_numbers, valid_from, valid_to
      K1, H, A,, 99,,
      K2, H, A,, 100,,
      K3, B, A,, 129,,
      K4,, A, ip, 149,,
      K5,, A, ip, 150,,
      K6,, A,, 179,,
      K7, H, A,, 1, 2026-10-02,
      K8, H, A,, 1,, 2026-09-30
      K9, H, A,, 1, 2026-10-01, 2026-10-01
      K10, B, A, ip, 99,,
      K11, C, A,, 1,,
      """
    #expect(
      try find([Policy.Cap(id: "p", maximum: 129)], provisions, ["caps": caps]) == [
        "violation p B>A numbers=130 limit=129",
        "violation K1 H>A numbers=100 limit=99",
        "violation K3 B>A numbers=130 limit=129",
        "violation K4 *>A numbers=150 limit=149",
        "violation K6 *>A numbers=180 limit=179",
        "violation K9 H>A numbers=100 limit=1",
        "violation K10 B>A numbers=100 limit=99",
      ])
  }

  @Test func notEvaluatedWithoutAnyCap() throws {
    let provisions = "provision_id, supplier_id, recipient_id, numbers"
    #expect(try find([], provisions) == ["not evaluated: no-caps"])
    #expect(try find([], provisions, ["caps": "cap_id"]) == [])
  }

  @Test func countsTheUnknownTrackRecords() throws {
    var policy = Policy()
    policy.caps = [
      Policy.Cap(id: "c", categories: CategorySet(.ip), maximum: 1, trackRecordUnderMonths: 6),
      Policy.Cap(id: "d", maximum: 1, trackRecordUnderMonths: 6, certified: true),
    ]
    let tables = [
      "operators": """
      operator_id, name, service_started_on
      H, H,
      A, A,
      B, B,
      C, C, 2020-01-01
      D, D,
      """,
      "certifications": """
      operator_id, valid_from
      D, 2026-01-01
      """,
      "provisions": """
      provision_id, supplier_id, recipient_id, category, numbers, ends_on
      P1, H, A, ip, 10,
      P2, H, A, ip, 10,
      P3, H, B, fixed, 10,
      P4, H, C, ip, 10,
      P5, H, D, fixed, 10,
      P6, H, H, ip, 10,
      """,
    ]
    #expect(try Fixture.audit(on: "2026-10-01", policy: policy, tables).summary.unknownTrackRecords == 2)
    policy.unknownTrackRecord = .none
    #expect(try Fixture.audit(on: "2026-10-01", policy: policy, tables).summary.unknownTrackRecords == 0)
  }
}
