/// A JSON document that Banken writes or reads, with its JSON Schema.
public enum JSONDocument: String, Sendable, CaseIterable {
  /// `check --format json`, `banken-report/1`: also read, by `--baseline` and `diff`.
  case report
  /// One line of `check --format ndjson` or `diff --format ndjson`.
  case finding
  /// `diff --format json`, `banken-diff/1`.
  case diff
  /// `screen --format json`, `banken-screen/1`.
  case screen
  /// `screen --batch --format json`, `banken-screen-batch/1`.
  case screenBatch = "screen-batch"
  /// `trace --format json`, with `--history` or without, `banken-trace/1`.
  case trace
  /// `stock --format json`, `banken-stock/1`.
  case stock
  /// `impact --format json`, `banken-impact/1`.
  case impact
  /// `critical --format json`, `banken-critical/1`.
  case critical
  /// `repair --format json`, `banken-repair/1`.
  case repair
  /// `horizon --format json`, `banken-horizon/1`.
  case horizon
  /// `rules --format json`, `banken-rules/1`.
  case rules
  /// The policy as a user writes it and as `policy` prints it.
  case policy
  /// One line of standard error with `--format json` or `ndjson`.
  case message

  /// What stands in the member `schema` of such a document; nil for one without.
  public var tag: String? {
    switch self {
    case .finding, .policy, .message: nil
    default: "banken-\(rawValue)/1"
    }
  }

  /// What the schema calls itself, for as long as documents of this layout are written.
  public var id: String { "urn:banken:schema:\(rawValue):1" }

  /// The JSON Schema (draft 2020-12) of such documents, with descriptions in a language.
  ///
  /// Everything it refers to is in it. The same text each time.
  public func schema(_ language: Language) -> String {
    var buffer = TextBuffer()
    append(to: &buffer, language)
    return buffer.text
  }

  func append(to buffer: inout TextBuffer, _ language: Language) {
    var members: [(name: String, value: SchemaNode)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("$id", .string(id)),
      ("title", .string(title[language])),
    ]
    members += layout.keywords(meaning, language)
    let parts = SchemaPart.all(in: layout)
    if !parts.isEmpty {
      members.append(
        (
          "$defs",
          .object(parts.map { ($0.rawValue, .object($0.layout.keywords($0.meaning, language))) })
        ))
    }
    buffer.append(.object(members))
    buffer.append("\n")
  }

  /// What the document is.
  var layout: Schema {
    switch self {
    case .report: .oneOf([.part(.dayReport), .part(.periodReport)])
    case .finding: .oneOf([.part(.markedFinding), .part(.markedPeriodFinding)])
    case .diff: DiffSchema.document
    case .screen: ScreenSchema.document
    case .screenBatch: ScreenBatchSchema.document
    case .trace: .oneOf([.part(.traceOfDay), .part(.history)])
    case .stock: StockSchema.document
    case .impact: ImpactSchema.document
    case .critical: CriticalSchema.document
    case .repair: RepairSchema.document
    case .horizon: HorizonSchema.document
    case .rules: RulesSchema.document
    case .policy: PolicySchema.document
    case .message: MessageSchema.document
    }
  }
}

extension SchemaPart {
  /// The parts that a schema refers to, parts of parts included, in the order of the parts.
  static func all(in schema: Schema) -> [SchemaPart] {
    var found: Set<SchemaPart> = []
    var open = schema.parts
    while let part = open.popLast() {
      if found.insert(part).inserted { open += part.layout.parts }
    }
    return allCases.filter(found.contains)
  }
}
