import Banken

/// Every word of the help: commands, arguments, options.
enum HelpWords {
  static let usage = Phrase(ja: "使い方", en: "Usage")
  static let options = Phrase(ja: "オプション", en: "Options")
  static let arguments = Phrase(ja: "引数", en: "Arguments")
  static let commands = Phrase(ja: "コマンド", en: "Commands")
  static let optionsPlaceholder = Phrase(ja: "[オプション]", en: "[options]")
  static let commandPlaceholder = Phrase(ja: "コマンド", en: "command")
  static let exitStatus = Phrase(ja: "終了コード", en: "Exit status")

  /// What the program is.
  static let program = Phrase(
    ja: "banken: 電話番号の卸提供の台帳を点検し、指摘事項を根拠とともに示す",
    en: "banken: checks ledgers of telephone-number wholesale and shows every finding with its evidence")
  static let seeCommand = Phrase(
    ja: "コマンドの詳細は「banken help コマンド」で見られます。",
    en: "'banken help COMMAND' explains a command.")

  /// One line about a command, without a full stop.
  static func summary(_ command: CommandID) -> Phrase {
    switch command {
    case .check:
      Phrase(ja: "ある日、またはある期間の台帳を点検する", en: "check a dataset on a day or over a period")
    case .screen:
      Phrase(ja: "番号を提供してよいか、契約前に審査する", en: "screen a provision before it is signed")
    case .trace: Phrase(ja: "番号が誰の手にあるかをたどる", en: "trace whose hands numbers are in")
    case .stock: Phrase(ja: "事業者の手元にある番号を示す", en: "tell what numbers an operator has in hand")
    case .impact: Phrase(ja: "認証や認定を失った場合の影響を示す", en: "tell what losing a certificate would change")
    case .critical:
      Phrase(ja: "認証事業者だけの経路がどの事業者に依存しているかを示す", en: "tell on whom the certified routes of others depend")
    case .repair:
      Phrase(ja: "被覆率の目標に届く最短の手順を示す", en: "find the shortest way to a goal of coverage")
    case .horizon: Phrase(ja: "これから始まる指摘と終わる指摘を示す", en: "tell which findings are about to start or end")
    case .diff: Phrase(ja: "前回の報告から何が変わったかを示す", en: "tell what changed from one report to the next")
    case .rules: Phrase(ja: "ルールの一覧、または一つのルールの説明", en: "list the rules, or explain one")
    case .policy: Phrase(ja: "有効な方針(policy)を JSON で表示する", en: "print the policy in effect as JSON")
    case .generate: Phrase(ja: "架空のデータセットを生成する", en: "generate a synthetic dataset")
    case .graph: Phrase(ja: "番号の流通図を描く、または書き出す", en: "draw the supply graph, or export it")
    case .schema:
      Phrase(ja: "JSON 文書の JSON Schema を表示する", en: "print the JSON Schema of a JSON document")
    case .completion: Phrase(ja: "シェルの補完の設定を表示する", en: "print a completion script for a shell")
    case .man: Phrase(ja: "マニュアルページを表示する", en: "print the manual page")
    case .version: Phrase(ja: "バージョンを表示する", en: "print the version")
    case .help: Phrase(ja: "使い方を表示する", en: "show help")
    }
  }

  static func argument(_ name: String, of command: CommandID) -> Phrase {
    switch (command, name) {
    case (.check, _), (.screen, _): Phrase(ja: "データセットのフォルダ", en: "the directory of the dataset")
    case (.trace, "DATASET"): Phrase(ja: "データセットのフォルダ", en: "the directory of the dataset")
    case (.trace, _):
      Phrase(ja: "電話番号(050-3123-4567、+81 50 3123 4567 など)", en: "a telephone number, in any usual form")
    case (.stock, "DATASET"): Phrase(ja: "データセットのフォルダ", en: "the directory of the dataset")
    case (.stock, _):
      Phrase(ja: "事業者(ID、法人番号、新旧の名称)", en: "the operator: id, corporate number or name")
    case (.impact, "OPERATOR"):
      Phrase(ja: "事業者(ID、法人番号、新旧の名称)", en: "the operator (id, corporate number or name)")
    case (.impact, _), (.critical, _): Phrase(ja: "データセットのフォルダ", en: "the directory of the dataset")
    case (.repair, _): Phrase(ja: "データセットのフォルダ", en: "the directory of the dataset")
    case (.horizon, _): Phrase(ja: "データセットのフォルダ", en: "the directory of the dataset")
    case (.diff, "OLD"): Phrase(ja: "前回の報告(JSON)", en: "the earlier report (JSON)")
    case (.diff, _): Phrase(ja: "今回の報告(JSON)", en: "the later report (JSON)")
    case (.policy, _):
      Phrase(ja: "policy.json があるかもしれないフォルダ", en: "the directory that may hold a policy.json")
    case (.graph, _): Phrase(ja: "データセットのフォルダ", en: "the directory of the dataset")
    case (.schema, _): Phrase(ja: "文書の名前", en: "the name of the document")
    case (.completion, _): Phrase(ja: "bash、zsh、fish のいずれか", en: "bash, zsh or fish")
    case (.rules, _): Phrase(ja: "説明を見るルール", en: "the rule to explain")
    default: Phrase(ja: "説明を見るコマンド", en: "the command to explain")
    }
  }

  /// What each status means for a command; empty for one whose status says little.
  static func statuses(_ command: CommandID) -> [(Int32, Phrase)] {
    let file = Phrase(ja: "ファイルを開けない、読めない、書けない", en: "a file cannot be opened, read or written")
    switch command {
    case .check:
      return [
        (0, Phrase(ja: "--fail-on 以上の指摘はない", en: "nothing at or above --fail-on")),
        (1, Phrase(ja: "--fail-on 以上の指摘がある", en: "findings at or above --fail-on")),
        (2, Phrase(ja: "使い方の誤り", en: "wrong usage")),
        (3, Phrase(ja: "データまたは方針の内容の誤り", en: "bad content of data or policy")),
        (4, file),
      ]
    case .screen:
      return [
        (0, Phrase(ja: "可または条件付き", en: "accept or conditional")),
        (1, Phrase(ja: "不可(--batch では一つでも)", en: "refuse (with --batch: any of them)")),
        (2, Phrase(ja: "使い方の誤り、不明な事業者や番号", en: "wrong usage, an unknown operator or number")),
        (
          3,
          Phrase(
            ja: "データ、方針または --batch のファイルの内容の誤り",
            en: "bad content of data, policy or the file of --batch")
        ),
        (4, file),
      ]
    case .trace:
      return [
        (0, Phrase(ja: "答えた。誰の手にもない番号も含む", en: "answered, also of numbers that nobody holds")),
        (2, Phrase(ja: "使い方の誤り、または電話番号でないもの", en: "wrong usage, or something that is no telephone number")),
        (
          3,
          Phrase(
            ja: "データ、方針、番号のファイルの内容の誤り", en: "bad content of data, policy or the file of numbers")
        ),
        (4, file),
      ]
    case .stock:
      return [
        (0, Phrase(ja: "答えた。収支が合わない場合も含む", en: "answered, also when it does not add up")),
        (2, Phrase(ja: "使い方の誤り、または事業者が一つに定まらない", en: "wrong usage, or no such operator, or several")),
        (3, Phrase(ja: "データまたは方針の内容の誤り", en: "bad content of data or policy")),
        (4, file),
      ]
    case .impact, .critical:
      return [
        (0, Phrase(ja: "回答した", en: "answered")),
        (2, Phrase(ja: "使い方の誤り", en: "wrong usage")),
        (3, Phrase(ja: "データまたは方針の内容の誤り", en: "bad content of data or policy")),
        (4, file),
      ]
    case .graph:
      return [
        (0, Phrase(ja: "書いた。提供が一つもない場合も含む", en: "written, also where no provision is in force")),
        (
          2,
          Phrase(
            ja: "使い方の誤り、事業者が一つに定まらない、または図として読める大きさを超える",
            en: "wrong usage, no such operator or several, or too much to be read as a drawing")
        ),
        (3, Phrase(ja: "データまたは方針の内容の誤り", en: "bad content of data or policy")),
        (4, file),
      ]
    case .repair:
      return [
        (0, Phrase(ja: "目標は達成済みか、計画で達成できる", en: "the goal is met, or the plan reaches it")),
        (1, Phrase(ja: "判定できず、計画がない", en: "no plan: it could not be evaluated")),
        (2, Phrase(ja: "使い方の誤り", en: "wrong usage")),
        (3, Phrase(ja: "データまたは方針の内容の誤り", en: "bad content of data or policy")),
        (4, file),
      ]
    case .diff:
      return [
        (0, Phrase(ja: "--fail-on 以上の新しい指摘はない", en: "nothing new at or above --fail-on")),
        (1, Phrase(ja: "--fail-on 以上の新しい指摘がある", en: "something new at or above --fail-on")),
        (
          2,
          Phrase(
            ja: "使い方の誤り、または比べるべきでない報告", en: "wrong usage, or reports that should not be compared")
        ),
        (3, Phrase(ja: "報告の内容の誤り", en: "a damaged report")),
        (4, file),
      ]
    case .horizon:
      return [
        (0, Phrase(ja: "答えた", en: "answered")), (2, Phrase(ja: "使い方の誤り", en: "wrong usage")),
        (3, Phrase(ja: "データまたは方針の内容の誤り", en: "bad content of data or policy")), (4, file),
      ]
    default: return []
    }
  }
}
