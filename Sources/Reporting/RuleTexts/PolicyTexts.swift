import Audit

extension RuleID {
  /// Texts of the rules about the user's own limits, contracts and waivers.
  var policyText: RuleText? {
    switch self {
    case .capExceeded:
      RuleText(
        title: Phrase(ja: "提供数の上限を超えている", en: "Cap exceeded"),
        looksAt: Phrase(
          ja: "卸元から卸先への番号の合計が、方針または提供上限の表にある上限を超えていないか。",
          en:
            "Whether the numbers from a supplier to a recipient exceed a cap of the policy or of the table caps."
        ),
        why: Phrase(
          ja: "事業実績の乏しい事業者への大量の提供は、犯罪に使われたときの影響が大きい。",
          en: "Many numbers for an operator with little track record do great harm if used in fraud."),
        basis: Phrase(
          ja: "利用者が定めた上限。法令で定められた数値は公表されていない",
          en: "A limit set by the user; no enacted figure is public"),
        remedy: Phrase(
          ja: "新たな提供を止めて上限の見直しの要否を判断し、必要なら承認者と期限を付けて適用除外に記録する。",
          en:
            "Hold new provision, decide whether the cap should change, or record a waiver with approver and expiry."
        ),
        blindSpot: Phrase(
          ja: "台帳にない他の卸元からの提供は数えられない。事業開始日が不明な卸先には実績による上限が当たらないことがある。",
          en:
            "Provision by suppliers outside the ledger is not counted. Caps on track record may not apply where the start "
            + "of service is unknown."))
    case .capExceededInTotal:
      RuleText(
        title: Phrase(ja: "支配グループの合計が上限を超えている", en: "Cap exceeded by a party in total"),
        looksAt: Phrase(
          ja: "支配グループに属する卸先への提供を合わせると、個別には収まる方針の上限を超えないか（分割調達）。",
          en:
            "Whether provisions to the operators of one party, taken together, exceed a policy cap (split sourcing)."
        ),
        why: Phrase(
          ja: "上限は、同じ支配の下にある複数の事業者に分ければ容易に逃れられる。",
          en: "A cap is easily avoided by splitting numbers among operators under common control."),
        basis: Phrase(
          ja: "利用者が定めた上限。法令で定められた数値は公表されていない",
          en: "A limit set by the user; no enacted figure is public"),
        remedy: Phrase(
          ja: "グループ全体の必要数を確認し、グループとしての上限を合意する。",
          en: "Ask what the group as a whole needs and agree a limit for it."),
        blindSpot: Phrase(
          ja: "支配関係は法人番号とグループIDからしか分からない。",
          en: "Common control is known from corporate numbers and group ids only."))
    case .resaleAgainstClause:
      RuleText(
        title: Phrase(ja: "再卸条件に反する提供", en: "Resale against the contract"),
        looksAt: Phrase(
          ja: "卸元が番号を受けた契約の再卸条件（禁止・認証事業者限定）が、この提供を許しているか。",
          en:
            "Whether the resale clause (prohibited, certified-only) under which the supplier received its numbers allows "
            + "this provision."),
        why: Phrase(
          ja: "ETOCは、番号を認証事業者にだけ再卸できると契約で定めるよう求めている。守られなければ意味がない。",
          en:
            "ETOC asks for contracts that allow resale to certified operators only; such a clause is worth what is kept."
        ),
        basis: Phrase(
          ja: "当事者間の契約（再卸条件）",
          en: "The contract between the parties (resale clause)"),
        remedy: Phrase(
          ja: "契約の相手に事実を確認し、再卸の中止、卸先の認証取得または契約の変更を協議する。",
          en:
            "Ask the contracting party, and agree on ending the resale, certifying the recipient or changing the clause."
        ),
        blindSpot: Phrase(
          ja: "台帳に書かれていない契約条項や個別の承諾は見えない。",
          en: "Clauses and single permissions that are not in the ledger."))
    case .waiverExpired:
      RuleText(
        title: Phrase(ja: "期限の過ぎた適用除外", en: "Waiver expired"),
        looksAt: Phrase(
          ja: "有効期限を過ぎた適用除外に当たる指摘事項が残り、有効な適用除外がないもの。",
          en: "Waivers past their last day that some finding would still match, and no waiver in force does."),
        why: Phrase(
          ja: "適用除外は期限付きの判断であり、期限が過ぎれば改めて判断する必要がある。",
          en: "A waiver is a decision for a time; after it, the decision has to be taken anew."),
        basis: Phrase(ja: "自社の承認手続", en: "The user's own approval procedure"),
        remedy: Phrase(
          ja: "指摘事項を解消するか、承認者と期限を改めて適用除外を登録し直す。",
          en: "Put the finding right, or have a new waiver approved with a new expiry."),
        blindSpot: Phrase(
          ja: "適用除外の理由が今も当てはまるかどうか。",
          en: "Whether the reason of the waiver still holds."))
    default: nil
    }
  }
}
