import Bytes
import Testing

@testable import Audit
@testable import Numbering

@Suite struct PolicyDecoderTests {
  private func read(_ text: String) -> PolicyReading { Policy.decode(json: Array(text.utf8)) }

  /// The one mistake of a text, with its place.
  private func problem(_ text: String) throws -> PolicyProblem {
    let reading = read(text)
    #expect(reading.policy == nil)
    #expect(reading.problems.count == 1)
    return try #require(reading.problems.first)
  }

  private func expect(
    _ text: String, _ line: Int, _ column: Int, _ path: String, _ kind: PolicyProblem.Kind,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try problem(text)
    let wanted = PolicyProblem(position: TextPosition(line: line, column: column), path: path, kind: kind)
    #expect(found == wanted, sourceLocation: sourceLocation)
  }

  @Test func anEmptyObjectIsTheBuiltInPolicy() {
    #expect(read("{}").policy == Policy())
    #expect(read("{}").problems.isEmpty)
  }

  @Test func theBuiltInPolicyWrittenOutIsTheBuiltInPolicy() {
    let text = """
      {"caps": [], "unknown_track_record": "skip", "approval": {"required_from": "2019-05-22"},
       "confirmation": {"categories": []}, "certification": {"required_from": "2025-10-01", "grace_days": 0},
       "resale": {"max_tier": 1, "max_tier_by_category": {}}, "ledger": {"complete": []}, "severity": {},
       "fail_on": "violation"}
      """
    #expect(read(text).policy == Policy())
  }

  @Test func readsEveryMember() throws {
    let text = """
      {"caps": [{"id": "Ａ１", "categories": ["０５０", "固定電話番号"], "max_numbers": 0,
                 "track_record_from_months": 6, "track_record_under_months": 24, "certified": false,
                 "effective_from": "令和8年4月1日"},
                {"id": "B", "max_numbers": 10000000000}],
       "unknown_track_record": "none", "approval": {"required_from": "R1.5.1"},
       "confirmation": {"categories": ["ip"]}, "certification": {"required_from": "20260401", "grace_days": 30},
       "resale": {"max_tier": 2, "max_tier_by_category": {"携帯": 3, "fixed": 1}},
       "ledger": {"complete": ["ＯＰ０１", " OP02 "]},
       "severity": {"second-tier-resale": "off", "second-tier-resale:uncertified": "violation",
                    "approval-missing:none": "notice"},
       "fail_on": "none"}
      """
    var policy = Policy()
    policy.caps = [
      Policy.Cap(
        id: "A1", categories: [CategorySet(.ip), CategorySet(.fixed)], maximum: 0, trackRecordFromMonths: 6,
        trackRecordUnderMonths: 24, certified: false, effectiveFrom: Day("2026-04-01")),
      Policy.Cap(id: "B", maximum: 10_000_000_000),
    ]
    policy.unknownTrackRecord = .none
    policy.approvalRequiredFrom = try #require(Day("2019-05-01"))
    policy.confirmationCategories = CategorySet(.ip)
    policy.certificationRequiredFrom = try #require(Day("2026-04-01"))
    policy.graceDays = 30
    policy.maxTier = 2
    policy.maxTierByCategory = [.mobile: 3, .fixed: 1]
    policy.completeLedger = .operators(["OP01", "OP02"])
    policy.severities = [
      Policy.Target(rule: .secondTierResale): .off,
      Policy.Target(rule: .secondTierResale, cause: .uncertified): .severity(.violation),
      Policy.Target(rule: .approvalMissing, cause: Cause.none): .severity(.notice),
    ]
    policy.failOn = nil
    let reading = read(text)
    #expect(reading.problems == [])
    #expect(reading.policy == policy)
    #expect(reading.capPositions.map { [$0.line, $0.column] } == [[1, 18], [4, 18]])
    #expect(reading.completePositions.map { [$0.line, $0.column] } == [[8, 26], [8, 34]])
    #expect(Policy.decode(json: policy.json).policy == policy)
    #expect(read("{\"ledger\": {\"complete\": \"all\"}}").policy?.completeLedger == .all)
  }

  @Test func locatesTextThatIsNoJSON() throws {
    try expect("", 1, 1, "", .notJSON(.empty))
    try expect("{\n  \"caps\": [,]}", 2, 12, "", .notJSON(.unexpected(found: ",", expected: .value)))
    try expect("{\"caps\": [", 1, 11, "", .notJSON(.unexpectedEnd))
  }

  @Test func readsFees() {
    let text = """
      {"fees": {"associations": [" Ａ１ "], "members": {"first": 8, "renewal": 6},
       "others": {"first": 26, "renewal": 25}, "approval": 3, "end": 11}}
      """
    let fees = Policy.decode(json: Array(text.utf8)).policy?.fees
    #expect(
      fees
        == Policy.Fees(
          associations: ["A1"], members: .init(first: 8, renewal: 6), others: .init(first: 26, renewal: 25),
          approval: 3, end: 11))
    var policy = Policy()
    policy.fees = fees
    #expect(Policy.decode(json: policy.json).policy == policy)
  }

  @Test func refusesFeesThatSayTooLittle() {
    let text = "{\"fees\": {\"others\": {\"first\": -1}, \"end\": \"x\"}}"
    let reading = Policy.decode(json: Array(text.utf8))
    #expect(reading.policy == nil)
    #expect(
      reading.problems.map { "\($0.column) \($0.path) \($0.kind)" } == [
        "10 fees missingMember(name: \"members\")",
        "21 fees.others missingMember(name: \"renewal\")",
        "31 fees.others.first wrongValue(found: Audit.PolicyProblem.Found.number(\"-1\"), expected: "
          + "Audit.PolicyProblem.Expected.wholeNumber(from: 0, to: 10000000000), suggestion: nil)",
        "43 fees.end wrongValue(found: Audit.PolicyProblem.Found.string(\"x\"), expected: "
          + "Audit.PolicyProblem.Expected.wholeNumber(from: 0, to: 10000000000), suggestion: nil)",
      ])
  }

  @Test func refusesUnknownMembers() throws {
    let top = [
      "caps", "unknown_track_record", "approval", "confirmation", "certification", "resale", "ledger",
      "severity", "fail_on", "fees",
    ]
    try expect(
      "{\n \"fail-on\": \"none\"}", 2, 2, "fail-on",
      .unknownMember(name: "fail-on", suggestion: "fail_on", known: top))
    try expect(
      "{\"resale\": {\"max_tiers\": 1}}", 1, 13, "resale.max_tiers",
      .unknownMember(name: "max_tiers", suggestion: "max_tier", known: ["max_tier", "max_tier_by_category"]))
    try expect(
      "{\"ledger\": {\"xyz\": 1}}", 1, 13, "ledger.xyz",
      .unknownMember(name: "xyz", suggestion: nil, known: ["complete"]))
  }

  @Test func refusesMembersThatComeTwice() throws {
    try expect(
      "{\"fail_on\": \"none\",\n\"fail_on\": \"none\"}", 2, 1, "fail_on",
      .duplicateMember(name: "fail_on", line: 1))
    try expect(
      "{\"severity\": {\"no-source\": \"off\",\n\"no-source\": \"off\"}}", 2, 1, "severity.no-source",
      .duplicateMember(name: "no-source", line: 1))
    try expect(
      "{\"resale\": {\"max_tier_by_category\": {\"ip\": 1,\n\"050\": 2}}}", 2, 1,
      "resale.max_tier_by_category.050", .duplicateMember(name: "050", line: 1))
  }

  @Test(arguments: [
    ("[]", "", PolicyProblem.Found.array, PolicyProblem.Expected.object),
    ("{\"caps\": {}}", "caps", .object, .array),
    ("{\"caps\": [1]}", "caps[0]", .number("1"), .object),
    ("{\"approval\": null}", "approval", .null, .object),
    ("{\"approval\": {\"required_from\": 20260401}}", "approval.required_from", .number("20260401"), .date),
    (
      "{\"approval\": {\"required_from\": \"2026-02-30\"}}", "approval.required_from", .string("2026-02-30"),
      .date
    ),
    (
      "{\"certification\": {\"grace_days\": -1}}", "certification.grace_days", .number("-1"),
      .wholeNumber(from: 0, to: 100_000)
    ),
    (
      "{\"certification\": {\"grace_days\": 1.5}}", "certification.grace_days", .number("1.5"),
      .wholeNumber(from: 0, to: 100_000)
    ),
    (
      "{\"resale\": {\"max_tier\": \"1\"}}", "resale.max_tier", .string("1"),
      .wholeNumber(from: 0, to: 1_000_000_000)
    ),
    ("{\"resale\": {\"max_tier_by_category\": []}}", "resale.max_tier_by_category", .array, .object),
    (
      "{\"resale\": {\"max_tier_by_category\": {\"x\": 1}}}", "resale.max_tier_by_category.x", .string("x"),
      .category
    ),
    ("{\"ledger\": {\"complete\": \"ALL\"}}", "ledger.complete", .string("ALL"), .idsOrAll),
    ("{\"ledger\": {\"complete\": [\"　\"]}}", "ledger.complete[0]", .string("　"), .id),
    ("{\"confirmation\": {\"categories\": \"ip\"}}", "confirmation.categories", .string("ip"), .array),
    ("{\"confirmation\": {\"categories\": [9]}}", "confirmation.categories[0]", .number("9"), .category),
    ("{\"severity\": \"off\"}", "severity", .string("off"), .object),
  ])
  func refusesWrongValues(
    _ text: String, _ path: String, _ found: PolicyProblem.Found, _ expected: PolicyProblem.Expected
  ) throws {
    let problem = try problem(text)
    #expect(problem.path == path)
    #expect(problem.kind == .wrongValue(found: found, expected: expected))
  }

  @Test func suggestsChoices() throws {
    try expect(
      "{\"fail_on\": \"warn\"}", 1, 13, "fail_on",
      .wrongValue(
        found: .string("warn"), expected: .choice(["violation", "warning", "notice", "none"])))
    try expect(
      "{\"fail_on\": \"warnin\"}", 1, 13, "fail_on",
      .wrongValue(
        found: .string("warnin"), expected: .choice(["violation", "warning", "notice", "none"]),
        suggestion: "warning"))
    try expect(
      "{\"severity\": {\"no-source\": \"of\"}}", 1, 28, "severity.no-source",
      .wrongValue(
        found: .string("of"), expected: .choice(["violation", "warning", "notice", "off"]), suggestion: "off")
    )
  }

  @Test func refusesSeveritiesOfNothing() throws {
    try expect(
      "{\"severity\": {\"no-sauce\": \"off\"}}", 1, 15, "severity.no-sauce",
      .unknownRule(name: "no-sauce", suggestion: "no-source"))
    try expect(
      "{\"severity\": {\"second-tier-resale:certifed\": \"off\"}}", 1, 15,
      "severity.second-tier-resale:certifed",
      .unknownCause(
        name: "certifed", rule: .secondTierResale, suggestion: "certified",
        known: ["certified", "uncertified"]))
    // A cause of another rule is none of this one.
    try expect(
      "{\"severity\": {\"self-provision:late\": \"off\"}}", 1, 15, "severity.self-provision:late",
      .unknownCause(name: "late", rule: .selfProvision, suggestion: nil, known: []))
  }

  @Test func refusesCapsThatCannotBe() throws {
    try expect("{\"caps\": [{\"id\": \"A\"}]}", 1, 11, "caps[0]", .missingMember(name: "max_numbers"))
    try expect("{\"caps\": [{\"max_numbers\": 1}]}", 1, 11, "caps[0]", .missingMember(name: "id"))
    try expect(
      "{\"caps\": [{\"id\": \"A\", \"max_numbers\": 1},\n{\"id\": \"Ａ\", \"max_numbers\": 1}]}", 2, 8,
      "caps[1].id",
      .duplicateCap(id: "A", line: 1))
    try expect(
      """
      {"caps": [{"id": "A", "max_numbers": 1,
       "track_record_from_months": 6, "track_record_under_months": 6}]}
      """, 2, 62, "caps[0].track_record_under_months", .emptyTrackRecord(from: 6, under: 6))
  }

  @Test func reportsEveryMistakeInTheOrderOfTheText() {
    let reading = read(
      "{\"fail_on\": 1, \"caps\": [{\"certified\": 0}], \"x\": 1, \"ledger\": 2, \"unknown_track_record\": 3}"
    )
    #expect(
      reading.problems.map(\.path) == [
        "fail_on", "caps[0]", "caps[0]", "caps[0].certified", "x", "ledger", "unknown_track_record",
      ])
  }

  @Test func manyMistakesAreReportedInLinearTime() {
    let members = (0..<20_000).map { "\"m\($0)\": 0" }.joined(separator: ",")
    #expect(read("{\(members)}").problems.count == 20_000)
  }

  @Test func everyTruncationIsReported() {
    let text = Array(
      #"{"caps": [{"id": "A", "max_numbers": 1}], "severity": {"no-source": "off"}, "fail_on": "none"}"#.utf8)
    #expect(Policy.decode(json: text).policy != nil)
    for length in text.indices { #expect(Policy.decode(json: Array(text[..<length])).problems.count == 1) }
  }
}
