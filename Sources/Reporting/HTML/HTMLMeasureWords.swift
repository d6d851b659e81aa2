import Audit

/// The six measures that were weighed, and what else the rules look after.
enum HTMLMeasure: CaseIterable {
  case approval, cap, identity, person, credit, secondTier
  case certification, suspension, ledger

  /// The circled digit of the six; nil for the others.
  var digit: String? {
    switch self {
    case .approval: "①"
    case .cap: "②"
    case .identity: "③"
    case .person: "④"
    case .credit: "⑤"
    case .secondTier: "⑥"
    case .certification, .suspension, .ledger: nil
    }
  }

  var title: Phrase {
    switch self {
    case .approval: Phrase(ja: "卸先の認定の確認", en: "Confirm the recipient's approval")
    case .cap: Phrase(ja: "実績の少ない事業者への提供数の上限", en: "Cap numbers for operators with little track record")
    case .identity: Phrase(ja: "本人確認", en: "Identity verification")
    case .person: Phrase(ja: "当人確認", en: "Person verification")
    case .credit: Phrase(ja: "与信", en: "Credit check")
    case .secondTier: Phrase(ja: "二次卸の禁止", en: "Ban second-tier wholesale")
    case .certification: Phrase(ja: "ETOC認証（2F 評価）", en: "ETOC certification (2F, evaluation)")
    case .suspension: Phrase(ja: "番号利用停止スキーム", en: "Suspension scheme")
    case .ledger: Phrase(ja: "台帳の整合と管理", en: "Consistency and care of the ledger")
    }
  }

  /// What came of it, and what is not judged.
  var note: Phrase {
    switch self {
    case .approval:
      Phrase(
        ja: "義務とするのが適当とされ、法令に取り入れられた。認定の一覧は公表されていないため、台帳にない認定は判定しない。",
        en: """
          Judged fit to be mandatory, and law. The ministry publishes no list of approvals: those outside the ledger are \
          not judged.
          """)
    case .cap:
      Phrase(
        ja: "義務とするのが適当とされたが、法令に定められた数値はない。上限は利用者が定めたもので、超えても法令違反とはしない。",
        en: """
          Judged fit to be mandatory, but no figure is enacted: caps are the user's own, and exceeding one is no breach \
          of law.
          """)
    case .identity, .person, .credit:
      Phrase(
        ja: "台帳に痕跡が残らないため、このツールは判定しない。",
        en: "Leaves no trace in a ledger: this tool does not judge it.")
    case .secondTier:
      Phrase(
        ja: "禁止されていない。二次卸は違法ではなく、注意を促すだけである。認証事業者どうしの再卸は制度の前提である。",
        en: """
          Not banned. Second-tier resale is not illegal and is only pointed out; between certified operators the scheme \
          presupposes it.
          """)
    case .certification:
      Phrase(
        ja: "任意の認証。認証がないことは取引を判断する一要素で、それだけで違反とはならない。審査の内容は見えない。",
        en: """
          Voluntary: a lack of it is one factor of a free business decision, never by itself a breach. What a review \
          found is not seen.
          """)
    case .suspension:
      Phrase(
        ja: "警察・総務省からの要請。台帳に記録された停止・拒否だけを見る。",
        en: "Requests by the police or the ministry, as far as the ledger records them.")
    case .ledger:
      Phrase(
        ja: "記載の確認を求めるもので、義務の有無を述べない。国際電話や番号の偽装、利用者の本人確認は範囲外。",
        en: """
          Asks for entries to be looked at and says nothing of duties. International and spoofed numbers and end users' \
          identity are outside.
          """)
    }
  }

  var rules: [RuleID] { RuleID.allCases.filter { Self.of($0) == self } }

  /// Where a rule belongs.
  static func of(_ rule: RuleID) -> HTMLMeasure {
    switch rule {
    case .approvalMissing, .supplierApprovalMissing, .deemedApprovalInvalid, .registrationMissing,
      .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed:
      .approval
    case .capExceeded, .capExceededInTotal: .cap
    case .undeclaredResale, .secondTierResale, .resaleBeyondDesignation, .resaleAgainstClause: .secondTier
    case .uncertifiedRecipient, .uncertifiedSupplier, .uncertifiedUpstream, .providedAfterRevocation:
      .certification
    case .providedDespiteRefusal, .suspendedNumberProvided, .suspendedStockProvided, .relatedToBarred:
      .suspension
    case .noSource, .overProvision, .rangeNotHeld, .rangeProvidedTwice, .designationOverlap,
      .circularProvision, .selfProvision, .outOfRole, .sharedIdentity, .waiverExpired:
      .ledger
    }
  }

  static let outside = Phrase(
    ja: """
      範囲外: 国際電話・発信番号の偽装、海外の番号アプリ、利用者の本人確認と1利用者あたりの回線数、ローミング、取次店（番号を受け取らない）、\
      1番号の同時通話数。
      """,
    en: """
      Outside the tool: international and spoofed numbers, foreign-number apps, end users' identity and lines per \
      subscriber, roaming, brokering agents (they receive no numbers), channels behind one number.
      """)
}
