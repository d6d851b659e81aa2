import Decisions
import SupplyChain

/// `banken-repair/1`.
enum RepairSchema {
  static let document = FrameSchema.answer(
    .repair,
    [
      .must("goal", .number(from: 0, to: 1), "目標とする割合。", "The share of numbers to cover."),
      .must("by", .words(RepairMeasure.allCases.map(\.rawValue)), "何を少なくしたか。", "What was kept low."),
      .must(
        "allow", .list(of: .words(["end"]), atLeast: 0, atMost: 1), "ほかに許した手順。",
        "What else steps were allowed to do."),
      .must(
        "standing", .words(["already-met", "proven", "greedy", "not-evaluated"]),
        "最少と証明できたか（終える提供を当日の末端のホップに限る計画の中で）。",
        "Whether the plan is proven to be the least, of those that end nothing but last hops of the day."),
      .must("reason", .part(.reason).orNull, "判定不能の理由（なければ null）。", "Why nothing could be planned, or null."),
      .must("reached", .truth, "目標に届くか。", "Whether the goal is reached."),
      .must("cost", .numbers, "手順の数または費用。", "Steps, or yen, of the plan."),
      .must(
        "least_cost", .numbers, "どの計画も下回らない数または費用（終える提供を当日の末端のホップに限る）。",
        "What any plan costs at least that ends nothing but last hops of the day."),
      .must(
        "absent_tables",
        .list(of: .words([TableName.designations, .approvals, .certifications].map(\.name))),
        "ないために判定できない表。", "Tables without which nothing can be said."),
      .must("before", .part(.coverage), "今の被覆。", "The coverage now."),
      .must("after", .part(.coverage), "すべての手順の後の被覆。", "The coverage after every step."),
      .must(
        "steps", .list(of: step), "手順（順に、新たに被覆される番号の多いもの）。",
        "The steps, each the one that covers most after those before it."),
      .must("requests", .list(of: request), "卸元ごとの依頼。", "Whom each supplier has to ask."),
    ])

  static let coverage = Schema.object([
    .must("provisions", .count, "提供の数。", "Provisions."),
    .must("numbers", .numbers, "番号数。", "Their numbers."),
    .must("covered_provisions", .count, "被覆された提供の数。", "Provisions that are covered."),
    .must("covered", .numbers, "被覆された番号数。", "Numbers that are covered."),
  ])

  private static let rank = SchemaMember.must(
    "rank", .integer(from: 1, to: UInt64(UInt32.max)), "手順の順位。", "The place of the step, from 1.")
  private static let action = SchemaMember.must(
    "action", SchemaWords.repairActions, "すること。", "What is done.")

  private static let cases: [SchemaCase] = [
    SchemaCase(member: "action", values: ["certify"], required: ["operator_id"]),
    SchemaCase(member: "action", values: ["approve"], required: ["operator_id", "category"]),
    SchemaCase(member: "action", values: ["end"], required: ["provision_id"]),
  ]

  private static let step = Schema.object(
    [
      rank, action,
      .may("operator_id", .part(.operatorID), "認証または認定を得る事業者。", "Who obtains a certificate or an approval."),
      .may(
        "operator_ids", .list(of: .part(.operatorID), atLeast: 2, atMost: 100), "同じ法人の事業者（複数のとき、100者まで）。",
        "All operators of its person where there are more, the first hundred."),
      .may(
        "operators", .integer(from: 101, to: UInt64(UInt32.max)), "その数（100者を超えるとき）。",
        "How many they are, beyond a hundred."),
      .may("provision_id", .part(.id), "終える提供。", "The provision to end."),
      .may("supplier_id", .part(.operatorID), "その卸元。", "Its supplier."),
      .may("recipient_id", .part(.operatorID), "その卸先。", "Its recipient."),
      .may("category", .part(.category), "番号の種別。", "The category of the approval or provision."),
      .may("fee", .numbers, "費用（円、費用で選んだとき）。", "What it costs in yen, where fees are kept low."),
      .may("member", .truth, "会員の費用か（認証を費用で選んだとき）。", "Whether the fee is that of a member."),
      .may("renewal", .truth, "更新の費用か（認証を費用で選んだとき）。", "Whether the fee is that of a renewal."),
      .may("ends_on", .part(.day), "終える提供の最終日（始まらないときはない）。", "Its last day; absent where it never begins."),
      .must("numbers", .numbers, "この手順で被覆される番号数。", "Numbers it covers, or no longer counts."),
      .must("covered", .numbers, "ここまでに被覆された番号数。", "Numbers covered so far."),
      .must("of", .numbers, "全体の番号数。", "All numbers, less those no longer counted."),
      .may("cause", .words(causes), "今足りない理由。", "Why it lacks what the step brings."),
      .may("ended_on", .part(.day), "終わった認定の最初の無効日。", "The first day without the approval that ended."),
      .may(
        "end_reason", SchemaWords.approvalEndings.orNull, "認定の終わり方（記載がなければ null）。",
        "How the approval ended; null where nothing is stated."),
      .may("valid_from", .part(.day), "足りないものが台帳で有効になる日。", "The day from which it has what it lacks."),
      .may("role", .words([OperatorRole.agent.code]), "取次店のとき。", "Where it is entered as an agent."),
      .may(
        "waivers", .list(of: .part(.id), atLeast: 1, atMost: nil), "不足を認めた有効な適用除外。",
        "Waivers in force that accept the lack."),
      .must("message", .someText, "手順の一文。", "The step in one sentence."),
    ], cases: cases)

  private static let request = Schema.object(
    [
      rank, action,
      .may(
        "supplier_id", .part(.operatorID), "依頼する卸元（なければ本人）。",
        "Who is to ask; absent where it is asked itself."),
      .must("operator_id", .part(.operatorID), "依頼される事業者。", "Who is asked."),
      .may("category", .part(.category), "認定の種別。", "The category of the approval."),
      .may("provision_id", .part(.id), "終える提供。", "The provision to end."),
      .must("provisions", .count, "両者の間の提供の数。", "Active provisions between the two."),
      .must("numbers", .numbers, "その番号数。", "Their numbers."),
      .must("message", .someText, "依頼の一文。", "The request in one sentence."),
    ], cases: cases)

  /// Why certificate or approval are lacking.
  private static let causes: [String] = {
    var words: [String] = []
    for case .words(let list) in [SchemaWords.certifications, SchemaWords.approvals] {
      words += list.filter { $0 != "certified" && $0 != "approved" && !words.contains($0) }
    }
    return words
  }()
}
