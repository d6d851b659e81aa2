import Audit
import Numbering
import SupplyChain

extension Severity {
  /// The word for a severity, whatever it rests on: 違反, 注意, 要確認.
  public var term: Phrase {
    switch self {
    case .violation: Phrase(ja: "違反", en: "violation")
    case .warning: Phrase(ja: "注意", en: "warning")
    case .notice: Phrase(ja: "要確認", en: "notice")
    }
  }

  /// The word for a finding of that severity which rests on a basis.
  ///
  /// A violation of one's own limit, of a request or within the ledger is not called a breach.
  public func term(_ basis: Basis) -> Phrase {
    switch (self, basis) {
    case (.violation, .ledger): Phrase(ja: "台帳の矛盾", en: "contradiction")
    case (.violation, .policy): Phrase(ja: "設定上限の超過", en: "over the limit set")
    case (.violation, .request): Phrase(ja: "要請に反する提供", en: "against a request")
    default: term
    }
  }
}

extension Basis {
  /// The word for what a finding rests on.
  public var term: Phrase {
    switch self {
    case .law: Phrase(ja: "法令", en: "law")
    case .etoc: Phrase(ja: "ETOC（推奨）", en: "ETOC (recommended)")
    case .policy: Phrase(ja: "自社方針", en: "policy")
    case .contract: Phrase(ja: "契約", en: "contract")
    case .request: Phrase(ja: "要請", en: "request")
    case .ledger: Phrase(ja: "台帳", en: "ledger")
    }
  }

  /// Whether what it asks for is a duty, and of which kind.
  public var force: Phrase {
    switch self {
    case .law: Phrase(ja: "法令上の義務に関するもの", en: "An obligation under the law")
    case .etoc:
      Phrase(
        ja: "推奨（法令上の義務ではない。認証の有無は取引を判断する一要素である）",
        en: "A recommendation, not an obligation: certification is one factor of a free business decision")
    case .policy:
      Phrase(
        ja: "利用者が自ら定めた方針（法令上の義務ではない）",
        en: "The user's own policy, not an obligation under the law")
    case .contract:
      Phrase(
        ja: "契約上の約束（法令上の義務ではない）",
        en: "A contractual promise, not an obligation under the law")
    case .request:
      Phrase(
        ja: "警察・総務省からの要請（番号利用停止スキーム）",
        en: "A request by the police or the ministry (suspension scheme)")
    case .ledger:
      Phrase(
        ja: "台帳の整合（記載の確認を求めるもので、義務の有無を述べない）",
        en: "Consistency of the ledger: it asks for the entries to be looked at and says nothing of duties")
    }
  }
}

extension Category {
  /// The name of a category in the numbering plan (種別), or its code in English.
  public var term: Phrase {
    Phrase(ja: japaneseName, en: name)
  }
}

extension TableName {
  /// What a table holds.
  public var term: Phrase {
    switch self {
    case .operators: Phrase(ja: "事業者", en: "operators")
    case .designations: Phrase(ja: "番号指定", en: "designations")
    case .approvals: Phrase(ja: "番号使用計画認定", en: "approvals")
    case .certifications: Phrase(ja: "ETOC認証", en: "certifications")
    case .provisions: Phrase(ja: "番号提供", en: "provisions")
    case .caps: Phrase(ja: "提供上限", en: "caps")
    case .restrictions: Phrase(ja: "利用停止", en: "restrictions")
    case .waivers: Phrase(ja: "適用除外", en: "waivers")
    }
  }
}

extension NotEvaluated {
  /// Why a rule was not evaluated, in words.
  public var explanation: Phrase {
    switch self {
    case .noTable(let table):
      Phrase(ja: "「\(table.term.ja)」の表がない", en: "no table \(table.term.en)")
    case .noColumn(let column):
      Phrase(
        ja: "番号提供の表に「\(column.term.ja)」の列がない", en: "no column \(column.term.en) in provisions")
    case .noConfirmationCategories:
      Phrase(
        ja: "方針 confirmation.categories に種別の指定がない", en: "policy confirmation.categories is empty")
    case .noCaps:
      Phrase(ja: "方針にも提供上限の表にも上限がない", en: "no cap in the policy and no table caps")
    case .noPolicyCap: Phrase(ja: "方針に上限がない", en: "no cap in the policy")
    case .tooFragmented:
      Phrase(
        ja: "番号範囲が細かく分かれすぎ、番号ごとの卸次数を求めきれない",
        en: "ranges are too fragmented to work out the tier of every number")
    case .off: Phrase(ja: "方針により無効", en: "switched off by the policy")
    case .notSelected: Phrase(ja: "--rule で選ばれていない", en: "not selected by --rule")
    }
  }
}

extension ProvisionColumns {
  /// The name of a single column in the header of the file.
  var term: Phrase {
    switch self {
    case .approvalCheckedOn: Phrase(ja: "認定確認日", en: "approval_checked_on")
    case .conditionsAgreedOn: Phrase(ja: "使用条件合意日", en: "conditions_agreed_on")
    case .continuityCheckedOn: Phrase(ja: "役務継続性確認日", en: "continuity_checked_on")
    case .declaredOn: Phrase(ja: "申告日", en: "declared_on")
    default: Phrase(ja: "再卸条件", en: "resale_clause")
    }
  }
}
