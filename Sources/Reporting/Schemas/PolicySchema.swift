import Audit
import Numbering

/// The policy, as a user writes it and as `banken policy` prints it.
enum PolicySchema {
  static let document = Schema.object([
    .may("caps", .list(of: .part(.cap)), "提供数の上限（報告の順）。", "Caps, in the order of reports."),
    .may(
      "unknown_track_record", .words(["skip", "none"]), "事業開始日が空欄の事業者の扱い（skip は上限なし、none は0か月）。",
      "What a blank start of service means to a cap: skip, not limited; none, 0 months."),
    .may(
      "approval",
      .object([requiredFrom("認定がないことを指摘する最初の日。", "The first day on which a lack of approval is a finding.")]),
      "認定について。", "About approval."),
    .may(
      "confirmation",
      .object([
        .may(
          "categories", .list(of: .part(.writtenCategory)), "役務継続性の確認を求める種別。",
          "Categories whose recipients' continuity of service must be confirmed.")
      ]), "確認について。", "About confirmation."),
    .may("certification", certification, "ETOC認証について。", "About ETOC certification."),
    .may("resale", resale, "再卸について。", "About resale."),
    .may(
      "ledger",
      .object([
        .may(
          "complete", .anyOf([.words(["all"]), .list(of: .part(.id))]), "台帳がすべての受入れを示す事業者のID、または all。",
          "Ids of operators whose inflows the ledger shows in full, or all.")
      ]), "台帳について。", "About the ledger."),
    .may("severity", .object(severities), "ルールまたは理由ごとの重大度。", "Severities by rule, or by rule and cause."),
    .may(
      "fail_on", .words(SchemaWords.gravestFirst.map(\.name) + ["none"]), "終了コードを1にする最も軽い重大度。",
      "The mildest severity that makes the exit status 1."),
    .may("fees", fees, "手順の費用（円、「repair --by fees」のみ）。", "What steps of a repair cost, in yen."),
  ])

  /// Days, months and the like.
  private static let span = Schema.integer(from: 0, to: 100_000)
  private static let amount = Schema.integer(from: 0, to: 10_000_000_000)
  private static let tier = Schema.integer(from: 0, to: 1_000_000_000)

  private static func requiredFrom(_ ja: String, _ en: String) -> SchemaMember {
    .may("required_from", .part(.writtenDay), ja, en)
  }

  private static let certification = Schema.object([
    requiredFrom("認証がないことを指摘する最初の日。", "The first day on which a lack of certification is a finding."),
    .may("grace_days", span, "有効期限の後も認証とみなす日数。", "Days a certificate still counts after its last day."),
  ])

  private static let resale = Schema.object([
    .may("max_tier", tier, "二次卸とみなさない最大の卸次数。", "The greatest tier that is no second-tier resale."),
    .may(
      "max_tier_by_category", .map(names: .part(.writtenCategory), values: tier), "種別ごとの同じ値。",
      "The same for single categories."),
  ])

  /// Every rule, and every rule with each of its causes.
  private static let severities: [SchemaMember] = {
    let levels = Schema.words(SchemaWords.gravestFirst.map(\.name) + ["off"])
    var members: [SchemaMember] = []
    for rule in RuleID.allCases {
      let title = rule.text.title
      members.append(
        .may(rule.name, levels, "「\(title.ja)」の重大度。", "The severity of '\(title.en)'."))
      for cause in rule.causes {
        let text = rule.explanation(of: cause)
        members.append(
          .may(
            "\(rule.name):\(cause.name)", levels,
            "「\(title.ja)」のうち「\(text?.ja ?? cause.name)」の重大度。",
            "The severity of '\(title.en)' where \(text?.en ?? cause.name)."))
      }
    }
    return members
  }()

  private static let fees = Schema.object([
    .may(
      "associations", .list(of: .part(.id)), "会員の額が当てはまる加盟団体。",
      "The associations whose members pay as members."),
    .must("members", .part(.fee), "会員の費用。", "What an operator of one of the associations pays."),
    .must("others", .part(.fee), "会員でない者の費用。", "What any other operator pays."),
    .may("approval", amount, "認定の取得の費用。", "What obtaining an approval is reckoned at."),
    .may("end", amount, "提供の終了の費用。", "What ending a provision is reckoned at."),
  ])

  static let fee = Schema.object([
    .must("first", amount, "初めての認証の費用。", "Of a first certification."),
    .must("renewal", amount, "更新の費用。", "Of one that follows a certification that ran out."),
  ])

  static let cap = Schema.object([
    .must("id", .part(.id), "上限のID（重複不可）。", "The id of the cap, unique."),
    .may(
      "categories", .list(of: .part(.writtenCategory)), "合算する種別（空ならすべて）。",
      "The categories that are summed; none for all."),
    .must("max_numbers", amount, "提供してよい最大の番号数。", "The most numbers that may pass."),
    .may(
      "track_record_from_months", span, "事業実績がこの月数以上の者に限る。",
      "Only for a track record of at least so many months."),
    .may(
      "track_record_under_months", span, "事業実績がこの月数未満の者に限る。", "Only for a track record of fewer months."),
    .may("certified", .truth, "認証の有無がこのとおりの者に限る。", "Only for recipients that are certified, or are not."),
    .may("effective_from", .part(.writtenDay), "適用を始める日。", "The first day on which it applies."),
  ])

  static let day = Schema.text(atLeast: 5, atMost: 40, pattern: nil)

  static let category = Schema.anyOf([.part(.category), .text(atLeast: 2, atMost: 40, pattern: nil)])
}
