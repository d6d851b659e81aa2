/// `banken-stock/1`.
enum StockSchema {
  static let document = FrameSchema.answer(
    .stock,
    [
      .must("operator_id", .part(.operatorID), "事業者ID。", "The id of the operator."),
      .must("numbers", .numbers, "手元にある番号数。", "How many numbers it has in hand."),
      .must("conserved", .truth, "収支が合うか。", "Whether what came accounts for what left."),
      .must("difference", .numbers, "合わない番号数。", "By how many numbers it does not add up."),
      .must("categories", .list(of: category, atLeast: 0, atMost: 7), "種別ごとの内訳。", "The same by category."),
      .must(
        "same_person",
        .object([
          .must("count", .count, "その数。", "How many there are."),
          .must("listed", .list(of: holding, atLeast: 0, atMost: 100), "最初の100者。", "The first hundred."),
        ]), "同じ法人の他の事業者と、手元にある番号数。",
        "The other operators of the same person, with the numbers they have in hand."),
      TraceSchema.missingTables,
    ])

  private static let holding = Schema.object([
    .must("operator_id", .part(.operatorID), "事業者ID。", "The id of the operator."),
    .must("numbers", .numbers, "番号数。", "How many numbers it has."),
  ])

  private static let ranges = Schema.list(of: .part(.range))

  private static let category = Schema.object([
    .must("category", .part(.category), "番号の種別。", "The category."),
    .must("numbers", .numbers, "手元にある番号数。", "How many numbers it has in hand."),
    .must("conserved", .truth, "収支が合うか。", "Whether what came accounts for what left."),
    .must("difference", .numbers, "合わない番号数。", "By how many numbers it does not add up."),
    .must("not_held", .numbers, "持たないのに渡した番号数。", "Numbers passed on by range that it never held."),
    .must("overdrawn", .numbers, "残りを超えて渡した番号数。", "Numbers passed on by count for which nothing is left."),
    .must("passed_on_twice", .numbers, "重ねて渡した番号数。", "Numbers passed on to more than one recipient."),
    .must("message", .someText, "収支についての一文。", "Whether it adds up, in the language of the report."),
    .must("standing", .part(.standing), "事業者の状態。", "How the operator stands."),
    .must(
      "count_only",
      .object([
        .must("received", .numbers, "受けた番号数。", "Numbers received by count only."),
        .must("passed_on", .numbers, "渡した番号数。", "Numbers passed on by count only."),
        .must(
          "balance", .integer(from: .min, to: UInt64(Int64.max)), "差引き。",
          "What was received less what was passed on."),
      ]), "番号数だけの提供。", "Provisions known by count only."),
    .must(
      "in_hand",
      .object([
        .must("range_numbers", .numbers, "範囲で分かる番号数。", "Numbers in hand that ranges name."),
        .must("count_only", .numbers, "番号数だけで分かる番号数。", "Numbers in hand known by count only."),
        .must(
          "passed_on_unnamed", .numbers, "番号数だけで渡した番号数。",
          "Numbers of the ranges that were passed on by count only."),
        .must("ranges", ranges, "範囲。", "The ranges."),
        .must(
          "sources", .list(of: source), "入手元ごとの範囲（複数あれば、ファイルで最初のもの）。",
          "The ranges by where they came from: of several provisions the first in the file."),
      ]), "手元にある番号。", "The numbers in hand."),
    .must(
      "held_elsewhere",
      .object([
        .must("numbers", .numbers, "番号数。", "How many there are."),
        .must("ranges", ranges, "範囲。", "The ranges."),
        .must("operators", .list(of: holding), "その他者。", "Who has them, those with the most first."),
      ]), "台帳では他者の手元にもある番号。", "Numbers in hand that others have in hand too."),
    .must(
      "suspended",
      .list(
        of: .object(
          TraceSchema.rangeMembers,
          [
            .must("restriction_id", .part(.id), "利用停止のID。", "The restriction that suspends them.")
          ])), "停止中の番号。", "The numbers in hand that are suspended."),
    .must(
      "designated",
      .object([
        .must("numbers", .numbers, "番号数。", "How many numbers are designated to it."),
        .must("ranges", ranges, "範囲。", "The ranges."),
      ]), "番号指定。", "Its designations."),
    .must("outside", ranges, "持たないのに渡した範囲。", "Ranges passed on that it holds by no range."),
    .must("shared", ranges, "重ねて渡した範囲。", "Ranges passed on to more than one recipient."),
    .must("received", .part(.stockFlow), "受けた番号。", "What it received, by supplier."),
    .must("passed_on", .part(.stockFlow), "渡した番号。", "What it passed on, by recipient."),
  ])

  private static let source = Schema.object(
    TraceSchema.rangeMembers,
    [
      .must(
        "supplier_id", .part(.operatorID).orNull, "卸元（番号指定によるものは null）。",
        "The supplier; null where they are designated."),
      .must(
        "provision_id", .part(.id).orNull, "提供のID（番号指定によるものは null）。",
        "The provision; null where they are designated."),
    ])

  static let flow = Schema.object([
    .must("numbers", .numbers, "番号数。", "All numbers."),
    .must("count_only", .numbers, "番号数だけで分かる番号数。", "Those of them known by count only."),
    .must(
      "partners",
      .list(
        of: .object([
          .must("operator_id", .part(.operatorID), "相手の事業者。", "The other operator."),
          .must("numbers", .numbers, "番号数。", "All numbers."),
          .must("count_only", .numbers, "番号数だけで分かる番号数。", "Those of them known by count only."),
          .must("provisions", .list(of: provision, atLeast: 1, atMost: nil), "提供。", "The provisions."),
        ])), "相手ごとの内訳。", "The same by the other operator."),
  ])

  private static let provision = Schema.object([
    .must("provision_id", .part(.id), "提供のID。", "The id of the provision."),
    .may("start", .part(.telephone), "最初の番号（範囲のとき）。", "The first number of a range."),
    .may("end", .part(.telephone), "最後の番号（範囲のとき）。", "The last number of a range."),
    .must("numbers", .numbers, "番号数。", "How many numbers it has."),
    .must("period", .part(.openDays), "提供の期間。", "The days from its first to its last."),
  ])
}
