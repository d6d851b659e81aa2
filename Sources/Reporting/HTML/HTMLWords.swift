/// Words of the page that no other report has.
enum HTMLWords {
  // Frame
  static let contents = Phrase(ja: "目次", en: "Contents")
  static let skip = Phrase(ja: "本文へ", en: "Skip to content")
  static let summary = Phrase(ja: "結論", en: "Conclusion")
  static let scope = Phrase(ja: "範囲", en: "Scope")
  static let identity = Phrase(ja: "データと方針", en: "Data and policy")
  static let notEvaluated = Phrase(ja: "判定しなかったルールと理由", en: "Not evaluated, and why")
  static let evaluatedAll = Phrase(ja: "すべてのルールを判定した。", en: "Every rule was evaluated.")
  static let coverage = Phrase(ja: "2階建ての被覆", en: "Two-storey coverage")
  static let measures = Phrase(ja: "六つの対策とルール", en: "The six measures and our rules")
  static let suppliers = Phrase(ja: "取扱いの多い卸元", en: "Busiest suppliers")
  static let timeline = Phrase(ja: "期間の推移", en: "Over the period")
  static let baseline = Phrase(ja: "前回との比較", en: "Since the earlier report")

  // Conclusion
  static let violations = Phrase(ja: "違反等", en: "Violations")
  static let warnings = Phrase(ja: "注意", en: "Warnings")
  static let notices = Phrase(ja: "要確認", en: "Notices")
  static let waived = Phrase(ja: "適用除外", en: "Waived")
  static let violationsNote = Phrase(ja: "是正を要する", en: "to be put right")
  static let warningsNote = Phrase(ja: "求められる取組みを満たさない", en: "a practice asked for is not met")
  static let noticesNote = Phrase(ja: "記載や事情の確認を要する", en: "to be looked at")
  static let waivedNote = Phrase(ja: "件数に含めない", en: "not counted")
  static let change = Phrase(ja: "前回比", en: "Change")
  static let total = Phrase(ja: "計", en: "Total")
  static let bySeverityAndBasis = Phrase(ja: "重大度と根拠別の件数", en: "Findings by severity and basis")
  /// What a change of a count leaves out.
  static let comparableOnly = Phrase(
    ja: "前回比は、前回と今回の両方で判定したルールの増減。",
    en: "Changes are those of the rules that both reports evaluated.")

  // Scope
  static let operators = Phrase(ja: "事業者", en: "operators")
  static let operatorsOnRecord = Phrase(ja: "台帳の事業者", en: "Operators on record")
  static let activeProvisions = Phrase(ja: "有効な提供", en: "Active provisions")
  static let allOperators = Phrase(ja: "すべての事業者", en: "all operators")
  static let rulesSelected = Phrase(ja: "対象ルール", en: "Rules")
  static let everyRule = Phrase(ja: "すべてのルール", en: "all rules")
  static let filterNote = Phrase(
    ja: "件数と指摘事項は対象事業者に関わるものに限る。被覆と卸元の図は台帳全体のもの。",
    en:
      "Counts and findings are those that concern this operator; coverage and suppliers are of the whole ledger."
  )

  // Identity
  static let file = Phrase(ja: "ファイル", en: "file")
  static let table = Phrase(ja: "表", en: "table")
  static let encoding = Phrase(ja: "文字コード", en: "encoding")
  static let rows = Phrase(ja: "行数", en: "rows")
  static let rejected = Phrase(ja: "除いた行", en: "set aside")
  static let inputFiles = Phrase(ja: "読み込んだファイル", en: "Files that were read")
  static func effective(_ digest: String) -> Phrase {
    Phrase(ja: "適用した方針の \(digest)", en: "\(digest) of the policy in effect")
  }

  static let off = Phrase(ja: "無効", en: "off")
  static let notSelected = Phrase(ja: "対象外", en: "not selected")

  // Coverage
  static let upperStorey = Phrase(ja: "2F ETOC認証", en: "2F ETOC")
  static let lowerStorey = Phrase(ja: "1F 認定", en: "1F approval")
  static let bothStoreys = Phrase(ja: "両方", en: "both")
  static let storeys = Phrase(ja: "番号の割合", en: "Share of numbers")
  static let coverageNote = Phrase(
    ja: """
      流通経路を番号指定事業者に近い方から順に示す。1F（制度）は番号使用計画の認定、2F（評価）はETOC認証で、卸元と卸先の両端（利用者を除く）が\
      満たす番号の割合。塗り・斜線が満たす部分、枠だけの部分が満たさない部分。
      """,
    en: """
      From the holders down to the last resellers. The first storey is the system (approved number-use plan), the second \
      the evaluation (ETOC certification): the share of the numbers whose supplier and recipient both have it, users \
      excused. Filled or hatched is covered, outlined is not.
      """)
  static let noCoverage = Phrase(ja: "有効な提供がない。", en: "There are no active provisions.")
  static func tiersBeyond(_ tier: Int) -> Phrase { Phrase(ja: "\(tier + 1)以上", en: "\(tier + 1) and beyond") }
  static let tierOfHolder = Phrase(ja: "番号指定事業者から", en: "from holders")
  static let secondTier = Phrase(ja: "二次卸", en: "second-tier")

  // Suppliers
  static let suppliersNote = Phrase(
    ja: "有効な提供の番号数の多い順（自己提供を除く）。斜線は、卸元・卸先の両端（利用者を除く）が認定とETOC認証の両方を満たす提供の番号。",
    en: """
      By the numbers of their active provisions (self-provisions apart). Hatched are numbers of provisions whose ends are \
      both approved and certified, users excused.
      """)
  static let supplier = Phrase(ja: "卸元", en: "supplier")
  static let recipients = Phrase(ja: "卸先", en: "recipients")
  static let share = Phrase(ja: "両階を満たす割合", en: "both storeys")

  // Period
  static let stateInOrder = Phrase(ja: "指摘なし", en: "in order")
  static let stateEnding = Phrase(ja: "まもなく失効", en: "about to end")
  static let stateWasBroken = Phrase(ja: "指摘あり（解消済み）", en: "was broken")
  static let stateIsBroken = Phrase(ja: "指摘あり（継続中）", en: "is broken")
  static func timelineNote(_ days: Int) -> Phrase {
    Phrase(
      ja: "まもなく失効は、認定またはETOC認証が終わる前の\(days)日間で、その事業者に関わる適用除外でない指摘のない日。",
      en:
        "About to end: the \(days) days before an approval or a certification ends, while nothing unwaived is found."
    )
  }
  static let legend = Phrase(ja: "凡例", en: "Legend")
  static let byRule = Phrase(ja: "ルール別", en: "By rule")
  static let endingFirst = Phrase(
    ja: "ほかにETOC認証が期間中に終わる事業者（早い順）",
    en: "Other operators whose certification ends in the period, the first to end first")

  static func otherOperators(_ count: Int) -> Phrase {
    Phrase(ja: "ほか\(grouped(count))者", en: "\(grouped(count)) more")
  }
  static let lastDay = Phrase(ja: "認証の最終日", en: "last day")
  static let byOperator = Phrase(
    ja: "事業者別（延べ番号日数の多い順に10者まで）", en: "By operator, the ten with the most number-days")

  // Findings
  static let filters = Phrase(ja: "絞り込みと並べ替え", en: "Filter and sort")
  static let severity = Phrase(ja: "重大度", en: "Severity")
  static let rule = Phrase(ja: "ルール", en: "Rule")
  static let basis = Phrase(ja: "根拠", en: "Basis")
  static let any = Phrase(ja: "すべて", en: "All")
  static let search = Phrase(ja: "事業者・文字列", en: "Operator or text")
  static let news = Phrase(ja: "前回との比較", en: "Since before")
  static let onlyNew = Phrase(ja: "新規のみ", en: "New only")
  static let onlyContinuing = Phrase(ja: "継続のみ", en: "Continuing only")
  static let days = Phrase(ja: "期間", en: "Period")
  static let sort = Phrase(ja: "並べ替え", en: "Sort")
  static let sortGiven = Phrase(ja: "重い順（既定）", en: "Gravest first")
  static let sortNumbers = Phrase(ja: "番号数の多い順", en: "Most numbers first")
  static let sortDate = Phrase(ja: "始まりの早い順", en: "Longest first")
  static let sortName = Phrase(ja: "事業者ID順", en: "By operator id")
  static let reset = Phrase(ja: "解除", en: "Clear")
  static let openAll = Phrase(ja: "すべて開く", en: "Open all")
  static let closeAll = Phrase(ja: "すべて閉じる", en: "Close all")
  static let shown = Phrase(ja: "件を表示", en: " shown")
  /// Before and after the count of waived findings that are shown too.
  static let shownWaived = Phrase(ja: "、適用除外 ", en: ", ")
  static let afterWaived = Phrase(ja: "件", en: " waived")
  static let evidence = Phrase(ja: "流通経路と記録", en: "Chain and records")
  static let noChain = Phrase(ja: "記録", en: "Records")
  static let blindSpot = Phrase(ja: "見えないもの", en: "Cannot see")
  static let shapes = Phrase(ja: "図の見方", en: "How to read the chains")

  /// That rules share the room there is, and where the rest is.
  static func leftOut(_ left: Int, of total: Int) -> Phrase {
    Phrase(
      ja: """
        指摘事項\(grouped(total))件のうち\(grouped(total - left))件を載せ、\(grouped(left))件を省いた（各ルールに等しく、重いものから）。\
        件数はすべてを数えたもの。全件は check --format json、ndjson または csv で出力される（--all を付けるとこのページにも載る）。
        """,
      en: """
        Of \(grouped(total)) findings \(grouped(total - left)) are listed here and \(grouped(left)) left out (a fair share \
        for each rule, the gravest first). Counts are of all of them. The full list: check --format json, ndjson or csv \
        (or --all for a page with every one).
        """)
  }
  static func leftOutOfRule(_ left: Int) -> Phrase {
    Phrase(
      ja: "ほか\(grouped(left))件は省いた（全件は --format json、ndjson、csv）。",
      en: "\(grouped(left)) more left out (all of them: --format json, ndjson, csv).")
  }
  static func moreResolved(_ left: Int) -> Phrase {
    Phrase(
      ja: "ほか\(grouped(left))件（全件は banken diff --all）。",
      en: "\(grouped(left)) more (banken diff --all lists them).")
  }
  static func moreWaivers(_ left: Int) -> Phrase {
    Phrase(ja: "ほか\(grouped(left))件（--all ですべて表示）", en: "\(grouped(left)) more (--all lists them)")
  }
}
