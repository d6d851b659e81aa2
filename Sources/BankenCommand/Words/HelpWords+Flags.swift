import Banken

/// What each option does.
extension HelpWords {
  /// What an option does.
  static func flag(_ flag: FlagID) -> Phrase {
    switch flag {
    case .on:
      Phrase(
        ja: "点検する日(2026-04-01、令和8年4月1日など)。省略時は日本時間の今日",
        en: "the day to check (2026-04-01, R8.4.1, …); default: today in Japan")
    case .from:
      Phrase(ja: "期間の初日。期間中に一日でもあった指摘をすべて示す(--to とともに)", en: "the first day of a period to check (with --to)")
    case .to: Phrase(ja: "期間の最終日(その日を含む)", en: "the last day of the period, included")
    case .fiscalYear:
      Phrase(
        ja: "年度(4月1日から3月31日まで)を点検する。2025、令和7、R7 など",
        en: "check a fiscal year, 1 April to 31 March: 2025, 令和7, R7")
    case .policy:
      Phrase(
        ja: "方針ファイル。省略時はデータセットの policy.json、なければ組み込み",
        en: "the policy; default: policy.json of the dataset, else built-in")
    case .rule: Phrase(ja: "このルールだけを点検する(繰り返し可)", en: "check only this rule (may be repeated)")
    case .operator:
      Phrase(
        ja: "この事業者が関わる指摘だけを残す(ID、法人番号、新旧の名称)",
        en: "keep findings about this operator (id, corporate number or name)")
    case .goal:
      Phrase(
        ja: "被覆すべき番号の割合(95% または 0.95)。省略時は 95%",
        en: "the share of numbers to cover (95% or 0.95); default: 95%")
    case .by:
      Phrase(
        ja: "少なくするもの: 手順の数か、方針の fees による費用。省略時は steps",
        en: "what to keep low: steps, or cost by the fees of the policy; default: steps")
    case .allow:
      Phrase(
        ja: "先に提供のない卸先への提供を終えることも手順に含める",
        en: "also end provisions to recipients that pass nothing on")
    case .allSteps: Phrase(ja: "手順と依頼を省略せずすべて示す", en: "list every step and every request")
    case .format: Phrase(ja: "出力の形式。省略時は text", en: "the format of the output; default: text")
    case .all:
      Phrase(
        ja: "指摘、一覧の行、データの誤りを省略せずすべて示す",
        en: "list every finding, row and mistake in the data")
    case .failOn:
      Phrase(
        ja: "この重大度以上の指摘があれば終了コード 1。省略時は方針の fail_on",
        en: "exit 1 when a finding is at least this severe; default: fail_on of the policy")
    case .baseline:
      Phrase(
        ja: "前回の報告(JSON)と比べ、新しい指摘だけを終了コードに反映する",
        en: "compare with this earlier report (JSON); only what is new decides the exit status")
    case .force:
      Phrase(
        ja: "方針、監査の種類、対象が異なる報告も比べる",
        en: "compare reports of different policies, kinds or operators all the same")
    case .supplier: Phrase(ja: "卸元(ID、法人番号、新旧の名称)", en: "who provides (id, corporate number or name)")
    case .recipient: Phrase(ja: "卸先(ID、法人番号、新旧の名称)", en: "who receives (id, corporate number or name)")
    case .category: Phrase(ja: "番号の種別(--numbers とともに)", en: "the category of the numbers (with --numbers)")
    case .numbers: Phrase(ja: "番号数(--category とともに)", en: "how many numbers (with --category)")
    case .range:
      Phrase(ja: "番号の範囲。--category と --numbers の代わり", en: "the numbers, instead of --category and --numbers")
    case .ends: Phrase(ja: "提供の最後の日。省略時は期限なし", en: "the last day of the provision; default: open")
    case .contract: Phrase(ja: "契約形態。省略時は wholesale(卸契約)", en: "the form of contract; default: wholesale")
    case .batch:
      Phrase(ja: "候補を並べたファイル(CSV / TSV)の各行を審査する", en: "screen every row of this file (CSV or TSV)")
    case .allChanges:
      Phrase(ja: "継続する指摘も含め、省略せずすべて示す", en: "list every finding, continuing ones as well")
    case .file:
      Phrase(
        ja: "番号をこのファイルから読む(一行に一つ、または CSV の第一列)",
        en: "read numbers from this file: one a line, or the first column of CSV")
    case .history:
      Phrase(ja: "ある日でなく、手元にあった者の移り変わりを示す", en: "custody over time instead of on a day")
    case .failOnNew:
      Phrase(
        ja: "新しい指摘がこの重大度以上なら終了コード 1。省略時は violation",
        en: "exit 1 when something new is at least this severe; default: violation")
    case .event:
      Phrase(
        ja: "起こること: ETOC認証の取消、認定の失効、撤退。省略時は certificate",
        en: "what befalls it: certificate revoked, approval lapsed, or exit; default: certificate")
    case .list:
      Phrase(
        ja: "CSV の表: 指摘、経路を失う事業者、知らせる相手。省略時は findings",
        en: "the table of --format csv: findings, operators that lose, or whom to tell; default: findings")
    case .output:
      Phrase(
        ja: "標準出力でなくこのファイルに書く(書き終えてから置き換える)",
        en: "write to this file instead of standard output, all or nothing")
    case .redact:
      Phrase(
        ja: "名称、電話番号、またはIDを含むすべてを鍵による仮名に置き換える",
        en: "show pseudonyms for names, telephone numbers, or all, ids included")
    case .redactKey:
      Phrase(
        ja: "仮名の鍵とするファイル(16バイト以上、--redact とともに)",
        en: "the secret behind the pseudonyms, 16 bytes or more (with --redact)")
    case .lenient:
      Phrase(ja: "誤りのある行を除いて点検を続ける", en: "set bad rows aside and check the rest")
    case .rejects:
      Phrase(
        ja: "除いた行を理由とともにこのフォルダに書く(--lenient とともに)",
        en: "write the rows set aside and the reasons into this directory (with --lenient)")
    case .encoding:
      Phrase(ja: "すべてのファイルの文字コード。省略時は自動判定", en: "the encoding of every file; default: found out")
    case .threads:
      Phrase(ja: "使うスレッドの数。結果は変わらない", en: "how many threads to use; the result is the same")
    case .operators: Phrase(ja: "事業者の数", en: "how many operators")
    case .provisions: Phrase(ja: "番号提供の数", en: "how many provisions")
    case .seed: Phrase(ja: "乱数の種。別の値なら別の台帳になる", en: "the seed; another one gives another ledger")
    case .directory:
      Phrase(ja: "書き込むフォルダ。なければ作る", en: "the directory to write, made if it is not there")
    case .profile:
      Phrase(
        ja: "japan は全国の台帳、stress は深い流通経路と循環。省略時は japan",
        en: "japan: a national ledger; stress: deep and circular; default: japan")
    case .ranges:
      Phrase(
        ja: "番号の範囲をもつ提供の割合(0 から 1)。省略時は 3 分の 2",
        en: "share of provisions with ranges, from 0 to 1; default: two thirds")
    case .expected:
      Phrase(ja: "仕込んだ指摘の一覧をこのファイルに書く", en: "write the planted findings to this file")
    case .clean: Phrase(ja: "何も仕込まない: 違反は見つからない", en: "plant nothing: no violation is found")
    case .within:
      Phrase(
        ja: "何日先まで見るか(90 または 90d、3660 まで)。省略時は 90",
        en: "how many days to look ahead (90 or 90d, at most 3660); default: 90")
    case .around:
      Phrase(
        ja: "この事業者の上流と下流だけを示す(ID、法人番号、新旧の名称)",
        en: "only what is upstream and downstream of this operator (id, corporate number or name)")
    case .depth:
      Phrase(
        ja: "上流・下流それぞれ何段までか(--around とともに)。省略時は 2",
        en: "how many steps up and how many down (with --around); default: 2")
    case .onlyCategory: Phrase(ja: "この種別だけを示す", en: "only this category")
    case .graphFormat: Phrase(ja: "出力の形式。省略時は svg", en: "the format of the output; default: svg")
    case .graphOutput:
      Phrase(
        ja: "標準出力でなくこのファイルに書く。neo4j-csv では二つのファイルを書くフォルダ(必須)",
        en:
          "write to this file instead of standard output; for neo4j-csv the directory of its two files, needed"
      )
    case .lang:
      Phrase(
        ja: "出力の言語。省略時は LC_ALL、LC_MESSAGES、LANG による",
        en: "the language of the output; default: by LC_ALL, LC_MESSAGES, LANG")
    case .help: Phrase(ja: "この使い方を表示する", en: "show this help")
    case .version: Phrase(ja: "バージョンを表示する", en: "print the version")
    }
  }
}
