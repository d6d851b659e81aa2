import Audit
import Decisions

/// `banken-screen/1`.
enum ScreenSchema {
  static let document = FrameSchema.answer(
    .screen,
    [
      .must("candidate", .part(.candidate), "審査した提供の候補。", "The provision that is screened."),
      .may(
        "designation", designation, "範囲と番号指定の関係（範囲の候補のみ）。", "Where a range stands among the designations."),
      .must(
        "already_provided", ScreenBatchSchema.provided.orNull, "卸元が既に提供している番号（なければ null）。",
        "Numbers of the range that the supplier provides already, or null."),
      .must("verdict", SchemaWords.verdicts, "判定。", "Whether to accept, on conditions, or to refuse."),
      .must(
        "not_evaluated", ScreenBatchSchema.unevaluated, "判定不能のルール。", "The rules that were not evaluated."),
      .must("reasons", .list(of: .part(.finding)), "判定の理由。", "The findings that decide."),
      .must("waived", .list(of: .part(.finding)), "適用除外により判定に加えない理由。", "Reasons that a waiver covers."),
      .must("headroom", headroom, "上限までの残り。", "The room that caps leave."),
      .must("later", later, "データが変わらないとした今後の判定。", "How the verdict changes later, data unchanged."),
      .must("consequences", consequences, "判定を左右しないその他の相違。", "Other differences, which do not decide."),
      .must("confirm", .list(of: confirmation), "契約前に確認すること。", "What to confirm before signing."),
      .must("supplier", .object(StandingSchema.partner), "卸元の状態。", "How the supplier stands."),
      .must("recipient", recipient, "卸先の状態。", "How the recipient stands."),
      .must("statement", .someText, "認証のないことの意味についての一文。", "What a lack of certification alone means."),
    ])

  private static let designation = Schema.object([
    .must("numbers", .numbers, "卸元の番号指定にある番号数。", "How many of the numbers are designated to the supplier."),
    .may(
      "nearest",
      .object([
        .must("operator_id", .part(.operatorID), "番号指定事業者。", "The holder of the designation."),
        .must("start", .part(.telephone), "最初の番号。", "Its first number."),
        .must("end", .part(.telephone), "最後の番号。", "Its last number."),
        .must("numbers", .numbers, "番号数。", "How many numbers it has."),
      ]), "最も近い番号指定（あるとき）。", "The nearest designation, where there is one."),
  ])

  private static let headroom = Schema.object([
    .must(
      "numbers", Schema.numbers.orNull, "残りの最小（上限がなければ null）。", "The least room; null where no cap applies."),
    .must(
      "grows",
      Schema.object([
        .must("on", .part(.day), "その日。", "The day."),
        .must(
          "numbers", Schema.numbers.orNull, "その日からの残り（上限がなければ null）。",
          "The room from then on; null for no cap."),
      ]).orNull, "次に残りが増える日（なければ null）。", "When the room next grows, or null."),
    .must("caps", .list(of: .part(.capRoom)), "当てはまる上限。", "Every cap that applies."),
  ])

  private static let later = Schema.object([
    .must("until", .part(.day), "調べた最後の日。", "The last day that was looked at."),
    .must(
      "changes",
      .list(
        of: .object([
          .must("on", .part(.day), "その日。", "The first day of another verdict."),
          .must("verdict", SchemaWords.verdicts, "その日の判定。", "The verdict from then on."),
          .must("rules", .list(of: .part(.rule)), "判定を決めるルール。", "The rules that decide it."),
        ]), atLeast: 0, atMost: 5), "判定の変わる日。", "The days on which the verdict changes."),
  ])

  private static let consequences = Schema.object([
    .must("count", .count, "件数。", "How many there are."),
    .must("violations", .count, "そのうち生じ又は増える違反。", "Violations among them that appear or grow."),
    .must("warnings", .count, "そのうち生じ又は増える注意。", "Warnings among them that appear or grow."),
    .must("notices", .count, "そのうち生じ又は増える要確認。", "Notices among them that appear or grow."),
    .must(
      "listed",
      .list(
        of: .object([
          .must(
            "change", .words(AuditDifference.Change.allCases.map(\.name)), "どう変わるか。",
            "What becomes of the finding."),
          .may("numbers_before", .numbers, "前の番号数。", "Its numbers without the candidate."),
          .must("finding", .part(.finding), "指摘事項。", "The finding."),
        ]), atLeast: 0, atMost: PartnerScreening.shownConsequences), "最初の100件。", "The first hundred."),
  ])

  private static let confirmation = Schema.object([
    .must(
      "column", .words(ScreenConfirmation.allCases.map(\.column) + PartnerGap.columns), "確認を記録する列。",
      "The column that holds what was confirmed."),
    .may(
      "operator_id", .part(.operatorID), "記載の足りない事業者（あるとき）。",
      "Whom it is about, where something about an operator is not on record."),
    .must("basis", .part(.basis), "根拠の種類。", "What asks for it."),
    .must("message", .someText, "確認すること。", "What to do."),
  ])

  private static let recipient = Schema.object(
    StandingSchema.partner,
    [
      .may("country", .someText, "国（記載があるとき）。", "Its country, where it is recorded."),
      .must("associations", .list(of: .someText), "加盟団体。", "The associations it belongs to."),
      .must(
        "service_started_on", .part(.day).orNull, "事業開始日（空欄なら null）。", "When its service started, or null."),
      .must("related", related, "支配グループの他の事業者。", "Other operators under common control."),
      .must("received", received, "受けている提供の指摘。", "What is open at what it receives."),
      .must("downstream", downstream, "卸先とその先にある指摘。", "What is open at the recipient and downstream of it."),
    ])

  private static let related = Schema.object([
    .must("count", .count, "その数。", "How many there are."),
    .must(
      "listed",
      .list(
        of: .object([
          .must("operator_id", .part(.operatorID), "事業者ID。", "The id of the operator."),
          .must(
            "barred", .truth, "認証の取消または提供拒否を受けているか。",
            "Whether it is revoked or new numbers are refused to it."
          ),
          .must("revoked", .truth, "ETOC認証の取消を受けているか。", "Whether its certification is revoked."),
          .must("refusals", .list(of: .part(.id)), "受けている新規提供拒否。", "Refusals of new numbers it is under."),
        ]), atLeast: 0, atMost: 100), "最初の100者。", "The first hundred, the barred ones first."),
  ])

  private static let received = Schema.object(
    [.must("provisions", .count, "受けている提供の数。", "How many provisions it receives.")], findings)

  private static let downstream = Schema.object(
    [.must("operators", .count, "事業者の数。", "How many operators there are downstream.")], findings)

  private static let findings: [SchemaMember] = [
    .must("violations", .count, "違反の件数。", "Violations about them."),
    .must("warnings", .count, "注意の件数。", "Warnings about them."),
    .must("notices", .count, "要確認の件数。", "Notices about them."),
    .must(
      "rules",
      .list(
        of: .object([
          .must("rule", .part(.rule), "ルールの名前。", "The name of the rule."),
          .must("findings", .count, "件数。", "How many it finds."),
        ])), "ルールごとの件数。", "The same by rule."),
  ]
}
