import Audit
import Decisions

/// `banken-horizon/1`.
enum HorizonSchema {
  static let document = FrameSchema.answer(
    .horizon,
    [
      .must(
        "horizon",
        .object([
          .must("days", .integer(from: 0, to: 200_000), "何日先までか。", "How many days it looks ahead."),
          .must("last", .part(.day), "最後の日。", "The last day it looks at."),
        ]), "見通す期間。", "How far it looks."),
      .must(
        "summary",
        .object([
          .must("starts", .count, "始まる指摘の数。", "Findings that start."),
          .must("ends", .count, "終わる指摘の数。", "Findings that end."),
          .must("renewals", .count, "更新の数。", "Renewals that are due."),
        ]), "合計。", "Totals."),
      .must("events", .list(of: .object(anyEvent, group)), "日ごとの出来事。", "What takes effect, by day."),
      .must(
        "renewals", .list(of: .object(renewed, renewal)), "更新の期限。",
        "What runs out and may be renewed, by day."
      ),
      .must(
        "weakest_links", Schema.list(of: .object(breaking, link)).orNull, "流通経路が最初に途切れる箇所（経路が分からなければ null）。",
        "Where chains break first; null where no chains are known."),
      .must(
        "rules",
        .list(
          of: .object(
            [.must("rule", .part(.rule), "ルールの名前。", "The name of the rule.")], FrameSchema.evaluation),
          atLeast: RuleID.allCases.count, atMost: RuleID.allCases.count), "どのルールを判定したか。",
        "Of which rules findings are known."),
      .must("changes", .list(of: change), "始まる指摘と終わる指摘。", "Every finding that starts or ends."),
    ])

  private static func event(_ kinds: [HorizonEvent.Kind], _ ids: [SchemaMember]) -> [SchemaMember] {
    let opening: [SchemaMember] = [
      .must("day", .part(.day), "状態が変わる最初の日。", "The first day on which things are different."),
      .must("event", .words(kinds.map(\.name)), "出来事の種類。", "What takes effect."),
      .may(
        "operator_id", .part(.operatorID), "誰のものか。",
        "Whose certificate, approval, designation or track record it is."),
      .may(
        "category", .part(.category), "認定または番号指定の種別（なければすべて）。", "The category of an approval or designation."),
      .may("certificate_number", .someText, "認証番号。", "The number of the certificate."),
      .may("approval_number", .someText, "認定番号。", "The number of the approval."),
    ]
    let source = SchemaMember.may(
      "source", .part(.source), "データの行（方針によるものにはない）。", "The row of the data; the policy has none.")
    return opening + ids + [source]
  }

  private static let waiver = SchemaMember.may(
    "waiver_id", .part(.id), "適用除外のID。", "The id of the waiver.")
  private static let provision = SchemaMember.may(
    "provision_id", .part(.id), "提供のID。", "The id of the provision.")
  private static let others: [SchemaMember] = [
    .may("cap_id", .part(.id), "提供数の上限のID。", "The id of the cap."),
    .may("restriction_id", .part(.id), "利用停止・提供拒否のID。", "The id of the restriction."),
  ]

  /// Anything that makes findings start or end.
  private static let anyEvent = event(HorizonEvent.Kind.allCases, [waiver, provision] + others)
  /// What runs out and may be renewed.
  private static let renewed = event([.certificateEnds, .approvalEnds, .waiverEnds], [waiver])
  /// What breaks a chain.
  private static let breaking = event(HorizonEvent.Kind.allCases, [provision])

  private static let group: [SchemaMember] = [
    .must("starts", .count, "始まる指摘の数。", "Findings that start."),
    .must("ends", .count, "終わる指摘の数。", "Findings that end."),
    .must("provisions", .count, "関わる提供の数。", "Provisions that those findings are about."),
    .must("numbers", .numbers, "その番号数。", "Their numbers."),
    .must("operators", .count, "関わる事業者の数。", "Operators that those findings are about."),
  ]

  private static let renewal: [SchemaMember] = [
    .must("last_day", .part(.day), "効力のある最後の日。", "The last day it is in force."),
    .must("starts", .count, "更新しなければ始まる指摘の数。", "Findings that start without a renewal."),
  ]

  private static let link: [SchemaMember] = [
    .must("chains", .count, "途切れる流通経路の数。", "Chains that break there first."),
    .must("numbers", .numbers, "その番号数。", "Their numbers."),
    .must("provision_ids", .list(of: .part(.id), atLeast: 1, atMost: nil), "その提供。", "Their provisions."),
  ]

  private static let change = Schema.object([
    .must("day", .part(.day), "指摘のある最初の日、またはなくなる最初の日。", "The first day with the finding, or without it."),
    .must("change", .words(["starts", "ends"]), "始まるか終わるか。", "Whether it starts or ends."),
    .must(
      "event", .integer(from: 0, to: UInt64(UInt32.max)), "events における位置（0から）。",
      "The place of its cause in events, from 0."),
    .must("finding", .part(.periodFinding), "指摘事項。", "The finding."),
  ])
}
