import Audit

/// The sentence of a finding that a candidate would cause: what would be, not what is.
enum CandidateTemplate {
  /// The wording for a rule and a cause; that of a finding where a candidate is never the reason.
  static func phrase(_ rule: RuleID, _ cause: Cause?) -> Phrase {
    candidate(rule, cause) ?? ends(rule, cause) ?? MessageTemplate.phrase(rule, cause)
  }

  /// A sentence that begins with who would provide what to whom.
  private static func providing(_ tail: Phrase) -> Phrase {
    Phrase(
      ja: "候補: {supplier}が{recipient}に{quantity}を提供すると、" + tail.ja,
      en: "The candidate: {supplier} would provide {quantity} to {recipient}, " + tail.en)
  }

  /// About the candidate itself.
  private static func candidate(_ rule: RuleID, _ cause: Cause?) -> Phrase? {
    switch rule {
    case .approvalMissing: providing(approval(cause))
    case .uncertifiedRecipient: providing(certification(cause))
    case .uncertifiedUpstream:
      providing(
        Phrase(
          ja: "両端は認証されていても、{amount}は認証事業者だけを経る流通経路で番号指定事業者に至らない。",
          en:
            "both ends certified, but for {amount} no chain of certified operators only leads back to a holder."
        ))
    case .providedAfterRevocation:
      Phrase(
        ja: "候補: {supplier}が{starts}に{recipient}への{quantity}の提供を始めると、ETOC認証の取消し後に始まる提供となる。卸先は今も認証されていない。",
        en:
          "The candidate: {supplier} would begin on {starts} to provide {quantity} to {recipient}, whose ETOC "
          + "certification has been revoked and which is still not certified.")
    case .secondTierResale: secondTier(cause)
    case .resaleAgainstClause:
      cause == .certifiedOnly
        ? providing(
          Phrase(
            ja: "卸元が番号を受けた契約（{other}）の、再卸を認証事業者に限る条件に反する。",
            en: "although its own contract ({other}) allows resale to certified operators only."))
        : providing(
          Phrase(
            ja: "卸元が番号を受けた契約（{other}）の、再卸を禁止する条件に反する。",
            en: "although its own contract ({other}) prohibits resale."))
    case .providedDespiteRefusal:
      Phrase(
        ja: "候補: {supplier}が{starts}に{recipient}へ{numbers}を新たに提供すると、卸先への新規提供拒否（{restriction}）の期間中の提供となる。",
        en:
          "The candidate: {supplier} would newly provide {numbers} to {recipient} from {starts}, while new provision to "
          + "it is to be refused ({restriction}).")
    case .suspendedNumberProvided:
      providing(
        Phrase(
          ja: "そのうち{amount}は、利用停止中の番号の提供となる（{restriction}）。",
          en: "including {amount} that are suspended ({restriction})."))
    case .suspendedStockProvided:
      Phrase(
        ja: "候補: {supplier}が{starts}に{recipient}へ{numbers}を新たに提供すると、卸元の在庫停止（{restriction}）の期間中の提供となる。",
        en:
          "The candidate: {supplier} would newly provide {numbers} to {recipient} from {starts}, while its stock is "
          + "suspended ({restriction}).")
    case .rangeNotHeld:
      Phrase(
        ja: "候補: {supplier}が{recipient}に提供しようとする{quantity}のうち{amount}は、卸元の番号指定にも受入れにも含まれない。"
          + missing(cause).ja,
        en:
          "The candidate: {supplier} would provide {quantity} to {recipient}, with {amount} outside all that was "
          + "designated or provided to it" + missing(cause).en)
    case .rangeProvidedTwice:
      cause == .sameRecipient
        ? providing(
          Phrase(
            ja: "番号範囲が同じ卸先への{other}と重なる。", en: "in a range overlapping {other} to the same recipient."))
        : providing(
          Phrase(
            ja: "番号範囲が別の卸先への{other}と重なる。", en: "in a range overlapping {other} to another recipient."))
    case .selfProvision:
      Phrase(
        ja: "候補は卸元と卸先がともに{supplier}となっている（{quantity}）。",
        en: "The candidate has {supplier} as both supplier and recipient ({quantity}).")
    default: nil
    }
  }

  private static func approval(_ cause: Cause?) -> Phrase {
    switch cause {
    case .ended: Phrase(ja: "認定の終わった卸先への提供となる。", en: "whose approval has ended.")
    case .notYet: Phrase(ja: "認定のまだ始まっていない卸先への提供となる。", en: "whose approval has not begun yet.")
    case .otherCategory:
      Phrase(ja: "認定がこの種別を含まない卸先への提供となる。", en: "whose approval does not cover this category.")
    case .unrecorded:
      Phrase(
        ja: "認定の記録が台帳にない卸先への提供となる（認定は提供開始日に確認するものとして扱う）。",
        en: "for which there is no approval on record (taken as checked on the first day).")
    default:
      Phrase(ja: "認定の記録が台帳にない卸先への提供となる。", en: "for which there is no approval on record.")
    }
  }

  private static func certification(_ cause: Cause?) -> Phrase {
    switch cause {
    case .revoked:
      Phrase(ja: "ETOC認証を取り消された卸先への提供となる。", en: "whose ETOC certification has been revoked.")
    case .withdrawn:
      Phrase(ja: "ETOC認証を辞退した卸先への提供となる。", en: "which has withdrawn from ETOC certification.")
    case .expired:
      Phrase(ja: "ETOC認証の有効期限が過ぎた卸先への提供となる。", en: "whose ETOC certification has expired.")
    case .ended:
      Phrase(ja: "ETOC認証が消除された卸先への提供となる。", en: "whose ETOC certification has ended.")
    case .notYet:
      Phrase(ja: "ETOC認証のまだ始まっていない卸先への提供となる。", en: "whose ETOC certification has not begun yet.")
    default:
      Phrase(
        ja: "ETOC認証の記録が台帳にない卸先への提供となる。", en: "for which there is no ETOC certification on record.")
    }
  }

  private static func secondTier(_ cause: Cause?) -> Phrase {
    let ends =
      switch cause {
      case .certified: Phrase(ja: "両端は認証済み。", en: "both ends certified; ")
      case .uncertified: Phrase(ja: "認証のない当事者を含む。", en: "not both ends certified; ")
      default: Phrase(ja: "", en: "")
      }
    return Phrase(
      ja: "候補: {supplier}が{numbers}を{recipient}に提供すると、卸次数{tier}の再卸となる。\(ends.ja)二次卸は法令で禁じられていない。",
      en: "The candidate: {supplier} would resell {numbers} to {recipient} at tier {tier}; \(ends.en)"
        + "resale at the second tier is not banned by law.")
  }

  private static func missing(_ cause: Cause?) -> Phrase {
    cause == .inflowsMayBeMissing
      ? Phrase(ja: "台帳にない受入れがある可能性がある。", en: "; inflows may be missing from the ledger.")
      : Phrase(ja: "", en: ".")
  }

  /// About one end, a cap or a circle.
  private static func ends(_ rule: RuleID, _ cause: Cause?) -> Phrase? {
    switch rule {
    case .supplierApprovalMissing, .uncertifiedSupplier:
      Phrase(
        ja: "この提供により{operator}の提供は{numbers}（{provisions}）となるが、"
          + MessageTemplate.supplierTail(rule, cause).ja,
        en: "With the candidate {operator} would provide {numbers} in {provisions}, "
          + MessageTemplate.supplierTail(rule, cause).en)
    case .registrationMissing:
      Phrase(
        ja: "この提供により{operator}は番号の提供の当事者となるが、登録届出が「なし」とされている。",
        en:
          "With the candidate {operator} would be an end of a provision, with its registration entered as none."
      )
    case .capExceeded:
      Phrase(
        ja: "この提供により{recipient}が{supplier}から受ける番号は{numbers}となり、上限{cap}（{limit}）を{excess}超える。",
        en:
          "With the candidate {recipient} would receive {numbers} from {supplier}, {excess} above the cap {cap} "
          + "({limit}).")
    case .capExceededInTotal:
      Phrase(
        ja: "この提供により支配グループ{party}が受ける番号は、複数の取引を合わせて{numbers}（卸先は{operators}）となり、"
          + "上限{cap}（{limit}）を{excess}超える。",
        en:
          "With the candidate the party {party} would receive {numbers} in all, over several deals ({operators}), "
          + "{excess} above the cap {cap} ({limit}).")
    case .resaleBeyondDesignation:
      Phrase(
        ja: "この提供により{operator}の提供は番号指定を受けた数を{numbers}超え、超えた分は他から受けた番号となる。",
        en:
          "With the candidate {operator}, a holder, would provide {numbers} more than it is designated, having received "
          + "them from others.")
    case .noSource:
      Phrase(
        ja: "この提供により{operator}の提供は{numbers}となるが、番号指定も受入れも台帳にない。\(missing(cause).ja)",
        en:
          "With the candidate {operator} would provide {numbers} with neither a designation nor an inflow in the "
          + "ledger\(missing(cause).en)")
    case .overProvision:
      Phrase(
        ja: "この提供により{operator}の提供は保有する数を{numbers}超える。\(missing(cause).ja)",
        en: "With the candidate {operator} would provide {numbers} more than it holds\(missing(cause).en)")
    case .circularProvision:
      Phrase(
        ja: "この提供により{members}が{category}を互いに提供し合う輪ができる（{operators}）。最短の輪は{cycle}。",
        en:
          "With the candidate {members} would provide {category} numbers to one another in a circle ({operators}); the "
          + "shortest is {cycle}.")
    case .outOfRole:
      cause == .userSupplies
        ? Phrase(
          ja: "この提供により、利用者とされている{operator}が番号を提供することになる。",
          en: "With the candidate {operator}, entered as a user, would provide numbers.")
        : Phrase(
          ja: "この提供により、取次店とされている{operator}が番号の提供の当事者となる。",
          en:
            "With the candidate {operator}, entered as an agent, which receives no numbers, would be an end of a "
            + "provision.")
    case .relatedToBarred:
      Phrase(
        ja: "この提供により番号の提供を受けることになる{operator}は、認証の取消しまたは新規提供拒否を受けた{operators}と同じ支配グループに属する。",
        en:
          "With the candidate {operator} would receive numbers and shares its party with {operators}, under revocation "
          + "or refusal of new provision.")
    default: nil
    }
  }
}
