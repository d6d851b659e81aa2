/// `banken-critical/1`.
enum CriticalSchema {
  static let document = FrameSchema.answer(
    .critical,
    FrameSchema.evaluation,
    [
      .must(
        "categories",
        .list(
          of: .object([
            .must("category", .part(.category), "番号の種別。", "The category."),
            .must("operators", .count, "認証事業者だけの経路がある事業者の数。", "Operators that have a certified chain."),
            .must("numbers", .numbers, "それらが受ける番号数。", "The numbers that they receive."),
          ]), atLeast: 0, atMost: 7), "種別ごとの全体。", "The whole of each category."),
      .must(
        "operators", .list(of: row), "依存する事業者の多い順。", "The operators, those with the most dependents first."),
      .must(
        "counted_by", .words(["operator"]), "数える単位（同一法人の事業者も別々に数える）。",
        "What is counted: operators one by one, those of one legal person too."),
      .must(
        "shared_persons", .list(of: person),
        "一つの種別の番号を複数の事業者で提供している法人。法人としての依存は表に現れないことがある。",
        "Legal persons that provide numbers of one category as several operators: what depends on such a person may "
          + "be in no row."),
    ])

  private static let person = Schema.object([
    .must(
      "operator_ids", .list(of: .part(.operatorID), atLeast: 2, atMost: nil), "その法人の、該当する事業者。",
      "Those operators of the person.")
  ])

  private static let row = Schema.object([
    .must("rank", .integer(from: 1, to: UInt64(UInt32.max)), "順位。", "The place in the list, from 1."),
    .must("operator_id", .part(.operatorID), "事業者ID。", "The id of the operator."),
    .must("name", .someText, "事業者名。", "Its name."),
    .must("category", .part(.category), "番号の種別。", "The category."),
    .must("holder", .truth, "番号指定事業者であるか。", "Whether it is a holder in the category."),
    .must(
      "dependents", .count, "この事業者を通る経路しかない事業者の数。", "Operators whose every certified chain runs through it."),
    .must("numbers", .numbers, "それらが受ける番号数。", "The numbers that they receive."),
  ])
}
