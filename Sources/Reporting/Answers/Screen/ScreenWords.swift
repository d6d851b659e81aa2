import Audit
import Decisions
import Numbering
import SupplyChain

extension ScreenVerdict {
  /// The word for a verdict.
  public var term: Phrase {
    switch self {
    case .accept: Phrase(ja: "可", en: "ACCEPT")
    case .conditional: Phrase(ja: "条件付き", en: "CONDITIONAL")
    case .refuse: Phrase(ja: "不可", en: "REFUSE")
    }
  }

  var style: TextPage.Style {
    switch self {
    case .accept: .plain
    case .conditional: .yellow
    case .refuse: .red
    }
  }
}

extension AuditDifference.Change {
  /// The word for what becomes of a finding.
  var term: Phrase {
    switch self {
    case .appears: Phrase(ja: "発生", en: "appears")
    case .grows: Phrase(ja: "増加", en: "grows")
    case .shrinks: Phrase(ja: "減少", en: "shrinks")
    case .changes: Phrase(ja: "変化", en: "changes")
    case .vanishes: Phrase(ja: "解消", en: "vanishes")
    }
  }
}

extension CapHeadroom.Scope {
  /// Whose numbers a cap sums.
  var term: Phrase {
    switch self {
    case .pair: Phrase(ja: "この取引", en: "this pair")
    case .recipient: Phrase(ja: "卸先の合計", en: "recipient in all")
    case .party: Phrase(ja: "支配グループの合計", en: "recipient's party")
    }
  }
}

extension ScreenConfirmation {
  /// What to do, in a sentence.
  public var sentence: Phrase {
    switch self {
    case .approval:
      Phrase(
        ja: "認定確認: 卸先の電気通信番号使用計画がこの種別で認定（みなし認定を含む）されていることを、提供開始までに確認し、日付を記録する。",
        en:
          "Confirm before the start that the recipient's number-use plan is approved, or deemed approved, for this "
          + "category, and record the day.")
    case .conditions:
      Phrase(
        ja: "使用条件合意: 番号の使用条件に従うことについて、提供開始までに卸先と合意し、日付を記録する。",
        en: "Agree with the recipient before the start on the conditions of number use, and record the day.")
    case .continuity:
      Phrase(
        ja: "役務継続性確認: 卸先が役務を継続して提供できることを、提供開始までに確認し、日付を記録する。",
        en: "Confirm before the start that the recipient can keep up its service, and record the day.")
    case .declaration:
      Phrase(
        ja: "申告: 約款による提供なので、再卸をするときは申告する旨を約款に定め、申告を受けたら日付を記録する。",
        en:
          "Under ordinary terms: have a clause that asks for a declaration before any resale, and record the day "
          + "of the declaration.")
    case .resaleClause:
      Phrase(
        ja: "再卸条件: 再卸先を認証事業者に限る条項（認証事業者限定）を契約に入れるか検討する（ETOCの推奨であり、法令上の義務ではない）。",
        en: "Consider a clause that allows resale to certified operators only (recommended by ETOC, not an "
          + "obligation under the law).")
    }
  }
}

extension ContractForm {
  /// The word for a form of contract.
  var term: Phrase {
    switch self {
    case .wholesale: Phrase(ja: "卸契約", en: "wholesale contract")
    case .terms: Phrase(ja: "約款", en: "ordinary terms")
    }
  }

  /// The code used in data and JSON.
  var code: String {
    switch self {
    case .wholesale: "wholesale"
    case .terms: "terms"
    }
  }
}

/// The words of `screen`.
enum ScreenWords {
  static let title = Phrase(ja: "番号提供先の事前審査", en: "Screening of a provision before signing")
  static let batchTitle = Phrase(ja: "番号提供先の一括審査", en: "Screening of provisions before signing")
  static let candidate = Phrase(ja: "候補", en: "Candidate")
  static let supplier = Phrase(ja: "卸元", en: "Supplier")
  static let recipient = Phrase(ja: "卸先", en: "Recipient")
  static let period = Phrase(ja: "提供期間", en: "Period")
  static let open = Phrase(ja: "期限なし", en: "open end")
  static let contract = Phrase(ja: "契約形態", en: "Contract")
  static let numbers = Phrase(ja: "番号", en: "Numbers")
  static let headroom = Phrase(ja: "提供可能数", en: "Headroom")
  static let room = Phrase(ja: "上限の残り", en: "Room under the caps")
  static let reasons = Phrase(ja: "判定の理由", en: "Reasons")
  static let noReasons = Phrase(ja: "理由となる指摘なし", en: "nothing speaks against it")
  static let waived = Phrase(ja: "適用除外とした理由", en: "Waived reasons")
  static let notEvaluated = Phrase(ja: "判定不能のルール", en: "Rules not evaluated")
  static let caps = Phrase(ja: "適用される上限", en: "Caps that apply")
  static let noCaps = Phrase(ja: "この提供に適用される上限はない", en: "no cap applies to this provision")
  static let capHead = (
    cap: Phrase(ja: "上限ID", en: "cap"), scope: Phrase(ja: "対象", en: "sums"),
    maximum: Phrase(ja: "上限数", en: "maximum"), now: Phrase(ja: "現在", en: "now"),
    room: Phrase(ja: "残り", en: "room")
  )
  static let later = Phrase(ja: "今後の判定の変化", en: "Later changes")
  static let consequences = Phrase(ja: "この提供による、ほかの指摘の変化", en: "Consequences elsewhere")
  static let consequencesNote = Phrase(
    ja: "判定には影響しない。", en: "They do not decide the verdict.")
  static let none = Phrase(ja: "なし", en: "none")
  static let before = Phrase(ja: "契約前に行うこと", en: "Before signing")
  static let nothingToConfirm = Phrase(
    ja: "利用者への提供又は自己への提供なので、確認を要する事項はない。",
    en: "nothing to confirm: it goes to a user, or to the supplier itself")
  static let partner = Phrase(ja: "当事者の状況", en: "How the two stand")
  static let storeys = (
    first: Phrase(ja: "1F（制度）", en: "1F system"), second: Phrase(ja: "2F（評価）", en: "2F evaluation")
  )
  static let country = Phrase(ja: "国", en: "country")
  static let associations = Phrase(ja: "加盟団体", en: "associations")
  static let serviceSince = Phrase(ja: "事業開始日", en: "in service since")
  static let related = Phrase(ja: "支配グループの事業者", en: "related operators")
  static let revoked = Phrase(ja: "ETOC認証の取消", en: "ETOC certification revoked")
  static let restrictions = Phrase(ja: "利用停止・提供拒否", en: "restrictions")
  static let noneInForce = Phrase(ja: "効力のあるものの記載なし", en: "none in force on record")
  static let received = Phrase(ja: "受けている提供の指摘", en: "open on what it receives")
  static let downstream = Phrase(ja: "行う提供と下流の指摘", en: "open on what it provides")
  static let batchNote = Phrase(
    ja: "一括審査では、ほかの指摘の変化と今後の判定の変化は調べていない。行ごとの事前審査で確かめる。",
    en:
      "In a batch neither consequences elsewhere nor later changes are worked out: screen a row alone to see them."
  )
  static let notStated = Phrase(ja: "記載なし", en: "not stated")
  static let mistakes = Phrase(ja: "記載の誤り", en: "Mistakes")

  /// That lack of ETOC decides nothing by itself (DOMAIN: 事業法6条・121条).
  static let freeDecision = Phrase(
    ja: "ETOC認証がないことだけでは違反とはならない。認証の有無は、取引を行うかどうかの自由な経営判断における一要素である（電気通信事業法6条・121条）。",
    en:
      "Lack of ETOC certification alone is never a breach: it is one factor of a free business decision whether to "
      + "deal (Telecommunications Business Act, art. 6 and 121).")
}
