import Audit

private let etocBasis = Phrase(
  ja: "電話事業者認証機構（ETOC）の認証制度（2024-10-01設立。認証は1年間有効）。取引するかどうかは各社の判断による（電気通信事業法6条・121条）",
  en:
    "ETOC certification (body founded 2024-10-01; valid one year). Whether to deal remains a free business decision "
    + "(Telecommunications Business Act, arts. 6 and 121)")

private let voluntary = Phrase(
  ja: "認証は任意であり、ないことだけで問題があるとはいえない。審査の評点や理由は公表されない。",
  en:
    "Certification is voluntary: its lack alone says nothing of conduct. Scores and reasons are not published."
)

extension RuleID {
  /// Texts of the rules about certification and tiers.
  var certificationText: RuleText? {
    switch self {
    case .uncertifiedRecipient:
      RuleText(
        title: Phrase(ja: "卸先がETOC認証を受けていない", en: "Recipient not certified"),
        looksAt: Phrase(
          ja: "有効な提供ごとに、卸先（利用者を除く）がETOC認証を監査日に受けているか。",
          en: "For each active provision, whether the recipient (unless a user) is ETOC certified on the day."
        ),
        why: Phrase(
          ja: "ETOCは認証事業者を取引先に選ぶことを求めている。流通経路の全体が認証されてはじめて制度の目的が果たされる。",
          en:
            "ETOC asks operators to choose certified counterparties; the scheme works when the whole chain is covered."
        ),
        basis: etocBasis,
        remedy: Phrase(
          ja: "卸先に認証の取得・更新の予定を確かめ、見通しを記録する。",
          en: "Ask the recipient for its plans to obtain or renew certification, and record them."),
        blindSpot: voluntary)
    case .uncertifiedSupplier:
      RuleText(
        title: Phrase(ja: "卸元がETOC認証を受けていない", en: "Supplier not certified"),
        looksAt: Phrase(
          ja: "有効な提供を行う卸元が、ETOC認証を監査日に受けているか。",
          en: "Whether each supplier with active provisions is ETOC certified on the day."),
        why: Phrase(
          ja: "認証のない卸元より下流の番号は、認証事業者だけを通る流通経路を失う。",
          en: "Numbers below an uncertified supplier have lost a chain of certified operators."),
        basis: etocBasis,
        remedy: Phrase(
          ja: "卸元に認証の取得・更新の予定を確かめ、下流への影響を見積もる。",
          en: "Ask the supplier for its plans and estimate what hangs on it downstream."),
        blindSpot: voluntary)
    case .uncertifiedUpstream:
      RuleText(
        title: Phrase(ja: "上流に認証のない事業者がいる", en: "Uncertified operator upstream"),
        looksAt: Phrase(
          ja: "両端が認証された提供で、番号指定事業者から認証事業者だけを経て届く経路がないもの。",
          en:
            "Provisions between certified operators whose numbers reach them by no route of certified operators only."
        ),
        why: Phrase(
          ja: "直接の取引先が認証されていても、その上流に認証のない事業者がいれば流通経路は覆われていない。",
          en: "A certified counterparty does not cover the chain when somebody further up is not certified."),
        basis: etocBasis,
        remedy: Phrase(
          ja: "示された流通経路をたどり、認証のない事業者について直接の卸元に照会する。",
          en: "Follow the chain shown and ask the direct supplier about the operator that is not certified."),
        blindSpot: Phrase(
          ja: "件数だけの提供では、どの番号がどの経路で来たかは分からない。台帳にない経路は見えない。",
          en: "Where only counts are known, which number came by which route; routes outside the ledger."))
    case .providedAfterRevocation:
      RuleText(
        title: Phrase(ja: "認証の取消し後に始まった提供", en: "Provision begun after revocation"),
        looksAt: Phrase(
          ja: "提供開始日に卸先のETOC認証が取り消されており、監査日にも認証のない提供。",
          en:
            "Provisions begun while the recipient's ETOC certification stood revoked, and still uncertified on the day."
        ),
        why: Phrase(
          ja: "消除は直ちに公表・通知されるため、その後の新たな提供は知り得た上でのものとみられる。",
          en:
            "Removals are published and told at once, so new provision afterwards was begun when it could be known."
        ),
        basis: etocBasis,
        remedy: Phrase(
          ja: "提供を始めた経緯を確かめ、継続の可否を判断して記録する。",
          en: "Find out how the provision came about, decide whether it goes on, and record it."),
        blindSpot: voluntary)
    case .secondTierResale:
      RuleText(
        title: Phrase(ja: "二次卸以降の提供", en: "Second-tier resale"),
        looksAt: Phrase(
          ja: "卸次数が方針 resale.max_tier を超える番号を含む提供。",
          en: "Provisions with numbers whose tier is above policy resale.max_tier."),
        why: Phrase(
          ja: "流通経路が長いほど、番号が誰の手にあるかが見えにくくなる。法令は二次卸を禁じておらず、ETOCも認証事業者間の再卸を前提としている。",
          en:
            "The longer the chain, the harder to see who has the numbers. Second-tier resale is not banned by law, and "
            + "ETOC presupposes it between certified operators."),
        basis: Phrase(
          ja: "ETOCの求め（再卸は認証事業者に限ると契約で定める）。二次卸の禁止は検討されたが義務とされなかった",
          en:
            "ETOC asks for a contract clause allowing resale to certified operators only. A ban of second-tier wholesale "
            + "was weighed and not made mandatory"),
        remedy: Phrase(
          ja: "両端の認証を確かめ、再卸条件を「認証事業者限定」とすることを検討する。通常の取引形態なら resale.max_tier_by_category で調整する。",
          en:
            "Check certification of both ends and consider the clause certified-only. Where it is ordinary business, set "
            + "resale.max_tier_by_category."),
        blindSpot: Phrase(
          ja: "台帳に番号指定や仕入れの記載がなければ卸次数は分からない。",
          en: "The tier, where designations or inflows are not in the ledger."))
    case .resaleBeyondDesignation:
      RuleText(
        title: Phrase(ja: "番号指定の数を超える提供", en: "Provision beyond the designation"),
        looksAt: Phrase(
          ja: "番号指定事業者が、番号の提供も受けつつ、指定を受けた数より多くを提供していないか。",
          en: "Whether a holder that also receives numbers provides more than it is designated."),
        why: Phrase(
          ja: "超えた分は他の事業者の番号の再卸であり、番号指定事業者からの一次の提供とはいえない。",
          en:
            "What exceeds the designation is resale of others' numbers, not first-tier provision. It may be ordinary "
            + "business."),
        basis: etocBasis,
        remedy: Phrase(
          ja: "超えた分の出所と卸次数を確かめる。台帳に番号範囲を記載すれば番号ごとに判定できる。",
          en:
            "Find out where the excess comes from and its tier; with ranges in the ledger it is judged by number."
        ),
        blindSpot: Phrase(
          ja: "件数だけの提供では、どの番号が再卸の分かは分からない。",
          en: "Where only counts are known, which numbers are the resold ones."))
    default: nil
    }
  }
}
