import Audit

/// A finding, as every document writes it.
enum FindingSchema {
  /// - Parameter isPeriod: whether it has the days on which it holds.
  /// - Parameter isMarked: whether it may tell what became of it since an earlier report.
  static func finding(isPeriod: Bool, isMarked: Bool) -> Schema {
    .object(
      opening, key, related, measures, isPeriod ? [] : [since], route, isPeriod ? heldDays : [], closing,
      isMarked ? marks : [], cases: cases)
  }

  private static let opening: [SchemaMember] = [
    .must("rule", .part(.rule), "指摘したルール。", "The rule that reports it."),
    .must("severity", .part(.severity), "方針と理由による重大度。", "How serious it is, after policy and cause."),
    .must("basis", .part(.basis), "根拠の種類。", "What it rests on."),
    .must(
      "fingerprint", .part(.fingerprint), "ルールとキーから作られる目印。", "A mark made of the rule and the key."),
    .must(
      "waived_by", .part(.id).orNull, "当たる適用除外のID（なければ null）。",
      "The id of the waiver that covers it, or null."),
  ]

  private static let key: [SchemaMember] = [
    .may("provision_id", .part(.id), "提供のID。", "The provision it is about."),
    .may("supplier_id", .part(.operatorID), "卸元。", "The supplier of the provision, or of a cap between two."),
    .may("recipient_id", .part(.operatorID), "卸先。", "The recipient of the provision, or of a cap."),
    .may("operator_id", .part(.operatorID), "事業者。", "The operator it is about."),
    .may(
      "operator_ids", .list(of: .part(.operatorID), atLeast: 1, atMost: nil), "関わる事業者。",
      "The operators it names; of a circle, or of many relatives, the first hundred."),
    .may("operators", .count, "関わる事業者の数。", "How many operators there are, named or not."),
    .may("category", .part(.category), "番号の種別（なければすべて）。", "The category; all of them where it is absent."),
    .may("cap_id", .part(.id), "提供数の上限。", "The cap it is about."),
    .may("party", .part(.operatorID), "支配グループ（最初の事業者のID）。", "The party, by its first operator."),
  ]

  private static let related: [SchemaMember] = [
    .may("value", .someText, "複数の事業者に付された番号。", "The number that several operators carry."),
    .may("other_id", .part(.id), "関わるもう一つの提供。", "The other provision it rests on."),
    .may("restriction_id", .part(.id), "もとになる利用停止・提供拒否。", "The restriction it rests on."),
    .may("waiver_id", .part(.id), "期限の過ぎた適用除外。", "The waiver that has expired."),
    .may(
      "cycle", .list(of: .part(.id), atLeast: 2, atMost: nil), "最も短い循環をなす提供。",
      "The provisions of a shortest cycle, in the direction of the numbers."),
  ]

  private static let measures: [SchemaMember] = [
    .may("numbers", .numbers, "番号数。", "How many numbers it is about."),
    .may("limit", .numbers, "上限となる番号数。", "The most numbers there may be."),
    .may("provisions", .count, "提供の数。", "How many provisions it is about."),
    .may("cause", .part(.cause), "指摘の理由の区分。", "What exactly made the rule report it."),
  ]

  private static let since = SchemaMember.may(
    "since", .part(.day), "途切れずに続く日の初日。", "The first day of the unbroken run of days up to the audit.")

  private static let route: [SchemaMember] = [
    .may(
      "tier", .integer(from: 1, to: UInt64(UInt32.max)), "卸次数。",
      "The tier of the provision: 1 from the holder."),
    .may(
      "chain", .list(of: .part(.id), atLeast: 1, atMost: 100), "流通経路をなす提供（末端に近い100件まで）。",
      "The provisions from the holder down to this one, the hundred nearest to it."),
    .may("rooted", .truth, "経路が番号指定事業者に至るか。", "Whether the chain begins at a holder."),
  ]

  private static let heldDays: [SchemaMember] = [
    .must(
      "periods", .list(of: .part(.days), atLeast: 1, atMost: nil), "指摘があった連続する日。",
      "The maximal runs of days on which it holds."),
    .may(
      "unwaived_periods", .list(of: .part(.days), atLeast: 1, atMost: nil), "適用除外のない日（一部の日だけ除外されるとき）。",
      "The days no waiver covers, where some are covered."),
    .must("open", .truth, "期間の最終日にも続いているか。", "Whether it still holds on the last day of the period."),
    .may("number_days", .numbers, "番号数と日数の積の合計。", "Its numbers added up over the days on which it holds."),
  ]

  private static let closing: [SchemaMember] = [
    .may("source", .part(.source), "キーの最初の部分の行。", "The row of the first part of the key."),
    .must("message", .someText, "報告の言語による一文。", "One sentence in the language of the report."),
  ]

  private static let marks: [SchemaMember] = [
    .may(
      "baseline_state", .words(SchemaWords.states), "前回からどうなったか。",
      "What became of it since the earlier report."),
    .may(
      "baseline_numbers", .numbers, "前回の番号数（異なるとき）。", "Its numbers in the earlier report, where they differ."),
    .may(
      "baseline_severity", .part(.severity), "前回の重大度（異なるとき）。",
      "Its severity in the earlier report, where it differs."),
    .may(
      "baseline_waived_by", .part(.id), "前回当たっていた適用除外（今回はないとき）。",
      "The waiver that covered it in the earlier report and no longer does."),
  ]

  /// By what the findings of a rule are keyed by: what all of them have.
  private static let cases: [SchemaCase] = {
    let kinds: [(KeyKind, [String])] = [
      (.provision, ["provision_id", "supplier_id", "recipient_id", "category", "numbers"]),
      (.operatorInCategory, ["operator_id"]), (.operator, ["operator_id"]),
      (.cap, ["cap_id", "recipient_id", "numbers", "limit"]),
      (.capAndParty, ["cap_id", "party", "operator_ids", "numbers", "limit"]),
      (.operatorPair, ["operator_ids", "category", "numbers"]),
      (.circle, ["operator_ids", "operators", "category", "cycle"]),
      (.identity, ["cause", "value", "operator_ids"]), (.waiver, ["waiver_id"]),
    ]
    return kinds.map { kind, required in
      SchemaCase(
        member: "rule", values: RuleID.allCases.filter { $0.keyKind == kind }.map(\.name), required: required)
    }
  }()

  static let source = Schema.object([
    .must("file", .someText, "ファイル名。", "The file inside the dataset."),
    .must("line", .integer(from: 1, to: UInt64(UInt32.max)), "行番号（1から）。", "The line, from 1."),
  ])

  static let days = Schema.object([
    .must("from", .part(.day), "初日。", "The first day."),
    .must("to", .part(.day), "最終日（その日を含む）。", "The last day, included."),
  ])
}
