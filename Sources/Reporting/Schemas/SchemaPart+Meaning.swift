extension SchemaPart {
  /// One sentence about it.
  var meaning: Phrase {
    switch self {
    case .dayReport: Phrase(ja: "ある日の点検の報告。", en: "The report of an audit of a day.")
    case .periodReport: Phrase(ja: "期間の点検の報告。", en: "The report of an audit of a period.")
    case .traceOfDay:
      Phrase(ja: "ある日に番号が誰の手にあるか。", en: "Whose hands the numbers are in on a day.")
    case .history:
      Phrase(ja: "番号が手元にあった者の移り変わり。", en: "Through whose hands the numbers went over time.")
    case .day: Phrase(ja: "日本における暦日。", en: "A civil date in Japan.")
    case .telephone:
      Phrase(
        ja: "電話番号（先頭の0を含む数字。仮名化したときは一部が英字）。",
        en: "A telephone number: digits with the leading 0, some of them letters when redacted.")
    case .operatorID: Phrase(ja: "事業者ID。", en: "The id of an operator.")
    case .id: Phrase(ja: "データまたは方針にあるID。", en: "An id as the data or the policy have it.")
    case .sha256: Phrase(ja: "小文字の十六進数によるSHA-256。", en: "A SHA-256 in lower-case hexadecimal.")
    case .fingerprint:
      Phrase(
        ja: "ルールとキーが同じであれば変わらない、指摘事項の目印。",
        en: "A mark of a finding that stays the same as long as its rule and key do.")
    case .category: Phrase(ja: "番号の種別。", en: "A category of numbers.")
    case .severity: Phrase(ja: "重大度（違反、注意、要確認）。", en: "How serious it is: violation, warning, notice.")
    case .basis: Phrase(ja: "指摘の根拠の種類。", en: "What a finding rests on.")
    case .rule: Phrase(ja: "ルールの名前。", en: "The name of a rule.")
    case .cause: Phrase(ja: "ルールが指摘した理由の区分。", en: "What exactly made the rule report it.")
    case .reason: Phrase(ja: "判定不能の理由。", en: "Why something could not be evaluated.")
    case .tool: Phrase(ja: "文書を書いた道具。", en: "The tool that wrote the document.")
    case .onDay: Phrase(ja: "ある日について。", en: "About a day.")
    case .overPeriod: Phrase(ja: "期間について（両端を含む）。", en: "About a period, both ends included.")
    case .anyDay: Phrase(ja: "すべての日について。", en: "About every day.")
    case .policyMark: Phrase(ja: "用いた方針。", en: "The policy that was applied.")
    case .redaction: Phrase(ja: "仮名化のしかた。", en: "How the document is redacted.")
    case .filter: Phrase(ja: "指摘を絞った条件。", en: "What the findings are limited to.")
    case .input: Phrase(ja: "読んだファイル。", en: "A file that was read.")
    case .disclaimer: Phrase(ja: "報告の性質についての断り書き。", en: "What every report says of itself.")
    case .finding: Phrase(ja: "ある日の指摘事項。", en: "A finding of a day.")
    case .periodFinding: Phrase(ja: "期間の指摘事項。", en: "A finding of a period.")
    case .markedFinding:
      Phrase(ja: "ある日の指摘事項（前回との比較を含み得る）。", en: "A finding of a day, perhaps compared with an earlier report.")
    case .markedPeriodFinding:
      Phrase(
        ja: "期間の指摘事項（前回との比較を含み得る）。", en: "A finding of a period, perhaps compared with an earlier report.")
    case .source: Phrase(ja: "データの行。", en: "A row of the data.")
    case .days: Phrase(ja: "連続する日（両端を含む）。", en: "A run of days, both ends included.")
    case .openDays: Phrase(ja: "連続する日（端がなければ null）。", en: "A run of days; an end that is open is null.")
    case .comparedReport: Phrase(ja: "比べた報告。", en: "A report that was compared.")
    case .difference: Phrase(ja: "すべてのルールの増減。", en: "What changed over all rules.")
    case .ruleDifference: Phrase(ja: "一つのルールの増減。", en: "What changed of one rule.")
    case .standing: Phrase(ja: "事業者の状態（1Fと2F）。", en: "Both storeys of standing of an operator.")
    case .approval: Phrase(ja: "番号使用計画の認定の状態。", en: "How the approval of the number-use plan stands.")
    case .certification: Phrase(ja: "ETOC認証の状態。", en: "How the ETOC certification stands.")
    case .range: Phrase(ja: "番号の範囲（両端を含む）。", en: "A range of numbers, both ends included.")
    case .designation: Phrase(ja: "番号指定。", en: "A designation.")
    case .candidate: Phrase(ja: "審査した提供の候補。", en: "The provision that is screened.")
    case .screenReason: Phrase(ja: "判定の理由となる指摘。", en: "A finding that decides the verdict.")
    case .capRoom: Phrase(ja: "提供数の上限とその残り。", en: "A cap and the room it leaves.")
    case .stockFlow: Phrase(ja: "受けた、または渡した番号。", en: "The numbers received or passed on.")
    case .affected: Phrase(ja: "影響を受ける事業者と番号数。", en: "Operators concerned and their numbers.")
    case .findingCounts: Phrase(ja: "重大度別の件数。", en: "Findings counted by severity.")
    case .coverage: Phrase(ja: "番号の被覆。", en: "How many numbers are covered.")
    case .cap: Phrase(ja: "提供数の上限とその条件。", en: "A cap and its conditions.")
    case .fee: Phrase(ja: "認証の費用（円）。", en: "What a certification costs, in yen.")
    case .writtenDay:
      Phrase(
        ja: "日付（2026-04-01、令和8年4月1日など、データと同じ書き方）。",
        en: "A day, in any way that data may write it, such as 2026-04-01 or 令和8年4月1日.")
    case .writtenCategory:
      Phrase(ja: "番号の種別（データと同じ書き方）。", en: "A category of numbers, by any name that data may use.")
    }
  }
}

extension JSONDocument {
  /// A few words for a heading.
  var title: Phrase {
    switch self {
    case .report: Phrase(ja: "点検の報告", en: "Report of an audit")
    case .finding: Phrase(ja: "NDJSON の一行", en: "A line of NDJSON")
    case .diff: Phrase(ja: "二つの報告の比較", en: "Comparison of two reports")
    case .screen: Phrase(ja: "契約前の審査", en: "Screening of a partner")
    case .screenBatch: Phrase(ja: "候補の一括審査", en: "Screening of a file of candidates")
    case .trace: Phrase(ja: "番号の追跡", en: "Trace of numbers")
    case .stock: Phrase(ja: "事業者の在庫番号", en: "Stock of an operator")
    case .impact: Phrase(ja: "認証・認定の喪失の影響", en: "Impact of a loss")
    case .critical: Phrase(ja: "流通経路が依存する事業者", en: "Operators that others depend on")
    case .repair: Phrase(ja: "被覆率を引き上げる手順", en: "Plan of repair")
    case .horizon: Phrase(ja: "これから始まる指摘と終わる指摘", en: "What is about to change")
    case .rules: Phrase(ja: "ルールの説明", en: "Explanation of the rules")
    case .policy: Phrase(ja: "方針", en: "Policy")
    case .message: Phrase(ja: "標準エラー出力の一行", en: "A line of standard error")
    }
  }

  /// One sentence: where it comes from or goes.
  public var meaning: Phrase {
    switch self {
    case .report:
      Phrase(
        ja: "「check --format json」が書き、「--baseline」と「diff」が読む。",
        en: "Written by 'check --format json', read by '--baseline' and 'diff'.")
    case .finding:
      Phrase(
        ja: "「check」と「diff」が「--format ndjson」で書く指摘事項。",
        en: "A finding as 'check' and 'diff' write it with '--format ndjson'.")
    case .diff: Phrase(ja: "「diff --format json」が書く。", en: "Written by 'diff --format json'.")
    case .screen: Phrase(ja: "「screen --format json」が書く。", en: "Written by 'screen --format json'.")
    case .screenBatch:
      Phrase(ja: "「screen --batch --format json」が書く。", en: "Written by 'screen --batch --format json'.")
    case .trace:
      Phrase(
        ja: "「trace --format json」が書く（--history のときは別の形）。",
        en: "Written by 'trace --format json', in another form with --history.")
    case .stock: Phrase(ja: "「stock --format json」が書く。", en: "Written by 'stock --format json'.")
    case .impact: Phrase(ja: "「impact --format json」が書く。", en: "Written by 'impact --format json'.")
    case .critical: Phrase(ja: "「critical --format json」が書く。", en: "Written by 'critical --format json'.")
    case .repair: Phrase(ja: "「repair --format json」が書く。", en: "Written by 'repair --format json'.")
    case .horizon: Phrase(ja: "「horizon --format json」が書く。", en: "Written by 'horizon --format json'.")
    case .rules: Phrase(ja: "「rules --format json」が書く。", en: "Written by 'rules --format json'.")
    case .policy:
      Phrase(
        ja: "「policy」が書き、「--policy」と policy.json から読まれる。",
        en: "Written by 'policy', read from '--policy' and policy.json.")
    case .message:
      Phrase(
        ja: "「--format json」または「ndjson」のとき標準エラー出力に書く一行。",
        en: "A line of standard error with '--format json' or 'ndjson'.")
    }
  }
}
