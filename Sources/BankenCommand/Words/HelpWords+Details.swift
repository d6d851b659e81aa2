import Banken

/// What each command does, at length.
extension HelpWords {
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
}
