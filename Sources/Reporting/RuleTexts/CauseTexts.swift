import Audit

extension Cause {
  /// What the cause means for a rule that has it.
  func explanation(for rule: RuleID) -> Phrase {
    let certification = rule == .uncertifiedRecipient || rule == .uncertifiedSupplier
    switch self {
    case .ended:
      return certification
        ? Phrase(ja: "認証が理由の記載なく消除された", en: "the certification was removed, no reason given")
        : Phrase(
          ja: "認定が失効（50条の8）または取消し（50条の9）により終わった",
          en: "the approval has ended, by lapse (art. 50-8) or revocation (art. 50-9)")
    case .notYet:
      return certification
        ? Phrase(ja: "認証が監査日より後に始まる", en: "the certification begins after the day")
        : Phrase(ja: "認定が監査日より後に始まる", en: "the approval begins after the day")
    case .otherCategory:
      return Phrase(ja: "別の種別の認定しかない", en: "only other categories are approved")
    case .none:
      return Phrase(ja: "認定の記録が台帳にない", en: "no approval on record")
    case .unrecorded:
      return rule == .approvalMissing
        ? Phrase(
          ja: "認定の記録が台帳にないが、認定確認日は記載されている",
          en: "no approval on record, but a day is entered on which it was checked")
        : Phrase(ja: "合意日の記載がない", en: "no day of agreement is entered")
    case .unchecked:
      return Phrase(ja: "確認日の記載がない", en: "no day of checking is entered")
    case .late:
      return Phrase(ja: "提供開始日より後の日が記載されている", en: "the day entered is after the provision began")
    case .revoked:
      return Phrase(ja: "認証が取り消された", en: "the certification was revoked")
    case .withdrawn:
      return Phrase(ja: "事業者が認証を辞退した", en: "the operator withdrew from certification")
    case .expired:
      return Phrase(ja: "認証の有効期限が過ぎた", en: "the certification ran out")
    case .never:
      return Phrase(ja: "認証の記録が台帳にない", en: "no certification on record")
    case .certified:
      return Phrase(
        ja: "両端が認証されている（または卸先が利用者）", en: "both ends are certified, or the recipient is a user")
    case .uncertified:
      return Phrase(ja: "両端の少なくとも一方が認証されていない", en: "at least one end is not certified")
    case .prohibited:
      return Phrase(ja: "契約が再卸を禁止している", en: "the contract prohibits resale")
    case .certifiedOnly:
      return Phrase(ja: "契約が再卸を認証事業者に限っている", en: "the contract allows resale to certified operators only")
    case .inflowsMayBeMissing:
      return Phrase(
        ja: "事業者の受入れがすべて台帳にあるとは限らない（方針 ledger.complete にない）",
        en: "the ledger may not show all its inflows (not in policy ledger.complete)")
    case .sameRecipient:
      return Phrase(ja: "同じ卸先への提供どうしが重なる", en: "both provisions are to the same recipient")
    case .agent:
      return Phrase(ja: "取次店が提供の当事者である", en: "an agent is an end of a provision")
    case .userSupplies:
      return Phrase(ja: "利用者が番号を提供している", en: "a user provides numbers")
    case .corporateNumber:
      return Phrase(ja: "法人番号が同じ", en: "the same corporate number")
    case .approvalNumber:
      return Phrase(ja: "認定番号が同じ", en: "the same approval number")
    case .certificateNumber:
      return Phrase(ja: "認証番号が同じ", en: "the same certificate number")
    }
  }
}
