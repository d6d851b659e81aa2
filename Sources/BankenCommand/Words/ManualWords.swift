import Banken

/// Every word of the manual page that the help does not have.
enum ManualWords {
  static let volume = Phrase(ja: "ユーザーコマンド", en: "User Commands")
  static let name = Phrase(ja: "名前", en: "Name")
  static let synopsis = Phrase(ja: "書式", en: "Synopsis")
  static let description = Phrase(ja: "説明", en: "Description")
  static let common = Phrase(ja: "どのコマンドにもあるオプション", en: "Options of every command")
  static let environment = Phrase(ja: "環境変数", en: "Environment")
  static let examples = Phrase(ja: "使用例", en: "Examples")
  static let note = Phrase(ja: "注意", en: "Note")
  static let status = Phrase(ja: "終了コード", en: "exit status")
  static let stop = Phrase(ja: "。", en: ".")

  /// What the program is, after its name.
  static let purpose = Phrase(
    ja: "電話番号の卸提供の台帳を点検し、指摘事項を根拠とともに示す",
    en: "check ledgers of telephone-number wholesale and show every finding with its evidence")

  static let about = [
    Phrase(
      ja: """
        データセットは、事業者、番号指定、番号使用計画認定、ETOC認証、番号提供、提供上限、利用停止、適用除外の表を
        CSV または TSV のファイルとして置いたフォルダです。事業者の表だけが必須です。
        """,
      en: """
        A dataset is a directory of CSV or TSV files, one per table: operators, designations, approvals,
        certifications, provisions, caps, restrictions and waivers. Only operators is required.
        """),
    Phrase(
      ja: "結果は標準出力に、それ以外はすべて標準エラー出力に書きます。ネットワークには接続しません。",
      en: "Results go to standard output, everything else to standard error. The network is never used."),
  ]

  static let statuses: [(Int32, Phrase)] = [
    (
      0,
      Phrase(
        ja: "答えた。--fail-on 以上の指摘はない", en: "answered; nothing at or above --fail-on")
    ),
    (
      1,
      Phrase(
        ja: "--fail-on 以上の指摘がある(比較では新しい指摘)",
        en: "findings at or above --fail-on (for comparisons: new ones)")
    ),
    (2, Phrase(ja: "使い方の誤り", en: "wrong usage")),
    (3, Phrase(ja: "データまたは方針の内容の誤り", en: "bad content of data or policy")),
    (4, Phrase(ja: "ファイルを開けない、読めない、書けない", en: "a file cannot be opened, read or written")),
  ]

  static let variables: [(String, Phrase)] = [
    (
      "LC_ALL, LC_MESSAGES, LANG",
      Phrase(
        ja: "--lang がないとき、初めに空でないものが出力の言語を決める",
        en: "without --lang, the first that is not empty decides the language")
    ),
    (
      "NO_COLOR, TERM",
      Phrase(
        ja: "NO_COLOR が空でないとき、TERM が dumb のときは色を使わない",
        en: "no colours when NO_COLOR is not empty or TERM is dumb")
    ),
    ("COLUMNS", Phrase(ja: "端末の桁数", en: "the columns of the terminal")),
  ]

  static let samples: [(String, Phrase)] = [
    ("banken check ledger --on R8.10.1", Phrase(ja: "ある日の台帳を点検する:", en: "Check a ledger on a day:")),
    (
      "banken check ledger --format csv --output findings.csv",
      Phrase(ja: "指摘を Excel で開ける表にする:", en: "Write the findings as a table for Excel:")
    ),
    (
      "banken diff 2026-09.json 2026-10.json",
      Phrase(ja: "前回の報告と比べる:", en: "Compare with the report of last month:")
    ),
    (
      "banken completion bash > ~/.local/share/bash-completion/completions/banken",
      Phrase(ja: "bash の補完を設定する:", en: "Set up completion for bash:")
    ),
  ]
}
