import Audit

extension RuleID {
  /// What to do before signing about a reason against a candidate.
  var candidateRemedy: Phrase { ofSystem ?? ofChain ?? text.remedy }

  /// Approval, certification, caps, requests.
  private var ofSystem: Phrase? {
    switch self {
    case .approvalMissing:
      Phrase(
        ja: "契約前に卸先へ認定番号・認定日・対象種別を照会し、台帳に記録する。認定がないと分かったときは提供しない。",
        en:
          "Before signing, ask the recipient for number, date and categories of its approval and record them. If there "
          + "is none, do not provide.")
    case .supplierApprovalMissing:
      Phrase(
        ja: "卸元の認定を確かめ、台帳に記録してから提供を始める。",
        en: "Confirm and record the supplier's approval before the provision begins.")
    case .registrationMissing:
      Phrase(
        ja: "登録・届出の状況を総務省の公表資料と照合して記録を直す。登録・届出がないと分かったときは契約しない。",
        en:
          "Compare with what the ministry publishes and correct the entry. If it is neither registered nor notified, do "
          + "not sign.")
    case .capExceeded:
      Phrase(
        ja: "番号数を上限の残りまで減らすか、上限の見直しの要否を判断する。必要なら承認者と期限を付けて適用除外に記録してから契約する。",
        en:
          "Ask for no more than the room that is left, or decide whether the cap should change; else sign only once a "
          + "waiver with approver and expiry is recorded.")
    case .capExceededInTotal:
      Phrase(
        ja: "契約前にグループ全体の必要数を確認し、グループとしての上限を合意する。",
        en: "Before signing, ask what the group as a whole needs and agree a limit for it.")
    case .uncertifiedRecipient:
      Phrase(
        ja: "卸先に認証の取得・更新の予定を確かめ、見通しを記録したうえで契約するかどうかを判断する。",
        en:
          "Ask the recipient for its plans to obtain or renew certification, record them, and decide knowingly."
      )
    case .uncertifiedSupplier:
      Phrase(
        ja: "卸元の認証の取得・更新の予定を確かめ、見通しを記録する。",
        en: "Ask the supplier for its plans to obtain or renew certification, and record them.")
    case .providedAfterRevocation:
      Phrase(
        ja: "取消しの後の事情を卸先に確かめ、提供を始めるかどうかを判断して理由を記録する。",
        en:
          "Ask the recipient what has changed since the revocation, decide whether to begin, and record why.")
    case .providedDespiteRefusal:
      Phrase(
        ja: "新規提供拒否の期間中は契約しない。拒否が解除されているかどうかは要請元に確認し、解除されていれば台帳に終了日を記録する。",
        en:
          "Do not sign while new provision is to be refused. Ask the requesting authority whether the refusal is lifted; "
          + "if it is, record its last day.")
    case .suspendedNumberProvided:
      Phrase(
        ja: "利用停止中の番号を候補から外す。停止が解除されているかどうかは要請元に確認する。",
        en:
          "Take the suspended numbers out of the candidate. Ask the requesting authority whether the suspension is "
          + "lifted.")
    case .suspendedStockProvided:
      Phrase(
        ja: "在庫停止の期間中は卸元の在庫番号を提供しない。停止の範囲は要請元に確認する。",
        en:
          "Provide nothing from the stock while it is suspended; ask the requesting authority for the extent."
      )
    default: nil
    }
  }

  /// Tiers, contracts, the ledger against itself.
  private var ofChain: Phrase? {
    switch self {
    case .uncertifiedUpstream:
      Phrase(
        ja: "示された流通経路の認証のない事業者について、直接の卸元に照会してから契約するかどうかを判断する。",
        en: "Ask the direct supplier about the operator on the chain that is not certified, then decide.")
    case .secondTierResale:
      Phrase(
        ja: "両端の認証を確かめ、再卸条件を「認証事業者限定」とすることを検討する。通常の取引形態であれば、許容する卸次数を種別ごとに方針で定める。",
        en:
          "Check certification of both ends and consider the clause certified-only. Where it is ordinary business, let "
          + "the policy allow that tier for the category.")
    case .resaleBeyondDesignation:
      Phrase(
        ja: "超える分の番号の出所と卸次数を確かめる。番号範囲を定めて契約すれば番号ごとに判定できる。",
        en:
          "Find out where the excess comes from and its tier; with a range in the contract it is judged by number."
      )
    case .resaleAgainstClause:
      Phrase(
        ja: "番号を受けた契約の相手に承諾を求めるか、条件に合う卸先・番号に改める。それまでは契約しない。",
        en:
          "Ask the contracting party for permission, or choose a recipient or numbers that the clause allows; do not "
          + "sign before.")
    case .noSource:
      Phrase(
        ja: "卸元の番号の仕入先を確かめ、番号指定または番号提供の行を加えてから契約する。",
        en:
          "Find out where the supplier's numbers come from and add the designation or provision before signing."
      )
    case .overProvision:
      Phrase(
        ja: "保有する数と仕入先を確かめ、台帳の漏れであれば補い、そうでなければ保有する数の範囲で契約する。",
        en:
          "Check what it holds and from whom; complete the ledger if an inflow is missing, else sign for no more than it "
          + "holds.")
    case .rangeNotHeld:
      Phrase(
        ja: "番号範囲が卸元の番号であることを確かめる。台帳の漏れであれば補い、誤りであれば範囲を改める。",
        en:
          "Make sure that the range is the supplier's: complete the ledger if an inflow is missing, else correct the "
          + "range.")
    case .rangeProvidedTwice:
      Phrase(
        ja: "重なる提供が終わっていれば終了日を記録し、続いていれば重ならない番号範囲に改める。",
        en:
          "Record the last day of the overlapping provision if it has ended; else choose a range that is free."
      )
    case .circularProvision:
      Phrase(
        ja: "番号が卸元に戻る理由を確かめ、卸元と卸先の取り違えがないか見直す。",
        en: "Find out why numbers would return to their supplier, and whether the ends are swapped.")
    case .selfProvision:
      Phrase(ja: "卸元または卸先の指定を見直す。", en: "Choose another supplier or recipient.")
    case .outOfRole:
      Phrase(
        ja: "取引の実態を確かめ、区分を直すか、電気通信事業者として登録・届出・認定を確認してから契約する。",
        en:
          "Find out what it does; correct the role, or check registration and approval as of an operator before signing."
      )
    case .relatedToBarred:
      Phrase(
        ja: "実質的な支配者と番号の使いみちを契約前に確かめる。関係があるだけで提供を断る理由になるとは限らない。",
        en:
          "Before signing, find out who controls it and what the numbers are for; the relation alone need not be a "
          + "reason to refuse.")
    default: nil
    }
  }

  /// What a cause of the rule means for a candidate; nil for a cause it never has.
  func candidateExplanation(of cause: Cause) -> Phrase? {
    switch (self, cause) {
    case (.approvalMissing, .notYet), (.supplierApprovalMissing, .notYet):
      Phrase(ja: "認定が提供開始日より後に始まる", en: "the approval begins after the provision would")
    case (.uncertifiedRecipient, .notYet), (.uncertifiedSupplier, .notYet):
      Phrase(ja: "認証が提供開始日より後に始まる", en: "the certification begins after the provision would")
    case (.approvalMissing, .unrecorded):
      Phrase(
        ja: "認定の記録が台帳にない（提供開始日に確認するものとして扱う）",
        en: "no approval on record; taken as checked on the first day")
    case (.rangeProvidedTwice, .sameRecipient):
      Phrase(ja: "同じ卸先への提供と重なる", en: "it overlaps a provision to the same recipient")
    default: explanation(of: cause)
    }
  }
}
