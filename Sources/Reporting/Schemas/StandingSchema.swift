/// How operators stand.
enum StandingSchema {
  static let standing = Schema.object([
    .must("is_user", .truth, "利用者であるか。", "Whether it is a user on the day."),
    .must(
      "registration", SchemaWords.registrations.orNull, "登録届出（記載がなければ null）。",
      "Registration; null where nothing is stated."),
    .must("approval", .part(.approval), "種別における認定。", "Approval in the category."),
    .must("certification", .part(.certification), "ETOC認証。", "ETOC certification."),
    .must(
      "restrictions", Schema.list(of: .part(.id)).orNull, "受けている提供拒否と在庫番号の停止（利用停止の表がなければ null）。",
      "Refusals and suspensions of stock it is under; null where there is no table of them."),
  ])

  static let approval = Schema.object([
    .must(
      "standing", SchemaWords.approvals.orNull, "認定があるか、なければその理由（認定の表がなく分からなければ null）。",
      "Whether there is one, or why not; null where the table that would tell is missing."),
    .may("approval_number", .someText, "認定番号（記載があるとき）。", "The number of the approval, where it is recorded."),
    .must("by_designation", .truth, "番号指定が認定の証拠となるか。", "Whether a designation in force proves it."),
    .must("until", .part(.day).orNull, "続いている最後の日（なければ null）。", "The last day of the unbroken run, or null."),
    .must(
      "ended_on", .part(.day).orNull, "終わった認定の最初の無効日（なければ null）。",
      "The first day without an approval that has ended, or null."),
    .must(
      "end_reason", SchemaWords.approvalEndings.orNull, "終わり方（失効、取消し、番号指定の返還。記載がなければ null）。",
      "How it ended; null where it has not, or nothing is stated."),
  ])

  static let certification = Schema.object([
    .must(
      "standing", SchemaWords.certifications.orNull, "認証があるか、なければその理由（認証の表がなければ null）。",
      "Whether there is one, or why not; null where there is no table of them."),
    .may(
      "certificate_number", .someText, "認証番号（記載があるとき）。",
      "The number of the certificate, where it is recorded."),
    .must("until", .part(.day).orNull, "続いている最後の日（なければ null）。", "The last day of the unbroken run, or null."),
  ])

  /// What a screening says of the supplier, and of the recipient before its records.
  static let partner: [SchemaMember] = [
    .must("operator_id", .part(.operatorID), "事業者ID。", "The id of the operator."),
    .must("name", .someText, "事業者名。", "Its name."),
    .must("role", SchemaWords.roles, "区分。", "Its role."),
    .must("user", .truth, "利用者であるか。", "Whether it is a user on the day."),
    .must(
      "registration", SchemaWords.registrations.orNull, "登録届出（記載がなければ null）。",
      "Registration; null where nothing is stated."),
    .must("approval", .part(.approval), "種別における認定。", "Approval in the category."),
    .must("certification", .part(.certification), "ETOC認証。", "ETOC certification."),
    .must(
      "restrictions", Schema.list(of: .part(.id)).orNull, "受けている提供拒否と在庫番号の停止（表がなければ null）。",
      "Refusals and suspensions of stock it is under, of any category; null where the table is absent."),
  ]
}
