import Decisions

/// `banken-trace/1` of a day.
enum TraceSchema {
  static let document = FrameSchema.answer(
    .trace,
    [
      .must(
        "numbers", .list(of: number, atLeast: 1, atMost: nil), "たどった番号。", "The numbers that were traced."),
      .must(
        "count_only", .list(of: counted), "番号数だけの提供（どの番号か分からないもの）。",
        "Provisions known by count only in which trails end or begin."),
      missingTables,
    ])

  /// Tables whose lack leaves something open.
  static let missingTables = SchemaMember.must(
    "missing_tables",
    .list(
      of: .object([
        .must("table", SchemaWords.tables, "台帳にない表。", "The table that the ledger lacks."),
        .must("message", .someText, "それにより判定できないこと。", "What cannot be told for that."),
      ])), "台帳になく、判定不能を生じる表。", "Tables without which something cannot be told.")

  private static let number = Schema.object([
    .must("number", .part(.telephone), "電話番号。", "The telephone number."),
    .must("category", .part(.category), "番号の種別。", "Its category."),
    .must("held", .truth, "誰かの手にあるか。", "Whether anybody holds it."),
    .must(
      "message", .anyText, "経路の終わりについての一文（誰の手にもなければ空のことがある）。",
      "Where its trails end, in the language of the report."),
    .must("designations", .list(of: .part(.designation)), "番号を含む番号指定。", "The designations with the number."),
    .must(
      "hops", .list(of: hop), "番号を含む提供（番号指定事業者から順に）。", "The provisions with the number, from the holder down."
    ),
    .must(
      "branches",
      .list(
        of: .object([
          .must("operator_id", .part(.operatorID), "事業者。", "The operator."),
          .must(
            "provision_ids", .list(of: .part(.id), atLeast: 2, atMost: nil), "その提供。",
            "Its provisions with the number."),
        ])), "番号を複数回提供している事業者。", "Operators that provide the number more than once."),
    .must(
      "origins",
      .list(
        of: .object([
          .must("operator_id", .part(.operatorID), "事業者。", "The operator."),
          .must(
            "kind", SchemaWords.traceOrigins, "何によるか。",
            "Where it has the number from."),
        ])), "経路の始まり。", "Where trails begin."),
    .must("ends", .list(of: end), "経路の終わりとその理由。", "Where trails end, and why."),
    .must("ask_next", .list(of: .part(.operatorID)), "次の照会先。", "Whom to ask next."),
    .must("suspensions", .list(of: suspension), "番号の利用停止。", "Suspensions of the number in force."),
    .may("nearest", nearest, "近くの番号指定（番号を含む指定がないとき）。", "The designations nearby, where none has the number."),
  ])

  private static let end = Schema.object([
    .must("reason", .words(TraceEnd.Reason.allCases.map(\.rawValue)), "終わる理由。", "Why the trail ends."),
    .must("operator_ids", .list(of: .part(.operatorID)), "そこにいる事業者。", "The operators there."),
  ])

  static let suspension = Schema.object(
    [.must("restriction_id", .part(.id), "利用停止のID。", "The id of the restriction.")], rangeMembers,
    [
      .must("period", .part(.openDays), "効力のある日。", "The days on which it is in force."),
      .must("reference", .anyText, "根拠の文書番号など（空欄もあり得る）。", "The reference of the request, perhaps empty."),
    ])

  private static let nearest = Schema.object([
    .must(
      "on_other_days", .list(of: .part(.designation)), "ほかの日に番号を含む番号指定。",
      "Designations that have the number on other days."),
    .must(
      "below", Schema.part(.designation).orNull, "下の番号指定（なければ null）。", "The next designation below, or null."),
    .must(
      "above", Schema.part(.designation).orNull, "上の番号指定（なければ null）。", "The next designation above, or null."),
  ])

  private static let provision: [SchemaMember] = [
    .must("provision_id", .part(.id), "提供のID。", "The id of the provision."),
    .must("supplier_id", .part(.operatorID), "卸元。", "Its supplier."),
    .must("recipient_id", .part(.operatorID), "卸先。", "Its recipient."),
    .must("period", .part(.openDays), "提供の期間。", "The days from its first to its last."),
  ]

  private static let hop = Schema.object(
    provision,
    [
      .must(
        "level", Schema.integer(from: 1, to: UInt64(UInt32.max)).orNull, "卸次数（なければ null）。",
        "Its level from the holder, or null.")
    ], rangeMembers,
    [
      .must("source", Schema.part(.source).orNull, "データの行（なければ null）。", "The row of the data, or null."),
      .may(
        "approval_checked_on", .part(.day).orNull, "認定確認日（列があるとき）。",
        "When the approval was checked, where there is the column."),
      .may(
        "conditions_agreed_on", .part(.day).orNull, "使用条件合意日（列があるとき）。",
        "When the conditions were agreed, where there is the column."),
      .may(
        "continuity_checked_on", .part(.day).orNull, "役務継続性確認日（列があるとき）。",
        "When continuity was checked, where there is the column."),
      .may(
        "declared_on", .part(.day).orNull, "申告日（列があるとき）。",
        "When resale was declared, where there is the column."),
      .must("supplier", .part(.standing), "卸元の状態。", "How the supplier stands."),
      .must("recipient", .part(.standing), "卸先の状態。", "How the recipient stands."),
    ])

  private static let counted = Schema.object([
    .must("operator_id", .part(.operatorID), "事業者。", "The operator."),
    .must("category", .part(.category), "番号の種別。", "The category."),
    .must("direction", SchemaWords.directions, "渡したものか受けたものか。", "Whether they leave it or come to it."),
    .must("numbers", .numbers, "番号数。", "Their numbers."),
    .must(
      "provisions",
      .list(of: .object(provision, [.must("numbers", .numbers, "番号数。", "How many numbers it has.")])),
      "その提供。", "The provisions."),
  ])

  static let rangeMembers: [SchemaMember] = [
    .must("start", .part(.telephone), "最初の番号。", "The first number."),
    .must("end", .part(.telephone), "最後の番号。", "The last number."),
    .must("numbers", .numbers, "番号数。", "How many numbers there are."),
  ]

  static let range = Schema.object(rangeMembers)

  static let designation = Schema.object(
    [.must("operator_id", .part(.operatorID), "番号指定事業者。", "The holder.")], rangeMembers,
    [
      .must("period", .part(.openDays), "指定の期間。", "The days on which it is in force.")
    ])

  static let openDays = Schema.object([
    .must("from", .part(.day).orNull, "初日（なければ null）。", "The first day; null where it is open."),
    .must("to", .part(.day).orNull, "最終日（なければ null）。", "The last day; null where it is open."),
  ])
}

/// `banken-trace/1` with `--history`.
enum HistorySchema {
  static let document = FrameSchema.answer(
    .trace, audit: .anyDay,
    [
      .must(
        "numbers",
        .list(
          of: .object([
            .must("number", .part(.telephone), "電話番号。", "The telephone number."),
            .must("category", .part(.category), "番号の種別。", "Its category."),
            .must(
              "custody", .list(of: custody), "手元にあった者（時の順）。", "In whose hands it was, in the order of time."),
            .must(
              "gaps", .list(of: gap), "初めに誰かの手にあって後、最後に持つ者のない日。",
              "The days, since somebody first had it, on which it is in nobody's custody."),
            .must(
              "suspensions", .list(of: TraceSchema.suspension), "番号の利用停止（すべての日）。",
              "Suspensions of the number on any day."),
            .must("hops", .list(of: hop), "番号を含むすべての提供。", "Every provision with the number."),
            .must(
              "designations", .list(of: .part(.designation)), "番号を含むすべての番号指定。",
              "Every designation with the number."),
          ]), atLeast: 1, atMost: nil), "たどった番号。", "The numbers that were traced."),
      .must("caveat", .someText, "番号数だけの提供はたどれないという断り。", "That provisions by count only cannot be followed."),
      TraceSchema.missingTables,
    ])

  private static let gap = Schema.object([
    .must("from", .part(.day).orNull, "初日（なければ null）。", "The first day; null where it is open."),
    .must("to", .part(.day).orNull, "最終日（なければ null）。", "The last day; null where it is open."),
    .must(
      "reason", SchemaWords.gaps, "誰も持たないのか、互いに提供し合っているのか。",
      "Whether nobody has it, or those who have it provide it to each other."),
  ])

  private static let custody = Schema.object([
    .must("operator_id", .part(.operatorID), "手元にあった事業者。", "Who had it."),
    .must("period", .part(.openDays), "その日。", "From when to when."),
    .must("began", SchemaWords.beginnings, "どう始まったか。", "How it came to have it."),
    .must("began_by", .part(.id).orNull, "始まりの提供（なければ null）。", "The provision by which it began, or null."),
    .must(
      "ended", SchemaWords.endings.orNull, "どう終わったか（続いていれば null）。",
      "How it ended; null while it lasts."),
    .must("ended_by", .part(.id).orNull, "終わりの提供（なければ null）。", "The provision by which it ended, or null."),
  ])

  private static let hop = Schema.object(
    [
      .must("provision_id", .part(.id), "提供のID。", "The id of the provision."),
      .must("supplier_id", .part(.operatorID), "卸元。", "Its supplier."),
      .must("recipient_id", .part(.operatorID), "卸先。", "Its recipient."),
      .must("period", .part(.openDays), "提供の期間。", "The days from its first to its last."),
    ], TraceSchema.rangeMembers)
}
