/// What is counted, with its forms in English and its counter in Japanese.
enum CountNoun: Sendable {
  case numbers, provisions, operators, findings, rows, rules, hops

  private var one: StaticString {
    switch self {
    case .numbers: " number"
    case .provisions: " provision"
    case .operators: " operator"
    case .findings: " finding"
    case .rows: " row"
    case .rules: " rule"
    case .hops: " hop"
    }
  }

  private var many: StaticString {
    switch self {
    case .numbers: " numbers"
    case .provisions: " provisions"
    case .operators: " operators"
    case .findings: " findings"
    case .rows: " rows"
    case .rules: " rules"
    case .hops: " hops"
    }
  }

  private var counter: StaticString {
    switch self {
    case .numbers: "番号"
    case .provisions: "件の提供"
    case .operators: "者"
    case .findings: "件"
    case .rows: "行"
    case .rules: "ルール"
    case .hops: "ホップ"
    }
  }

  func form(_ count: UInt64, _ language: Language) -> StaticString {
    language == .ja ? counter : count == 1 ? one : many
  }
}

extension TextBuffer {
  /// Appends a count and what is counted: `1 number`, `1,200 numbers`, `1,200番号`.
  mutating func append(count: UInt64, _ noun: CountNoun, _ language: Language) {
    append(grouped: count)
    append(noun.form(count, language))
  }
}

/// Single words of reports.
enum Words {
  static let allCategories = Phrase(ja: "全種別", en: "all categories")
  static let allSuppliers = Phrase(ja: "すべての卸元", en: "all suppliers together")
  static let theCandidate = Phrase(ja: "候補", en: "the candidate")
  static let unknownDay = Phrase(ja: "記載のない日", en: "a day not on record")

  // Head
  static let reportTitle = Phrase(ja: "番号流通経路 監査報告", en: "Telephone-number supply chain: audit report")
  static let day = Phrase(ja: "監査日", en: "Day")
  /// Of an answer that is no audit.
  static let questionDay = Phrase(ja: "基準日", en: "Day")
  static let dataset = Phrase(ja: "台帳", en: "Ledger")
  static let files = Phrase(ja: "ファイル", en: "Files")
  static let filter = Phrase(ja: "対象事業者", en: "Operator")
  static let policy = Phrase(ja: "方針", en: "Policy")
  static let builtInPolicy = Phrase(ja: "組込みの既定値", en: "built-in")
  static let verdict = Phrase(ja: "判定", en: "Verdict")
  static let tool = Phrase(ja: "ツール", en: "Tool")

  // Sections
  static let rules = Phrase(ja: "ルール", en: "Rules")
  static let findings = Phrase(ja: "指摘事項", en: "Findings")
  static let waivedFindings = Phrase(ja: "適用除外とした指摘事項", en: "Waived findings")
  static let coverage = Phrase(ja: "卸次数別の被覆率", en: "Coverage by tier")

  // Columns
  static let rule = Phrase(ja: "ルール", en: "rule")
  static let severity = Phrase(ja: "重大度", en: "severity")
  static let basis = Phrase(ja: "根拠", en: "basis")
  static let title = Phrase(ja: "内容", en: "title")
  static let count = Phrase(ja: "件数", en: "found")
  static let waived = Phrase(ja: "除外", en: "waived")
  static let notEvaluated = Phrase(ja: "判定不能", en: "not evaluated")
  static let category = Phrase(ja: "種別", en: "category")
  static let tier = Phrase(ja: "卸次数", en: "tier")
  static let provisions = Phrase(ja: "提供", en: "provisions")
  static let numbers = Phrase(ja: "番号数", en: "numbers")
  static let approved = Phrase(ja: "認定", en: "approved")
  static let certified = Phrase(ja: "認証", en: "certified")
  static let both = Phrase(ja: "両方", en: "both")
  static let unknownTier = Phrase(ja: "不明", en: "unknown")

  // Findings
  static let holder = Phrase(ja: "番号指定事業者", en: "holder")
  static let approval = Phrase(ja: "認定あり", en: "approved")
  static let noApproval = Phrase(ja: "認定未確認", en: "approval not confirmed")
  static let certification = Phrase(ja: "認証あり", en: "certified")
  static let noCertification = Phrase(ja: "認証なし", en: "not certified")
  static let user = Phrase(ja: "利用者", en: "user")
  static let chain = Phrase(ja: "流通経路", en: "chain")
  static let unrooted = Phrase(
    ja: "（番号指定事業者に至る経路は台帳にない）", en: "(no chain to a holder in the ledger)")
  static let remedy = Phrase(ja: "対応", en: "What to do")
  static let waivedBy = Phrase(ja: "適用除外", en: "waived by")
  static let approvedBy = Phrase(ja: "承認者", en: "approved by")
  static let until = Phrase(ja: "期限", en: "until")
  static let noFindings = Phrase(ja: "指摘事項なし", en: "no findings")

  // Rule explanations
  static let ruleSeverity = Phrase(ja: "重大度", en: "Severity")
  static let ruleBasis = Phrase(ja: "根拠", en: "Basis")
  static let looksAt = Phrase(ja: "見るもの", en: "Looks at")
  static let why = Phrase(ja: "理由", en: "Why")
  static let force = Phrase(ja: "性質", en: "Nature")
  static let causes = Phrase(ja: "原因", en: "Causes")
  static let blindSpot = Phrase(ja: "見えないもの", en: "Cannot see")
}
