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
      "restrictions", .list(of: .part(.id)), "受けている提供拒否と在庫番号の停止。",
      "Refusals and suspensions of stock it is under."),
  ])

  static let approval = Schema.object([
    .must("standing", SchemaWords.approvals, "認定があるか、なければその理由。", "Whether there is one, or why not."),
    .may("approval_number", .someText, "認定番号（記載があるとき）。", "The number of the approval, where it is recorded."),
    .must("by_designation", .truth, "番号指定が認定の証拠となるか。", "Whether a designation in force proves it."),
    .must("until", .part(.day).orNull, "続いている最後の日（なければ null）。", "The last day of the unbroken run, or null."),
  ])

  static let certification = Schema.object([
    .must("standing", SchemaWords.certifications, "認証があるか、なければその理由。", "Whether there is one, or why not."),
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
  ]
}
