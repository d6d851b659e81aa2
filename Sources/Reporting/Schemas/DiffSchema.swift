import Audit
import Comparison

/// `banken-diff/1`, and the parts of it that a report with `--baseline` has.
enum DiffSchema {
  static let document = Schema.object(
    FrameSchema.head(.diff),
    [
      .must("old", .part(.comparedReport), "前回の報告。", "The earlier report."),
      .must("new", .part(.comparedReport), "今回の報告。", "The later report."),
      forced,
      .must("summary", .part(.difference), "すべてのルールの増減。", "What changed over all rules."),
      .must("rules", rules, "ルールごとの増減。", "What changed of each rule."),
      .must(
        "findings", .list(of: .anyOf([.part(.markedFinding), .part(.markedPeriodFinding)])),
        "変わった指摘（--all ならすべて）。",
        "The findings that changed; with --all, every one."),
      FrameSchema.disclaimer,
    ])

  static let report = Schema.object(reportMembers)

  static let reportMembers: [SchemaMember] = [
    .must("file", .someText, "報告のファイル名。", "The file as the user named it."),
    .must("sha256", .part(.sha256), "ファイルのSHA-256。", "The SHA-256 of its bytes."),
    .must(
      "audit", .oneOf([.part(.onDay), .part(.overPeriod)]), "点検した日または期間。",
      "The day or period that was audited."),
    .must("policy", policy, "用いられた方針。", "The policy that was applied."),
    .must(
      "operator", .part(.operatorID).orNull, "指摘を絞った事業者（なければ null）。",
      "The operator findings are limited to, or null."),
    .may(
      "redaction", .object(FrameSchema.redactionMark), "仮名化（仮名化した報告のとき）。",
      "How it is redacted, where it is."),
    .must("findings", .count, "除外されていない指摘の数。", "Findings that count: those not waived."),
    .must("waived", .count, "除外された指摘の数。", "Findings that a waiver covers."),
    .must("rejected", .count, "除いて読んだ行の数。", "Rows that a lenient reading had set aside."),
  ]

  /// As another version may have written it.
  private static let policy = Schema.object([
    .must("source", .someText, "方針ファイル。", "The file of the policy, or built-in."),
    .must("sha256", .part(.sha256), "方針ファイルのSHA-256。", "The SHA-256 of its bytes."),
    .must(
      "effective_sha256", .part(.sha256).orNull, "有効な方針のSHA-256（なければ null）。",
      "The SHA-256 of the policy in effect, or null where the report does not say."),
  ])

  static let forced = SchemaMember.must(
    "forced", .list(of: SchemaWords.differences), "--force で見過ごした相違。",
    "The differences that --force overruled.")

  static let rules = Schema.list(
    of: .part(.ruleDifference), atLeast: RuleID.allCases.count, atMost: RuleID.allCases.count)

  static let total = Schema.object(counts)

  static let rule = Schema.object(
    [.must("rule", .part(.rule), "ルールの名前。", "The name of the rule.")], counts,
    [
      .must(
        "old_reason", reason, "前回判定しなかった理由（判定していれば null）。",
        "Why the earlier report did not evaluate it, or null."),
      .must(
        "new_reason", reason, "今回判定しなかった理由（判定していれば null）。",
        "Why the later report did not evaluate it, or null."),
    ])

  private static let reason = Schema.words(SchemaWords.reasons + [ReportDigest.notListed]).orNull

  private static let counts: [SchemaMember] = [
    .must("old", .count, "前回の指摘の数（除外を含まない）。", "Findings of the earlier report that count."),
    .must("new", .count, "今回の指摘の数（除外を含まない）。", "Findings of the later report that count."),
    .must(
      "change", Schema.integer(from: -Int64(UInt32.max), to: UInt64(UInt32.max)).orNull,
      "増減（比べられなければ null）。", "By how many they differ; null where they cannot be compared."),
    .must(
      "states",
      .object(
        FindingState.allCases.map { state in
          SchemaMember.must(
            state.name, .count, "「\(ComparisonWords.word(state).ja)」の件数。",
            "How many are \(ComparisonWords.word(state).en).")
        }), "どうなったかの内訳。", "What became of the findings."),
    .must("raised", .count, "重大度の上がった件数。", "Findings that are more severe than before."),
    .must("lowered", .count, "重大度の下がった件数。", "Findings that are less severe than before."),
    .may("mended", .count, "期間中に終わった件数（期間の報告のみ）。", "Findings that ended within the period, of periods only."),
  ]
}
