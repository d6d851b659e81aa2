import Audit
import Decisions

/// `banken-impact/1`.
enum ImpactSchema {
  static let document = FrameSchema.answer(
    .impact,
    [
      .must(
        "operator",
        .object([
          .must("operator_id", .part(.operatorID), "事業者ID。", "The id of the operator."),
          .must("name", .someText, "事業者名。", "Its name."),
          .must("operator_ids", operators(1), "同じ法人のすべての事業者。", "All operators of its person."),
        ]), "影響を問う事業者。", "Whom the event befalls."),
      .must("event", .words(ImpactEvent.allCases.map(\.rawValue)), "起こること。", "What befalls it."),
    ], FrameSchema.evaluation,
    [
      .must("ended", ended, "終わるとした記録の数。", "How many records the event ends."),
      .must("summary", summary, "合計。", "Totals."),
      .must(
        "rules", .list(of: rule, atLeast: 0, atMost: RuleID.allCases.count), "関わるルールごとの増減。",
        "What changes of each rule concerned."),
      .must("levels", .object(FrameSchema.evaluation), "経路を調べられたか。", "Whether chains could be looked at."),
      .must(
        "losses", .list(of: loss, atLeast: 0, atMost: 7), "種別ごとに経路を失う者と保つ者。",
        "By category, who loses and who keeps a chain."),
      .must("notify", .list(of: notified), "知らせる相手。", "Whom to tell."),
      .must("appear", .list(of: .part(.finding)), "現れる指摘。", "The findings that appear."),
      .must("vanish", .list(of: .part(.finding)), "消える指摘。", "The findings that vanish."),
    ])

  private static func operators(_ least: Int) -> Schema {
    .list(of: .part(.operatorID), atLeast: least, atMost: nil)
  }

  private static let ended = Schema.object([
    .must("certifications", .count, "認証の数。", "Certifications."),
    .must("approvals", .count, "認定の数。", "Approvals."),
    .must("designations", .count, "番号指定の数。", "Designations."),
    .must("provisions", .count, "提供の数。", "Provisions."),
  ])

  private static let changes: [SchemaMember] = [
    .must("grown", .count, "番号数の増える指摘の数。", "Findings whose numbers grow."),
    .must("shrunk", .count, "番号数の減る指摘の数。", "Findings whose numbers shrink."),
    .must("graver", .count, "重大度の上がる指摘の数。", "Findings that become more severe."),
    .must("milder", .count, "重大度の下がる指摘の数。", "Findings that become less severe."),
  ]

  private static let summary = Schema.object(
    [
      .must("appear", .part(.findingCounts), "現れる指摘の数。", "Findings that appear."),
      .must("vanish", .part(.findingCounts), "消える指摘の数。", "Findings that vanish."),
    ], changes,
    [
      .must(
        "lose", .count.orNull, "経路を失う事業者の数（調べられないときは null）。",
        "Operators that lose their last chain; null when that is not known."),
      .must("notify", .count, "知らせる相手の数。", "Operators to tell."),
      .must(
        "notify_uncertified", .count.orNull, "そのうち認証のない者の数（分からないときは null）。",
        "Those of them that are not certified; null when that is not known."),
    ])

  static let findingCounts = Schema.object([
    .must("violations", .count, "違反の件数。", "Violations that count."),
    .must("warnings", .count, "注意の件数。", "Warnings that count."),
    .must("notices", .count, "要確認の件数。", "Notices that count."),
    .must("waived", .count, "除外された指摘の件数。", "Findings that a waiver covers."),
  ])

  private static let rule = Schema.object(
    [.must("rule", .part(.rule), "ルールの名前。", "The name of the rule.")], FrameSchema.evaluation,
    [
      .must("appear", .count, "現れる指摘の数。", "Findings that appear."),
      .must("vanish", .count, "消える指摘の数。", "Findings that vanish."),
    ], changes,
    [
      .must("appear_waived", .count, "現れるが適用除外に当たる指摘の数。", "Findings that appear under a waiver."),
      .must("vanish_waived", .count, "消える適用除外の指摘の数。", "Waived findings that vanish."),
    ])

  private static let loss = Schema.object([
    .must("category", .part(.category), "番号の種別。", "The category."),
    .must("itself", operators(0), "この法人の事業者のうち経路を失うもの。", "Operators of the person itself that lose it."),
    .must("lost", .part(.affected), "経路を失う他の事業者。", "Others that lose their last chain."),
    .must("kept", .object(affectedMembers, losing), "別の経路を保つ事業者。", "Others that keep one."),
  ])

  static let affected = Schema.object(affectedMembers)

  private static let affectedMembers: [SchemaMember] = [
    .must("operators", .count, "事業者の数。", "How many operators there are."),
    .must("numbers", .numbers, "それらが受ける番号数。", "The numbers that they receive."),
    .must("operator_ids", operators(0), "事業者。", "The operators."),
  ]

  /// What those that keep a chain lose all the same.
  private static let losing: [SchemaMember] = [
    .must(
      "losing_numbers", .numbers.orNull, "そのうち経路を失う番号の数（求めきれないときは null）。",
      "Of these, the numbers that no certified chain brings them any more; null when ranges are too fragmented."
    ),
    .must(
      "losing",
      .list(
        of: .object([
          .must("operator_id", .part(.operatorID), "事業者ID。", "The id of the operator."),
          .must("numbers", .numbers, "経路を失う番号の数。", "How many of its numbers lose their chain."),
        ])), "そのような番号のある事業者。", "The operators that have such numbers."),
  ]

  private static let notified = Schema.object([
    .must("operator_id", .part(.operatorID), "事業者ID。", "The id of the operator."),
    .must("name", .someText, "事業者名。", "Its name."),
    .must(
      "certified", .truth.orNull, "認証があるか（ETOCから知らされる。分からないときは null）。",
      "Whether it is certified, so that ETOC tells it; null when that is not known."),
    .must("user", .truth, "利用者であるか。", "Whether it is a user."),
    .may(
      "provides", .numbers, "この法人に提供する番号数（卸元のとき）。", "The numbers it provides to the person, as a supplier."),
    .may(
      "receives", .numbers, "この法人から受ける番号数（卸先のとき）。", "The numbers it receives from the person, as a recipient."
    ),
    .must(
      "loses", .list(of: .part(.category), atLeast: 0, atMost: 7), "経路を失う種別。",
      "The categories in which it loses its last chain."),
  ])
}
