import Banken
import Bytes
import TestSupport
import Testing

@testable import BankenCommand

/// The schemas are true to everything that is written, and say no more than that.
@Suite struct SchemaTests {
  private static func checks(_ language: Language) throws -> [JSONDocument: SchemaCheck] {
    var checks: [JSONDocument: SchemaCheck] = [:]
    for document in JSONDocument.allCases {
      checks[document] = try SchemaCheck(document.schema(language))
    }
    return checks
  }

  private static func corpus() throws -> SchemaCorpus {
    var corpus = SchemaCorpus()
    try corpus.addRecorded()
    try corpus.addExamples(in: try Directory())
    try corpus.addRulesAndPolicies(in: try Directory())
    try corpus.addOdd(in: try Directory())
    try corpus.addMistakes(in: try Directory())
    try corpus.addSmall(in: try Directory())
    try corpus.addRedacted(in: try Directory())
    for seed in UInt64(1)...8 { try corpus.addRandom(seed: seed, in: try Directory()) }
    return corpus
  }

  @Test func everythingWrittenIsValidAndEveryMemberIsWritten() throws {
    let corpus = try Self.corpus()
    let checks = try Self.checks(.en)
    var kinds: [JSONDocument: Int] = [:]
    for sample in corpus.samples {
      kinds[sample.document, default: 0] += 1
      guard let value = try? SchemaCheck.value(sample.text) else {
        Issue.record("\(sample.document): \(sample.name): no JSON")
        continue
      }
      let problems = checks[sample.document]?.problems(of: value) ?? []
      #expect(problems.isEmpty, "\(sample.document): \(sample.name): \(problems.prefix(3))")
      if let tag = sample.document.tag { #expect(value["schema"]?.string == tag, "\(sample.name)") }
    }
    for document in JSONDocument.allCases { #expect(kinds[document, default: 0] >= 3, "\(document)") }
    let all = checks.values.reduce(into: Set<String>()) { $0.formUnion($1.members) }
    let seen = checks.values.reduce(into: Set<String>()) { $0.formUnion($1.seen) }
    let unwritten = all.subtracting(seen).sorted()
    #expect(unwritten == Self.unwritten.sorted())
  }

  /// Members that no document of the corpus has, each with why.
  private static let unwritten = [
    // What an identity is shared by changes by no event, candidate or day: only reports have such findings.
    "finding.value", "periodFinding.value",
    // Only where one period is compared with another and a finding has more or fewer numbers.
    "markedPeriodFinding.baseline_numbers",
    // Only of a person with more than a hundred operators.
    "steps.operators",
  ]

  /// One document of each kind, small, with as many members as possible.
  private static func small() throws -> [(JSONDocument, JSONValue)] {
    var corpus = SchemaCorpus()
    try corpus.addOdd(in: try Directory())
    try corpus.addMistakes(in: try Directory())
    try corpus.addSmall(in: try Directory())
    try corpus.addRedacted(in: try Directory())
    var longest: [String: (document: JSONDocument, text: String)] = [:]
    for sample in corpus.samples where sample.text.utf8.count < 40_000 {
      // A report of a day and one of a period, a trace and a history are kinds of their own.
      let kind =
        "\(sample.document) \(sample.text.contains("\"from\":")) \(sample.text.contains("\"history\""))"
      if sample.text.utf8.count > longest[kind]?.text.utf8.count ?? 0 {
        longest[kind] = (sample.document, sample.text)
      }
    }
    return try longest.sorted { $0.key < $1.key }.map {
      ($0.value.document, shortened(try SchemaCheck.value($0.value.text)))
    }
  }

  /// The same with at most three elements of each list; the rules of a report are always all there.
  private static func shortened(_ value: JSONValue) -> JSONValue {
    switch value.content {
    case .object(let members):
      let short = members.map { JSONMember(name: $0.name, at: 0, value: shortened($0.value)) }
      return JSONValue(.object(short), at: 0)
    case .array(let elements):
      let isEveryRule = elements.count == RuleID.allCases.count
      return JSONValue(.array((isEveryRule ? elements : Array(elements.prefix(3))).map(shortened)), at: 0)
    default: return value
    }
  }

  /// What is not as a schema says is refused: a member too many anywhere, a member of another type anywhere, and a member
  /// too few except where it does not always apply.
  @Test func everyOtherShapeIsRefused() throws {
    let checks = try Self.checks(.en)
    var dispensable: Set<String> = []
    var documents: Set<JSONDocument> = []
    for (document, value) in try Self.small() {
      documents.insert(document)
      let check = try #require(checks[document])
      #expect(check.accepts(value), "\(document)")
      for mutation in value.mutations {
        let isAccepted = check.accepts(mutation.value)
        switch mutation.kind {
        case .removed:
          // Of a policy nearly everything may be left out.
          if isAccepted, document != .policy {
            dispensable.insert(mutation.path.split(separator: ".").last.map(String.init) ?? "")
          }
        case .added, .retyped:
          #expect(!isAccepted, "\(document): \(mutation.kind) \(mutation.path)")
        }
      }
    }
    #expect(documents == Set(JSONDocument.allCases))
    #expect(dispensable.subtracting(Self.dispensable).sorted() == [])
    #expect(dispensable.count > 35)
  }

  /// Members that are absent where they do not apply.
  private static let dispensable: Set = [
    "approval_checked_on", "approval_number", "baseline", "baseline_numbers", "baseline_severity",
    "baseline_state", "baseline_waived_by", "cap_id", "category", "cause", "certificate_number", "chain",
    "column", "column_name", "conditions_agreed_on", "continuity_checked_on", "country", "cycle",
    "declared_on", "designation", "end", "ends_on", "expected", "fee", "file", "filter", "found", "hint",
    "limit", "line", "mended", "nearest", "number_days", "numbers", "numbers_before", "operator_id",
    "operator_ids", "operators", "other_id", "party", "provides", "provision_id", "provisions", "range_end",
    "range_start", "receives", "recipient_id", "redaction", "restriction_id", "rooted", "since", "source",
    "start",
    "supplier_id", "tier", "unknown_track_records", "unwaived_periods", "valid_from", "value", "waiver_id",
    "waivers",
  ]

  @Test func schemasAreClosedAndTheSameInEveryLanguageButForWords() throws {
    for document in JSONDocument.allCases {
      let (ja, en) = (document.schema(.ja), document.schema(.en))
      #expect(ja == document.schema(.ja))
      let japanese = try Self.withoutWords(SchemaCheck.value(ja))
      let english = try Self.withoutWords(SchemaCheck.value(en))
      #expect(japanese == english, "\(document)")
      #expect(try SchemaCheck.value(en)["$id"]?.string == "urn:banken:schema:\(document.rawValue):1")
      // Every object is closed or has members of one kind.
      let objects = en.components(separatedBy: "\"type\": \"object\"").count
      #expect(objects == en.components(separatedBy: "\"additionalProperties\": ").count, "\(document)")
    }
  }

  /// A value as text, without descriptions and titles.
  private static func withoutWords(_ value: JSONValue) -> String {
    switch value.content {
    case .object(let members):
      let kept = members.filter { member in
        !(["description", "title"].contains(member.name) && member.value.string != nil)
      }
      return "{" + kept.map { "\($0.name):\(withoutWords($0.value))" }.joined(separator: ",") + "}"
    case .array(let elements): return "[" + elements.map(withoutWords).joined(separator: ",") + "]"
    default: return "\(value.content)"
    }
  }
}

@Suite struct SchemaCommandTests {
  @Test func printsWhatTheLibraryGives() {
    for document in JSONDocument.allCases {
      for language in Language.allCases {
        let run = CommandRun("schema \(document.rawValue) --lang \(language.rawValue)")
        #expect(run.status == 0 && run.errors == "" && run.output == document.schema(language))
      }
    }
  }

  @Test func listsTheDocuments() {
    let english = CommandRun("schema --lang en")
    #expect(english.status == 0 && english.errors == "")
    let lines = english.output.split(separator: "\n").map(String.init)
    #expect(lines.count == JSONDocument.allCases.count)
    #expect(lines.first == "report        Written by 'check --format json', read by '--baseline' and 'diff'.")
    #expect(
      CommandRun("schema --lang ja").output.contains(
        "policy        「policy」が書き、「--policy」と policy.json から読まれる。\n"))
  }

  @Test func unknownNamesAreRefused() {
    let run = CommandRun("schema reprot --lang en")
    #expect(run.status == 2 && run.output == "")
    #expect(
      run.errors.hasPrefix(
        "banken: error: unknown document 'reprot' ('banken schema' lists them); did you mean 'report'?\n"))
    let japanese = CommandRun("schema criticul --lang ja")
    #expect(japanese.status == 2 && japanese.errors.contains("critical"))
    #expect(CommandRun("schema \u{1B}[31m --lang en").errors.contains("'\\u{1B}[31m'"))
    #expect(CommandRun("schema report diff").status == 2)
  }

  @Test func shellsOfferTheNames() {
    #expect(Completions(placeholder: "NAME") == .words(JSONDocument.allCases.map(\.rawValue)))
  }
}
