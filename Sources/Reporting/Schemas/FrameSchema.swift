/// What every document begins and ends with.
enum FrameSchema {
  /// `schema`, `tool`, `audit`, `policy`, `inputs`, the members of the answer, `disclaimer`.
  static func answer(
    _ document: JSONDocument, audit: SchemaPart = .onDay, _ groups: [SchemaMember]...
  ) -> Schema {
    var all: [[SchemaMember]] = [head(document), [asked(audit), policy, redaction, inputs]]
    all += groups
    all.append([disclaimer])
    return .members(all.flatMap { $0 }, cases: [])
  }

  static func head(_ document: JSONDocument) -> [SchemaMember] {
    [
      .must(
        "schema", .words([document.tag ?? ""]), "文書の形式とその版。", "The layout of the document and its version."),
      .must("tool", .part(.tool), "文書を書いた道具。", "The tool that wrote the document."),
    ]
  }

  static func asked(_ audit: SchemaPart) -> SchemaMember {
    .must("audit", .part(audit), "点検した日。", "The days that were looked at.")
  }

  static let policy = SchemaMember.must(
    "policy", .part(.policyMark), "用いた方針。", "The policy that was applied.")
  static let redaction = SchemaMember.may(
    "redaction", .part(.redaction), "仮名化（--redact のとき）。", "What pseudonyms stand for, with --redact.")
  static let inputs = SchemaMember.must(
    "inputs", .list(of: .part(.input)), "読んだファイル（表の順）。",
    "The files that were read, in the order of the tables.")
  static let disclaimer = SchemaMember.must(
    "disclaimer", .part(.disclaimer), "指摘が何を意味しないか（報告の言語）。",
    "What findings do not mean, in the language of the report.")

  static let tool = Schema.object([
    .must("name", .words(["banken"]), "道具の名前。", "The name of the tool."),
    .must(
      "version", .text(atLeast: 5, atMost: 32, pattern: "[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?"), "版。",
      "Its version."),
  ])

  static let onDay = Schema.object([
    .must("on", .part(.day), "点検した日。", "The day that was looked at.")
  ])

  static let overPeriod = Schema.object([
    .must("from", .part(.day), "期間の初日。", "The first day of the period."),
    .must("to", .part(.day), "期間の最終日（その日を含む）。", "The last day of the period, included."),
  ])

  static let anyDay = Schema.object([
    .must("history", .flag(only: true), "すべての日にわたること。", "That it is about every day.")
  ])

  static let policyMark = Schema.object([
    .must(
      "source", .someText, "方針ファイル（組み込みの方針は built-in）。",
      "The file of the policy as the user named it, or built-in."),
    .must("sha256", .part(.sha256), "方針ファイルのSHA-256。", "The SHA-256 of its bytes."),
    .must(
      "effective_sha256", .part(.sha256), "「banken policy」が表示する内容のSHA-256。",
      "The SHA-256 of what 'banken policy' prints of it."),
  ])

  /// How a report is redacted, as the report says and as a comparison says of it.
  static let redactionMark: [SchemaMember] = [
    .must(
      "replaced", SchemaWords.redactions, "仮名に置き換えたもの。", "What pseudonyms took the place of."),
    .must(
      "key", .text(atLeast: 8, atMost: 8, pattern: "[0-9A-HJKMNP-TV-Z]{8}"), "鍵の識別子（鍵そのものではない）。",
      "Which key they were made with, not the key."),
  ]

  static let redacted = Schema.object(
    redactionMark,
    [
      .must(
        "digests", .words(["hmac-sha-256"]), "sha256 の各項目に代わって示すもの。",
        "What stands in the members sha256 instead of a plain digest.")
    ])

  static let filter = Schema.object([
    .must("operator", .part(.operatorID), "指摘を絞った事業者。", "The operator that findings are limited to.")
  ])

  static let input = Schema.object([
    .must("table", SchemaWords.tables, "表の名前。", "The table it holds."),
    .must("file", .someText, "ファイル名。", "Its name inside the dataset."),
    .must("encoding", SchemaWords.encodings, "読んだときの文字コード。", "The encoding it was read in."),
    .must("sha256", .part(.sha256), "ファイルのSHA-256。", "The SHA-256 of its bytes."),
    .must("rows", .count, "読み入れた行の数。", "Rows accepted."),
    .must("rejected", .count, "除いた行の数。", "Rows set aside by a lenient reading."),
  ])

  /// Whether something was evaluated, and why not.
  static let evaluation: [SchemaMember] = [
    .must("evaluated", .truth, "判定できたか。", "Whether it was evaluated."),
    .must(
      "reason", .part(.reason).orNull, "判定不能の理由（判定したときは null）。", "Why it was not evaluated; null when it was."
    ),
  ]
}
