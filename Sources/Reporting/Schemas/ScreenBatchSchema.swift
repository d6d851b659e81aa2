import Decisions

/// `banken-screen-batch/1`, and the parts it has in common with `banken-screen/1`.
enum ScreenBatchSchema {
  static let document = FrameSchema.answer(
    .screenBatch,
    [
      .must("summary", totals, "判定ごとの件数。", "How many rows got which verdict."),
      .must("not_evaluated", unevaluated, "判定不能のルール。", "The rules that were not evaluated."),
      .must("candidates", .list(of: .oneOf([answered, rejected])), "行ごとの結果。", "What came of each row."),
      .must("statement", .someText, "認証のないことの意味についての一文。", "What a lack of certification alone means."),
    ])

  private static let verdicts: [SchemaMember] = ScreenVerdict.allCases.reversed().map { verdict in
    SchemaMember.must(
      verdict.name, .count, "判定が「\(verdict.name)」の行の数。", "How many rows got the verdict \(verdict.name).")
  }

  private static let totals = Schema.object(
    [.must("rows", .count, "行の数。", "How many rows there are.")], verdicts,
    [.must("rejected", .count, "誤りのある行の数。", "How many rows have mistakes.")])

  private static let line = SchemaMember.must(
    "line", Schema.integer(from: 1, to: UInt64(UInt32.max)).orNull, "行番号（なければ null）。",
    "The line of the row, or null.")

  private static let answered = Schema.object([
    line, .must("candidate", .part(.candidate), "審査した提供の候補。", "The provision that is screened."),
    .must("verdict", SchemaWords.verdicts, "判定。", "Whether to accept, on conditions, or to refuse."),
    .must("reasons", .list(of: .part(.screenReason)), "判定の理由。", "The findings that decide."),
    .must("waived", .list(of: .part(.screenReason)), "適用除外により判定に加えない理由。", "Reasons that a waiver covers."),
    .must(
      "headroom", Schema.numbers.orNull, "残りの最小（上限がなければ null）。", "The least room; null where no cap applies."),
    .must("caps", .list(of: .part(.capRoom)), "当てはまる上限。", "Every cap that applies."),
    .must(
      "not_designated", Schema.numbers.orNull, "番号指定の記録がない番号数（範囲でなければ null）。",
      "Numbers of the range that nobody was designated; null where that cannot be told."),
    .must(
      "already_provided", provided.orNull, "卸元が既に提供している番号（なければ null）。",
      "Numbers of the range that the supplier provides already, or null."),
    .must(
      "supplier_restrictions", Schema.list(of: .part(.id)).orNull, "卸元の受けている提供拒否と在庫番号の停止（表がなければ null）。",
      "Refusals and suspensions of stock that the supplier is under; null where the table is absent."),
    .must(
      "recipient_restrictions", Schema.list(of: .part(.id)).orNull, "卸先の受けている提供拒否と在庫番号の停止（表がなければ null）。",
      "Refusals and suspensions of stock that the recipient is under; null where the table is absent."),
  ])

  /// Numbers of a candidate that its supplier provides already.
  static let provided = Schema.object([
    .must("numbers", .numbers, "番号数。", "How many there are."),
    .must("provision_id", .part(.id), "その提供の一つ。", "One of the provisions."),
    .must("recipient_id", .part(.operatorID), "その卸先。", "Its recipient."),
  ])

  static let unevaluated = Schema.list(
    of: .object([
      .must("rule", .part(.rule), "ルールの名前。", "The name of the rule."),
      .must("reason", .part(.reason), "判定不能の理由。", "Why it was not evaluated."),
    ]))

  private static let rejected = Schema.object([
    line, .must("verdict", .null, "判定がないこと。", "That there is no verdict."),
    .must("mistakes", .list(of: .someText, atLeast: 1, atMost: nil), "行の誤り。", "What is wrong with the row."),
  ])

  static let candidate = Schema.object([
    .must(
      "provision_id", .words([ProvisionCandidate.id]), "候補の仮のID。", "What stands for the id of the candidate."),
    .must("supplier_id", .part(.operatorID), "卸元。", "Who would provide the numbers."),
    .must("recipient_id", .part(.operatorID), "卸先。", "Who would receive them."),
    .must("category", .part(.category), "番号の種別。", "Their category."),
    .must("numbers", .numbers, "番号数。", "How many there are."),
    .may("range_start", .part(.telephone), "最初の番号（範囲のとき）。", "The first number of a range."),
    .may("range_end", .part(.telephone), "最後の番号（範囲のとき）。", "The last number of a range."),
    .must("starts_on", .part(.day), "提供開始日。", "The first day of the provision."),
    .may("ends_on", .part(.day), "提供の最後の日（あるとき）。", "Its last day, where there is one."),
    .must("contract", SchemaWords.contracts, "契約形態。", "The form of contract."),
  ])

  static let reason = Schema.object([
    .must("rule", .part(.rule), "指摘したルール。", "The rule that reports it."),
    .must("severity", .part(.severity), "方針と理由による重大度。", "How serious it is, after policy and cause."),
    .must("basis", .part(.basis), "根拠の種類。", "What it rests on."),
    .may(
      "provision_id", .words([ProvisionCandidate.id]), "候補についてのとき、その仮のID。",
      "The candidate, where it is about that."),
    .may(
      "operator_id", .part(.operatorID), "卸元または卸先についてのとき、そのID。",
      "The supplier or recipient, where it is about one."),
    .may("cap_id", .part(.id), "提供数の上限。", "The cap it is about."),
    .may("other_id", .part(.id), "関わるもう一つの提供。", "The other provision it rests on."),
    .may("restriction_id", .part(.id), "もとになる利用停止・提供拒否。", "The restriction it rests on."),
    .may("numbers", .numbers, "番号数。", "How many numbers it is about."),
    .may("limit", .numbers, "上限となる番号数。", "The most numbers there may be."),
    .may("cause", .part(.cause), "指摘の理由の区分。", "What exactly made the rule report it."),
  ])

  static let capRoom = Schema.object([
    .must("cap_id", .part(.id), "提供数の上限。", "The id of the cap."),
    .must("scope", SchemaWords.capScopes, "誰の番号数を合わせるか。", "Whose numbers it sums."),
    .must("limit", .numbers, "上限。", "The most there may be."),
    .must("numbers", .numbers, "候補を除いた番号数。", "The numbers without the candidate."),
    .must("headroom", .numbers, "残り。", "The room that is left."),
  ])
}
