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
      Phrase(ja: "認証事業者だけの経路がどの事業者に懸かっているかを示す", en: "tell on whom the certified routes of others depend")
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

  /// What a command does, in whole sentences; empty when the summary says all.
  static func details(_ command: CommandID) -> Phrase {
    switch command {
    case .check:
      Phrase(
        ja: """
          データセット(表ごとの CSV / TSV ファイルを置いたフォルダ)を読み、指定した日の状態をすべての
          ルールで点検して報告します。期間を指定すると、期間中のいずれかの日にあった指摘を、あった日とともに示し
          ます。誤りのある行はすべて「ファイル:行:列」で標準エラー出力に示します。
          """,
        en: """
          Reads a dataset (a directory of CSV or TSV files, one per table), checks its state on a day
          against every rule, and reports. Over a period, everything found on any of its days is told with
          the days on which it held. Every mistake in the data is shown on standard error as
          file:line:column.
          """)
    case .screen:
      Phrase(
        ja: """
          この卸元がこの卸先に番号を提供したら台帳の点検で何が指摘されるかを調べ、判定(可・条件付き・不可)、
          その理由、上限までの残り、今後の変化、契約前に確認することを示します。--batch なら、ファイルの各行を
          互いに独立に審査します(列: supplier_id、recipient_id、category、numbers または range_start と
          range_end、starts_on。日本語の列名も可)。
          """,
        en: """
          Tells what a check would find if the supplier provided these numbers to the recipient: the verdict
          (accept, conditional, refuse) and its reasons, how much room the caps leave, what changes later, and
          what to confirm before signing. With --batch every row of a file is screened by itself (columns
          supplier_id, recipient_id, category, numbers or range_start and range_end, starts_on).
          """)
    case .trace:
      Phrase(
        ja: """
          番号を含む提供を番号指定事業者から順に示し、両端の 1F(登録届出・認定・確認)と 2F(ETOC認証)、停止、
          経路の終わりとその理由、次の照会先を述べます。--history は手元にあった者の移り変わりを示します。
          """,
        en: """
          Shows the provisions that contain a number from its holder down, both storeys of standing of each
          end, suspensions, where the trail ends and why, and whom to ask next. --history shows who had the
          number from when to when.
          """)
    case .stock:
      Phrase(
        ja: """
          種別ごとに、手元にある番号(番号指定と受けた範囲から渡した範囲を除いたもの)、誰から受け誰に渡したか、
          停止中の番号を、在庫番号の停止に使える範囲と数で示します。収支が合わないときはその差と理由を述べます。
          """,
        en: """
          Shows by category the numbers in hand (designations and ranges received, less ranges passed on),
          from whom they came and to whom they went, and those suspended, as ranges and counts ready for a
          stock suspension request. Says by how much and why when it does not add up.
          """)
    case .impact:
      Phrase(
        ja: """
          ある事業者がその日に ETOC認証の取消、認定の失効、または撤退に至ったとしたら、どの指摘が現れ、どの指摘が消え、
          どの事業者が認証事業者だけの流通経路を失い、誰に知らせるべきかを示します。データは変更しません。
          """,
        en: """
          Tells which findings would appear and vanish if an operator lost its ETOC certification or its
          approval on the day, or left the business; which operators would lose their last chain of
          certified operators; and whom to tell. The data are not changed.
          """)
    case .critical:
      Phrase(
        ja: """
          認証事業者だけを経る流通経路が必ずその事業者を通ることになる他の事業者の数と、その番号数を、
          事業者と種別ごとに多い順に示します。その認証が失われると、それらの事業者にはそのような経路が残りません。
          """,
        en: """
          For each operator and category, how many other operators and numbers are reached from a holder through
          certified operators by way of this one alone, the most first. Without its certificate they have no such
          route left.
          """)
    case .repair:
      Phrase(
        ja: """
          認定とETOC認証が流通経路のすみずみまで届いている番号の割合を、目標まで引き上げるのに必要な手順(認証の
          取得、認定の取得、--allow end なら提供の終了)を、手順の数か費用が最も少なくなるように選び、卸元ごとの
          依頼先とともに示します。最少と証明できたかどうか、できなければ下限を添えます。CSV は依頼の一覧です。
          """,
        en: """
          Finds the steps (certify an operator, obtain an approval, with --allow end also end a provision) that
          bring the share of numbers covered by approval and ETOC certification along the whole chain up to a
          goal, with the fewest steps or the least cost, and whom each supplier has to ask. It says whether no
          plan is shorter, or how many steps any plan takes at least. CSV is the list of requests.
          """)
    case .horizon:
      Phrase(
        ja: """
          台帳が今のまま変わらないとして、これからの日々に始まる指摘と終わる指摘を、日ごと、原因ごとに示します
          (認証の期限、認定の終了、適用除外の期限、提供の終了、提供上限の適用条件に達する事業実績など)。更新の期限と、流通
          経路で最初に途切れる箇所も示します。ics は更新の期限を予定表に取り込むための形式です。
          """,
        en: """
          Tells, as the ledger stands, which findings start or end in the coming days, by day and by what
          causes it: certificates and approvals that end, waivers that run out, provisions that end, track
          records that pass a boundary of a cap. Also the renewals due, and where each chain breaks first.
          ics is a calendar of the renewals.
          """)
    case .diff:
      Phrase(
        ja: """
          「check --format json」の報告二つを比べ、新規、解消、増加、減少、除外の別に指摘を示します。事業者名や
          行の順が変わっても、同じ指摘は同じとみなします。方針や対象の異なる報告は --force がなければ比べません。
          """,
        en: """
          Compares two reports of 'check --format json' and lists the findings that are new, resolved, grown,
          shrunk or waived. Renamed operators and reordered rows change nothing. Reports made by different
          policies, or not about the same kind of audit, are compared only with --force.
          """)
    case .policy:
      Phrase(
        ja: """
          --policy のファイル、なければデータセットの policy.json、なければ組み込みの方針を、すべての項目を
          補って表示します。出力はそのまま方針ファイルとして使えます。
          """,
        en: """
          Prints the file of --policy, else policy.json of the dataset, else the built-in policy, with
          every member written out. The output can be used as a policy file.
          """)
    case .generate:
      Phrase(
        ja: """
          架空の台帳を方針とともにフォルダに書きます。同じ指定からはどの機械でも同じ内容になります。2026-10-01
          の点検用で、すべてのルールの指摘を一定の割合で仕込みます(--clean を除く)。
          """,
        en: """
          Writes an invented ledger and its policy into a directory: the same bytes on every machine for
          the same arguments. It is made to be checked on 2026-10-01 and holds breaches of every rule at
          set rates, unless --clean is given.
          """)
    case .graph:
      Phrase(
        ja: """
          ある日の流通経路を、事業者どうしの番号の提供を種別ごとに一本の線にまとめて示します。線には番号数と指摘、
          事業者には認定とETOC認証の状況を添えます。svg と mermaid は人が読む図で、150者または400本を超えると描かず、
          範囲を絞る方法を示します。dot、graphml、neo4j-csv に大きさの制限はありません。
          """,
        en: """
          Shows the supply chain of a day: all provisions of a category from one operator to another are one
          line, with its numbers and what was found on it; operators stand with approval and certificate. svg
          and mermaid are drawings for people: beyond 150 operators or 400 lines they are refused, with ways
          to narrow them. dot, graphml and neo4j-csv have no limit.
          """)
    case .schema:
      Phrase(
        ja: """
          読み書きする JSON 文書の形を JSON Schema(draft 2020-12)で標準出力に書きます。項目の説明は --lang の
          言語によります。名前を省略すると、文書の名前の一覧を表示します。
          """,
        en: """
          Writes to standard output the JSON Schema (draft 2020-12) of a JSON document that Banken writes or
          reads, with descriptions in the language of --lang. Without a name it lists the documents.
          """)
    case .completion:
      Phrase(
        ja: """
          bash、zsh、fish のいずれかの補完の設定を標準出力に書きます。コマンド、オプション、値を補います。
          """,
        en: """
          Writes a script to standard output with which bash, zsh or fish completes commands, options and
          values.
          """)
    case .man:
      Phrase(
        ja: "man(7) のマクロによるマニュアルページを書きます。「banken man | man -l -」で読めます。",
        en: "Writes the manual page in the macros of man(7); read it with 'banken man | man -l -'.")
    case .rules, .version, .help: Phrase(ja: "", en: "")
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
