import Audit

/// The sentence of a finding, with `{fields}` to be filled in; see `MessageField` for what each stands for.
enum MessageTemplate {
  /// The wording for a rule and a cause.
  static func phrase(_ rule: RuleID, _ cause: Cause?) -> Phrase {
    switch rule {
    case .approvalMissing: provided(approvalTail(cause))
    case .supplierApprovalMissing, .uncertifiedSupplier: supplying(supplierTail(rule, cause))
    case .uncertifiedRecipient: provided(certificationTail(cause))
    case .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed: confirmation(rule, cause)
    default: other(rule, cause)
    }
  }

  /// A sentence that begins with who provides what to whom.
  private static func provided(_ tail: Phrase) -> Phrase {
    Phrase(
      ja: "{provision}: {supplier}は{recipient}に{quantity}を提供しているが、" + tail.ja,
      en: "{provision}: {supplier} provides {quantity} to {recipient}, " + tail.en)
  }

  private static func approvalTail(_ cause: Cause?) -> Phrase {
    switch cause {
    case .ended:
      Phrase(ja: "卸先の認定は終わっている。", en: "whose approval has ended.")
    case .notYet:
      Phrase(ja: "卸先の認定はまだ始まっていない。", en: "whose approval has not begun yet.")
    case .otherCategory:
      Phrase(ja: "卸先の認定はこの種別を含まない。", en: "whose approval does not cover this category.")
    case .unrecorded:
      Phrase(
        ja: "卸先の認定の記録が台帳にない（認定確認日は{checked}）。",
        en: "for which there is no approval on record, though it was entered as checked on {checked}.")
    default:
      Phrase(ja: "卸先の認定の記録が台帳にない。", en: "for which there is no approval on record.")
    }
  }

  /// What a supplier lacks, at the end of a sentence about its provisions.
  static func supplierTail(_ rule: RuleID, _ cause: Cause?) -> Phrase {
    if rule == .uncertifiedSupplier { return supplierCertification(cause) }
    return switch cause {
    case .ended: Phrase(ja: "自らの認定は終わっている。", en: "but its own approval has ended.")
    case .notYet: Phrase(ja: "自らの認定はまだ始まっていない。", en: "but its own approval has not begun yet.")
    case .otherCategory:
      Phrase(ja: "自らの認定はこの種別を含まない。", en: "but its own approval does not cover this category.")
    default: Phrase(ja: "自らの認定の記録が台帳にない。", en: "but there is no approval of its own on record.")
    }
  }

  private static func supplying(_ tail: Phrase) -> Phrase {
    Phrase(
      ja: "{operator}は{numbers}を提供している（{provisions}）が、" + tail.ja,
      en: "{operator} provides {numbers} in {provisions}, " + tail.en)
  }

  private static func certificationTail(_ cause: Cause?) -> Phrase {
    switch cause {
    case .revoked:
      Phrase(ja: "卸先のETOC認証は取り消されている。", en: "whose ETOC certification has been revoked.")
    case .withdrawn:
      Phrase(ja: "卸先はETOC認証を辞退している。", en: "which has withdrawn from ETOC certification.")
    case .expired:
      Phrase(ja: "卸先のETOC認証は有効期限が過ぎている。", en: "whose ETOC certification has expired.")
    case .ended:
      Phrase(ja: "卸先のETOC認証は消除されている。", en: "whose ETOC certification has ended.")
    case .notYet:
      Phrase(ja: "卸先のETOC認証はまだ始まっていない。", en: "whose ETOC certification has not begun yet.")
    default:
      Phrase(
        ja: "卸先のETOC認証の記録が台帳にない。", en: "for which there is no ETOC certification on record.")
    }
  }

  private static func supplierCertification(_ cause: Cause?) -> Phrase {
    switch cause {
    case .revoked:
      Phrase(ja: "自らのETOC認証は取り消されている。", en: "but its ETOC certification has been revoked.")
    case .withdrawn:
      Phrase(ja: "ETOC認証を辞退している。", en: "but it has withdrawn from ETOC certification.")
    case .expired:
      Phrase(ja: "自らのETOC認証は有効期限が過ぎている。", en: "but its ETOC certification has expired.")
    case .ended:
      Phrase(ja: "自らのETOC認証は消除されている。", en: "but its ETOC certification has ended.")
    case .notYet:
      Phrase(ja: "自らのETOC認証はまだ始まっていない。", en: "but its ETOC certification has not begun yet.")
    default:
      Phrase(
        ja: "自らのETOC認証の記録が台帳にない。", en: "but there is no ETOC certification of its own on record.")
    }
  }

  private static func confirmation(_ rule: RuleID, _ cause: Cause?) -> Phrase {
    let subject =
      switch rule {
      case .approvalUnconfirmed: Phrase(ja: "卸先の認定を確認した", en: "the recipient's approval was checked")
      case .conditionsUnagreed:
        Phrase(ja: "番号使用条件に合意した", en: "the number-use conditions were agreed")
      default:
        Phrase(ja: "卸先の役務継続性を確認した", en: "the recipient's continuity of service was checked")
      }
    if cause == .late {
      return provided(
        Phrase(
          ja: subject.ja + "日（{checked}）が提供開始日（{starts}）より後である。",
          en: "but " + subject.en + " on {checked}, after it began on {starts}."))
    }
    return provided(
      Phrase(ja: subject.ja + "日の記録がない。", en: "with no day on record on which " + subject.en + "."))
  }

  private static func other(_ rule: RuleID, _ cause: Cause?) -> Phrase {
    flow(rule, cause) ?? record(rule, cause)
  }

  /// Caps, tiers, clauses, requests.
  private static func flow(_ rule: RuleID, _ cause: Cause?) -> Phrase? {
    switch rule {
    case .undeclaredResale:
      Phrase(
        ja: "{provision}: {recipient}は約款により{supplier}から{quantity}の提供を受け、番号を再び提供しているが、監査日までの申告の記録がない。",
        en:
          "{provision}: {recipient} receives {quantity} from {supplier} under ordinary terms and passes numbers on, with "
          + "no declaration on record.")
    case .capExceeded:
      Phrase(
        ja: "{recipient}は{supplier}から{numbers}の提供を受けており、上限{cap}（{limit}）を{excess}超えている。",
        en: "{recipient} receives {numbers} from {supplier}, {excess} above the cap {cap} ({limit}).")
    case .capExceededInTotal:
      Phrase(
        ja: "支配グループ{party}は{operators}を合わせて{numbers}の提供を受けており、上限{cap}（{limit}）を{excess}超えている。",
        en:
          "The party {party} receives {numbers} in all through {operators}, {excess} above the cap {cap} ({limit})."
      )
    case .uncertifiedUpstream:
      provided(
        Phrase(
          ja: "{amount}は、両端が認証されていても、認証事業者だけを経る流通経路で番号指定事業者に至らない。",
          en:
            "both ends certified, but for {amount} no chain of certified operators only leads back to a holder."
        ))
    case .providedAfterRevocation:
      Phrase(
        ja: "{provision}: {supplier}は、{recipient}のETOC認証が取り消された後の{starts}に{quantity}の提供を始めた。卸先は今も認証されていない。",
        en:
          "{provision}: {supplier} began on {starts} to provide {quantity} to {recipient}, whose ETOC certification had "
          + "been revoked and which is still not certified.")
    case .secondTierResale:
      secondTier(cause)
    case .resaleBeyondDesignation:
      Phrase(
        ja: "{operator}は番号指定を受けた数を{numbers}超えて提供しており、超えた分は他から受けた番号である。",
        en:
          "{operator} is a holder and provides {numbers} more than it is designated, having received them from others."
      )
    case .resaleAgainstClause:
      cause == .certifiedOnly
        ? provided(
          Phrase(
            ja: "卸元が番号を受けた契約（{other}）は再卸を認証事業者に限っている。",
            en: "although its own contract ({other}) allows resale to certified operators only."))
        : provided(
          Phrase(
            ja: "卸元が番号を受けた契約（{other}）は再卸を禁止している。",
            en: "although its own contract ({other}) prohibits resale."))
    case .providedDespiteRefusal:
      Phrase(
        ja:
          "{provision}: {supplier}は{starts}に{numbers}を{recipient}へ新たに提供したが、卸先への新規提供拒否（{restriction}）の期間中であった。",
        en:
          "{provision}: {supplier} newly provided {numbers} to {recipient} from {starts}, while new provision to it was to "
          + "be refused ({restriction}).")
    case .suspendedNumberProvided:
      provided(
        Phrase(
          ja: "うち{amount}は提供開始日までに利用停止とされ、今も停止中である（{restriction}）。",
          en: "including {amount} suspended before it began and still suspended ({restriction})."))
    case .suspendedStockProvided:
      Phrase(
        ja: "{provision}: {supplier}は{starts}に{numbers}を{recipient}へ新たに提供したが、卸元の在庫停止（{restriction}）の期間中であった。",
        en:
          "{provision}: {supplier} newly provided {numbers} to {recipient} from {starts}, while its stock was suspended "
          + "({restriction}).")
    default: nil
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
      ja: "{provision}: {supplier}は{numbers}を{recipient}に卸次数{tier}で再卸している。\(ends.ja)二次卸は法令で禁じられていない。",
      en: "{provision}: {supplier} resells {numbers} to {recipient} at tier {tier}; \(ends.en)"
        + "resale at the second tier is not banned by law.")
  }

  /// The ledger against itself, and waivers.
  private static func record(_ rule: RuleID, _ cause: Cause?) -> Phrase {
    let missing =
      cause == .inflowsMayBeMissing
      ? Phrase(ja: "台帳にない受入れがある可能性がある。", en: "; inflows may be missing from the ledger.")
      : Phrase(ja: "", en: ".")
    switch rule {
    case .deemedApprovalInvalid:
      return Phrase(
        ja: "{operator}は{category}についてみなし認定とされているが、番号指定または他の種別の認定を受けた事業者はみなし認定によることができない。",
        en:
          "{operator} is entered with a deemed approval for {category}, on which an operator with a designation or an "
          + "approval for another category cannot rely.")
    case .registrationMissing:
      return Phrase(
        ja: "{operator}は番号の提供の当事者であるが、登録届出が「なし」とされている。",
        en: "{operator} is an end of a provision, with its registration entered as none.")
    case .noSource:
      return Phrase(
        ja: "{operator}は{numbers}を提供しているが、番号指定も受入れも台帳にない。\(missing.ja)",
        en:
          "{operator} provides {numbers} with neither a designation nor an inflow in the ledger\(missing.en)")
    case .overProvision:
      return Phrase(
        ja: "{operator}は保有する数を{numbers}超えて提供している。\(missing.ja)",
        en: "{operator} provides {numbers} more than it holds\(missing.en)")
    case .rangeNotHeld:
      return Phrase(
        ja:
          "{provision}: {supplier}が{recipient}に提供する{quantity}のうち{amount}は、卸元の番号指定にも受入れにも含まれない。\(missing.ja)",
        en:
          "{provision}: {supplier} provides {quantity} to {recipient}, with {amount} outside all that was designated or "
          + "provided to it\(missing.en)")
    case .rangeProvidedTwice:
      return cause == .sameRecipient
        ? provided(
          Phrase(
            ja: "番号範囲が同じ卸先への{other}と重なる。", en: "in a range overlapping {other} to the same recipient."))
        : provided(
          Phrase(
            ja: "番号範囲が別の卸先への{other}と重なる。", en: "in a range overlapping {other} to another recipient."))
    case .designationOverlap:
      return Phrase(
        ja: "{operators}の番号指定が{numbers}重なっている。",
        en: "Designations of {operators} overlap by {numbers}.")
    case .circularProvision:
      return Phrase(
        ja: "{members}が{category}を互いに提供し合う輪をなしている（{operators}）。最短の輪は{cycle}。",
        en:
          "{members} provide {category} numbers to one another in a circle ({operators}); the shortest is {cycle}."
      )
    case .selfProvision:
      return Phrase(
        ja: "{provision}は卸元と卸先がともに{supplier}となっている（{quantity}）。",
        en: "{provision} has {supplier} as both supplier and recipient ({quantity}).")
    case .outOfRole:
      return cause == .userSupplies
        ? Phrase(
          ja: "{operator}は利用者とされているが、番号を提供している。",
          en: "{operator} is entered as a user but provides numbers.")
        : Phrase(
          ja: "{operator}は取次店とされているが、番号の提供の当事者となっている。",
          en: "{operator} is entered as an agent, which receives no numbers, but is an end of a provision.")
    case .sharedIdentity:
      return shared(cause)
    case .relatedToBarred:
      return Phrase(
        ja: "番号の提供を受ける{operator}は、認証の取消しまたは新規提供拒否を受けた{operators}と同じ支配グループに属する。",
        en:
          "{operator} receives numbers and shares its party with {operators}, under revocation or refusal of new provision."
      )
    default:
      return Phrase(
        ja: "適用除外{waiver}（{waiverRule}）は{waiverEnd}で終わったが、これに当たる指摘事項が残っている。",
        en: "Waiver {waiver} ({waiverRule}) ended on {waiverEnd}, but a finding still matches it.")
    }
  }

  private static func shared(_ cause: Cause?) -> Phrase {
    switch cause {
    case .approvalNumber:
      Phrase(ja: "{operators}の認定番号が同じである（{value}）。", en: "{operators} carry one approval number, {value}.")
    case .certificateNumber:
      Phrase(ja: "{operators}の認証番号が同じである（{value}）。", en: "{operators} carry one certificate number, {value}.")
    default:
      Phrase(ja: "{operators}の法人番号が同じである（{value}）。", en: "{operators} carry one corporate number, {value}.")
    }
  }
}
