import Audit
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
    case .ended: Phrase(ja: "認定は失効または取消し", en: "approval ended")
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

extension ApprovalEnding {
  /// How an approval ended, and on which day.
  public var term: Phrase {
    switch reason {
    case .lapsed: Phrase(ja: "認定は失効（\(day)）", en: "approval lapsed (\(day))")
    case .cancelled: Phrase(ja: "認定は取消し（\(day)）", en: "approval revoked (\(day))")
    case .designationReturned:
      Phrase(ja: "認定は番号指定の返還により終了（\(day)）", en: "approval ended with its designation (\(day))")
    case nil: Phrase(ja: "認定は終了（\(day)、理由の記載なし）", en: "approval ended (\(day), no reason on record)")
    }
  }
}

extension OperatorStanding {
  /// How it stands in approvals of a category: whether there is one, or when and how the last one ended; "not evaluated"
  /// where the ledger lacks the table that would tell.
  public func approvalTerm(in category: Category) -> Phrase {
    if isApprovalUnknown(in: category) { return Self.approvalNotEvaluated }
    return ending(in: category)?.term ?? approval(in: category).standing.term
  }

  /// How it stands in ETOC certification; "not evaluated" where the ledger lacks the table.
  public var certificationTerm: Phrase {
    hasCertifications ? certification.standing.term : Self.notEvaluated(.certifications)
  }

  /// That the lack of approval in every category is not told, or when and how the last approval of any ended.
  var withoutApproval: Phrase {
    if !hasApprovals { return Self.approvalNotEvaluated }
    let endings = Category.allCases.compactMap { ending(in: $0) }
    return endings.max { $0.day < $1.day }?.term ?? Words.noApproval
  }

  private static var approvalNotEvaluated: Phrase {
    let open = notEvaluated(.approvals)
    return Phrase(ja: "認定は\(open.ja)", en: "approval \(open.en)")
  }

  /// That a missing table leaves something open.
  static func notEvaluated(_ table: TableName) -> Phrase {
    let reason = NotEvaluated.noTable(table).explanation
    return Phrase(
      ja: "\(Words.notEvaluated.ja)（\(reason.ja)）", en: "\(Words.notEvaluated.en) (\(reason.en))")
  }

  /// 1F: registration or notification, and approval in a category with its last day.
  public func firstStorey(in category: Category, _ language: Language) -> String {
    if isUser { return Phrase(ja: "利用者（認定・認証の対象外）", en: "user (needs neither)")[language] }
    let approval = approval(in: category)
    var words = "\(registration.term[language])\(language == .ja ? "・" : ", ")"
    words += approvalTerm(in: category)[language]
    if approval.isByDesignation, approval.row == nil {
      words += Phrase(ja: "（番号指定による）", en: " (by designation)")[language]
    }
    return words + until(approval.until, language)
  }

  /// 2F: ETOC certification with its last day; a user needs none.
  public func secondStorey(_ language: Language) -> String {
    if isUser { return Phrase(ja: "利用者（対象外）", en: "user (not needed)")[language] }
    return certificationTerm[language] + until(certification.until, language)
  }

  /// Both storeys in a few words, as they stand beside a hop; the second where the ledger has the table.
  func brief(in category: Category, _ language: Language) -> String {
    if isUser { return Words.user[language] }
    let approval = approvalTerm(in: category)[language]
    return hasCertifications
      ? approval + (language == .ja ? "、" : ", ") + certification.standing.term[language] : approval
  }

  private func until(_ day: Day?, _ language: Language) -> String {
    day.map { language == .ja ? "（\($0)まで）" : " (until \($0))" } ?? ""
  }
}
