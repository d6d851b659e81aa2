import Audit

/// `banken-report/1`.
enum ReportSchema {
  static func document(isPeriod: Bool) -> Schema {
    let finding = Schema.part(isPeriod ? .markedPeriodFinding : .markedFinding)
    return .object(
      FrameSchema.head(.report),
      [
        FrameSchema.asked(isPeriod ? .overPeriod : .onDay), FrameSchema.policy,
        .may(
          "filter", .part(.filter), "指摘を絞った条件（--operator のとき）。",
          "What findings are limited to, with --operator."),
        FrameSchema.redaction, FrameSchema.inputs,
        .must(
          "rules", .list(of: rule(isPeriod), atLeast: RuleID.allCases.count, atMost: RuleID.allCases.count),
          "ルールごとの件数（契約の順）。", "What became of every rule, in the order of the contract."),
        .must("summary", summary(isPeriod), "合計と被覆。", "Totals and coverage."),
        .must("waivers", .list(of: waiver), "効力のある適用除外。", "The waivers in force."),
        .may(
          "baseline", baseline(finding), "前回の報告との比較（--baseline のとき）。",
          "The comparison with an earlier report, with --baseline."),
        .must(
          "findings", .list(of: finding), "すべての指摘事項（契約の順）。", "Every finding, in the order of the contract."),
        FrameSchema.disclaimer,
      ])
  }

  /// What only an audit of a period counts.
  private static let periodCounts: [SchemaMember] = [
    .must("open", .count, "期間の最終日にも続いている件数。", "Findings that still hold on the last day."),
    .must("mended", .count, "期間中に終わった件数。", "Findings that ended within the period."),
    .must("number_days", .numbers, "番号数と日数の積の合計。", "Numbers added up over the days on which findings hold."),
  ]

  private static func rule(_ isPeriod: Bool) -> Schema {
    .object(
      [
        .must("rule", .part(.rule), "ルールの名前。", "The name of the rule."),
        .must("severity", .part(.severity), "ルールの重大度。", "The severity of the rule as a whole."),
        .must("basis", .part(.basis), "根拠の種類。", "What its findings rest on."),
      ], FrameSchema.evaluation,
      [
        .must("findings", .count, "除外されていない指摘の数。", "Findings that count: those not waived."),
        .must("waived", .count, "除外された指摘の数。", "Findings that a waiver covers."),
      ], isPeriod ? periodCounts : [])
  }

  private static func summary(_ isPeriod: Bool) -> Schema {
    .object(
      [
        .must("operators", .count, "事業者の数。", "How many operators the dataset has."),
        .must(
          "active_provisions", .count, "効力のある提供の数（自己への提供を除く）。", "Active provisions, self-provisions apart."),
        .must("violations", .count, "違反の件数。", "Violations that count."),
        .must("warnings", .count, "注意の件数。", "Warnings that count."),
        .must("notices", .count, "要確認の件数。", "Notices that count."),
        .must("waived", .count, "除外された指摘の件数。", "Findings that a waiver covers."),
      ], isPeriod ? periodCounts : [], isPeriod ? [worst] : [],
      [
        .must(
          "coverage", .list(of: coverage), "種別と卸次数ごとの被覆。", "How far both storeys reach, by category and tier."
        ),
        .may(
          "unknown_track_records", .integer(from: 1, to: UInt64(UInt32.max)), "事業実績の分からない卸先の数（あるとき）。",
          "Recipients whose unknown track record kept a cap from applying, where there are any."),
      ])
  }

  private static let worst = SchemaMember.must(
    "worst_operators",
    .list(
      of: .object([
        .must("operator_id", .part(.operatorID), "事業者。", "The operator."),
        .must("findings", .count, "指摘の数。", "Findings about it."),
        .must("number_days", .numbers, "番号数と日数の積の合計。", "Its number-days."),
      ])), "番号数と日数の積の多い事業者。", "The operators with the most number-days.")

  private static let coverage = Schema.object([
    .must("category", .part(.category), "番号の種別。", "The category of the provisions."),
    .must(
      "tier", Schema.integer(from: 1, to: UInt64(UInt32.max)).orNull, "卸次数（なければ null）。",
      "The tier; null for provisions without one."),
    .must("provisions", .count, "提供の数。", "Active provisions."),
    .must("numbers", .numbers, "番号数。", "Their numbers."),
    .must("approved", .numbers, "両端とも認定のある番号数。", "Numbers with both ends approved."),
    .must("certified", .numbers, "両端とも認証のある番号数。", "Numbers with both ends certified."),
    .must("both", .numbers, "両端とも認定と認証のある番号数。", "Numbers with both ends approved and certified."),
  ])

  private static let waiver = Schema.object([
    .must("waiver_id", .part(.id), "適用除外のID。", "The id of the waiver."),
    .must("rule", .part(.rule), "対象のルール。", "The rule it is for."),
    .must(
      "operator_id", .part(.operatorID).orNull, "対象の事業者（なければ null）。",
      "The operator it is limited to, or null."),
    .must("provision_id", .part(.id).orNull, "対象の提供（なければ null）。", "The provision it is limited to, or null."),
    .must("valid_to", .part(.day).orNull, "最後の日（なければ null）。", "The last day it is in force, or null."),
    .must("unused", .truth, "当たる指摘がないか。", "Whether it covers nothing."),
    .must(
      "days_left", Schema.count.orNull, "終わりまでの日数（近いときのみ、ほかは null）。",
      "How many days are left, where they are few; else null."),
    .must("waived", .count, "除外した指摘の数。", "Findings it covers."),
  ])

  private static func baseline(_ finding: Schema) -> Schema {
    .object(
      DiffSchema.reportMembers,
      [
        DiffSchema.forced,
        .must("summary", .part(.difference), "すべてのルールの増減。", "What changed over all rules."),
        .must("rules", DiffSchema.rules, "ルールごとの増減。", "What changed of each rule."),
        .must("resolved", .list(of: finding), "解消した指摘。", "The findings that are resolved."),
      ])
  }
}
