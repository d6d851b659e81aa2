import Decisions
import Numbering
import SupplyChain

extension Registration {
  /// The word for a registration or notification.
  public var term: Phrase {
    switch self {
    case .unknown: Phrase(ja: "登録届出の記載なし", en: "registration not stated")
    case .registered: Phrase(ja: "登録", en: "registered")
    case .notified: Phrase(ja: "届出", en: "notified")
    case .none: Phrase(ja: "登録届出なし", en: "not registered")
    }
  }
}

extension ApprovalStanding {
  /// The words for how somebody stands in approvals of a category.
  public var term: Phrase {
    switch self {
    case .approved: Phrase(ja: "認定あり", en: "approved")
    case .ended: Phrase(ja: "認定は失効", en: "approval ended")
    case .notYet: Phrase(ja: "認定は未発効", en: "approval not yet in force")
    case .otherCategory: Phrase(ja: "他の種別の認定のみ", en: "approved for other categories only")
    case .none: Phrase(ja: "認定の記録が台帳にない", en: "no approval on record")
    }
  }
}

extension CertificationStanding {
  /// The words for how somebody stands in ETOC certification.
  public var term: Phrase {
    switch self {
    case .certified: Phrase(ja: "ETOC認証あり", en: "ETOC-certified")
    case .revoked: Phrase(ja: "ETOC認証の取消", en: "ETOC certification revoked")
    case .withdrawn: Phrase(ja: "ETOC認証の辞退", en: "ETOC certification withdrawn")
    case .expired: Phrase(ja: "ETOC認証の期限切れ", en: "ETOC certification expired")
    case .ended: Phrase(ja: "ETOC認証は消除", en: "ETOC certification ended")
    case .notYet: Phrase(ja: "ETOC認証は未発効", en: "ETOC certification not yet in force")
    case .never: Phrase(ja: "ETOC認証の記録なし", en: "no ETOC certification on record")
    }
  }
}

extension OperatorStanding {
  /// 1F: registration or notification, and approval in a category with its last day.
  public func firstStorey(in category: Category, _ language: Language) -> String {
    if isUser { return Phrase(ja: "利用者（認定・認証の対象外）", en: "user (needs neither)")[language] }
    let approval = approval(in: category)
    var words = "\(registration.term[language])\(language == .ja ? "・" : ", ")"
    words += approval.standing.term[language]
    if approval.isByDesignation, approval.row == nil {
      words += Phrase(ja: "（番号指定による）", en: " (by designation)")[language]
    }
    return words + until(approval.until, language)
  }

  /// 2F: ETOC certification with its last day; a user needs none.
  public func secondStorey(_ language: Language) -> String {
    if isUser { return Phrase(ja: "利用者（対象外）", en: "user (not needed)")[language] }
    return certification.standing.term[language] + until(certification.until, language)
  }

  private func until(_ day: Day?, _ language: Language) -> String {
    day.map { language == .ja ? "（\($0)まで）" : " (until \($0))" } ?? ""
  }
}
