import Banken
import Testing

/// The whole text of a report, word for word.
@Suite struct TextGoldenTests {
  private func report(_ language: Language) throws -> String {
    try ReportSample.report(ReportSample.goldenAudit(), ReportSample.context(language), .text)
  }

  @Test func japanese() throws {
    #expect(
      try report(.ja) == """
        番号流通経路 監査報告
        =====================
        監査日    令和8年10月1日（2026-10-01）
        台帳      ledger
        ファイル  operators.csv  utf-8  5行
                  番号提供.csv  cp932  1,234行
        方針      組込みの既定値 (sha256 0123456789abcdef…)
        ツール    banken 1.0.0
        判定      違反等 3件、注意 2件、要確認 1件、適用除外 1件、判定不能 1ルール

        !! 誤りのある1行を除いて監査した（番号提供 1）。この報告は台帳の全体を示さない。

        ルール
        ------
        ルール                      重大度            根拠           件数    除外
        approval-missing            違反              法令              3       0
        cap-exceeded                設定上限の超過    自社方針          1       0
        uncertified-recipient       注意              ETOC              2       1

        判定不能
          continuity-unconfirmed      番号提供の表に「役務継続性確認日」の列がない

        --rule で選ばれていない: 27ルール

        指摘事項
        --------
        ■ 卸先の認定がない（approval-missing） 根拠: 法令 3件
         1 【違反】P2: 藤波ホールセール㈱（W1）は紫苑転送サービス㈱（R1）に特定IP電話番号1,200番号
           を提供しているが、卸先の認定の記録が台帳にない。
           provisions.csv:3　none: 認定の記録が台帳にない　2026-07-01から　#a39cb13719cb9c1f
           流通経路: 千草原総合通信㈱（H1） [番号指定事業者、認定あり、認証あり]
             └ P1 → 藤波ホールセール㈱（W1） [卸次数1、認定あり、認証あり]
             └ P2 → 紫苑転送サービス㈱（R1） [卸次数2、認定未確認、認証なし]
         2 【違反】P3: 藤波ホールセール㈱（W1）はKomichi Mobile（R2）に特定IP電話番号1番号を提供し
           ているが、卸先の認定はこの種別を含まない。
           provisions.csv:4　other-category: 別の種別の認定しかない　2026-08-01から
             #706c1a206568d238
           流通経路: 千草原総合通信㈱（H1） [番号指定事業者、認定あり、認証あり]
             └ P1 → 藤波ホールセール㈱（W1） [卸次数1、認定あり、認証あり]
             └ P3 → Komichi Mobile（R2） [卸次数2、認定未確認、認証なし]
         3 【要確認】P4: 紫苑転送サービス㈱（R1）は軒端商会（A1）に特定IP電話番号40番号を提供して
           いるが、卸先の認定の記録が台帳にない（認定確認日は2026-09-15）。
           provisions.csv:5　unrecorded: 認定の記録が台帳にないが、認定確認日は記載されている
             2026-08-01から　#13d924332d94b16a
           流通経路: 千草原総合通信㈱（H1） [番号指定事業者、認定あり、認証あり]
             └ P1 → 藤波ホールセール㈱（W1） [卸次数1、認定あり、認証あり]
             └ P2 → 紫苑転送サービス㈱（R1） [卸次数2、認定未確認、認証なし]
             └ P4 → 軒端商会（A1） [卸次数3、認定未確認、認証なし]
           対応: 卸先に認定の有無を確認し、認定番号・認定日・対象種別を台帳に記録する。認定がない
           と分かったときは新たな提供を止め、既存の提供の扱いを協議する。

        ■ 提供数の上限を超えている（cap-exceeded） 根拠: 自社方針 1件
         1 【設定上限の超過】紫苑転送サービス㈱（R1）はすべての卸元から1,200番号の提供を受けてお
           り、上限C1（1,000番号）を200番号超えている。
           caps.csv:2　#edb20ef92077cf6d
           対応: 新たな提供を止めて上限の見直しの要否を判断し、必要なら承認者と期限を付けて適用除
           外に記録する。

        ■ 卸先がETOC認証を受けていない（uncertified-recipient） 根拠: ETOC（推奨） 2件
         1 【注意】P2: 藤波ホールセール㈱（W1）は紫苑転送サービス㈱（R1）に特定IP電話番号1,200番号
           を提供しているが、卸先のETOC認証の記録が台帳にない。
           provisions.csv:3　never: 認証の記録が台帳にない　2026-07-01から　#c3669f65a90ec1c6
           流通経路: 千草原総合通信㈱（H1） [番号指定事業者、認定あり、認証あり]
             └ P1 → 藤波ホールセール㈱（W1） [卸次数1、認定あり、認証あり]
             └ P2 → 紫苑転送サービス㈱（R1） [卸次数2、認定未確認、認証なし]
         2 【注意】P4: 紫苑転送サービス㈱（R1）は軒端商会（A1）に特定IP電話番号40番号を提供してい
           るが、卸先のETOC認証の記録が台帳にない。
           provisions.csv:5　never: 認証の記録が台帳にない　2026-08-01から　#8e33237f463e7bee
           流通経路: 千草原総合通信㈱（H1） [番号指定事業者、認定あり、認証あり]
             └ P1 → 藤波ホールセール㈱（W1） [卸次数1、認定あり、認証あり]
             └ P2 → 紫苑転送サービス㈱（R1） [卸次数2、認定未確認、認証なし]
             └ P4 → 軒端商会（A1） [卸次数3、認定未確認、認証なし]
           対応: 卸先に認証の取得・更新の予定を確かめ、見通しを記録する。

        適用除外とした指摘事項
        ----------------------
        ■ 卸先がETOC認証を受けていない（uncertified-recipient） 根拠: ETOC（推奨） 1件
         1 【注意】P3: 藤波ホールセール㈱（W1）はKomichi Mobile（R2）に特定IP電話番号1番号を提供し
           ているが、卸先のETOC認証の記録が台帳にない。
           provisions.csv:4　never: 認証の記録が台帳にない　2026-08-01から　#b267593ffef5069e
           適用除外 X1: 更新の審査中 (承認者 監査部長, 期限 2026-12-31)
           流通経路: 千草原総合通信㈱（H1） [番号指定事業者、認定あり、認証あり]
             └ P1 → 藤波ホールセール㈱（W1） [卸次数1、認定あり、認証あり]
             └ P3 → Komichi Mobile（R2） [卸次数2、認定未確認、認証なし]
           対応: 卸先に認証の取得・更新の予定を確かめ、見通しを記録する。

        卸次数別の被覆率
        ----------------
        種別                   卸次数       提供        番号数     認定      認証   両方
        特定IP電話番号              1          1         3,000   100.0%    100.0% 100.0%
        特定IP電話番号              2          2         1,201     0.0%      0.0%   0.0%
        特定IP電話番号              3          1            40     0.0%      0.0%   0.0%
        認定・認証・両方は、卸元と卸先の両端（利用者を除く）が満たす番号の割合。

        判定: 違反等 3件、注意 2件、要確認 1件、適用除外 1件、判定不能 1ルール

        指摘は提出された台帳の記載に関するもので、事業者の違法行為を認定するものではない。

        """)
  }

  @Test func english() throws {
    #expect(
      try report(.en) == """
        Telephone-number supply chain: audit report
        ===========================================
        Day      2026-10-01
        Ledger   ledger
        Files    operators.csv  utf-8  5 rows
                 番号提供.csv  cp932  1,234 rows
        Policy   built-in (sha256 0123456789abcdef…)
        Tool     banken 1.0.0
        Verdict  3 violations, 2 warnings, 1 notice, 1 waived, 1 rule not evaluated

        !! 1 row with errors set aside (provisions 1): this report does not cover the whole
           ledger.

        Rules
        -----
        rule                        severity            basis         found  waived
        approval-missing            violation           law               3       0
        cap-exceeded                over the limit set  policy            1       0
        uncertified-recipient       warning             ETOC              2       1

        not evaluated
          continuity-unconfirmed      no column continuity_checked_on in provisions

        not selected by --rule: 27 rules

        Findings
        --------
        # Recipient without approval (approval-missing), basis: law, 3 findings
         1 [violation] P2: 藤波ホールセール㈱ (W1) provides 1,200 ip numbers to 紫苑転送サービス㈱
           (R1), for which there is no approval on record.
           provisions.csv:3  none: no approval on record  since 2026-07-01  #a39cb13719cb9c1f
           chain: 千草原総合通信㈱ (H1) [holder, approved, certified]
             └ P1 → 藤波ホールセール㈱ (W1) [tier 1, approved, certified]
             └ P2 → 紫苑転送サービス㈱ (R1) [tier 2, approval not confirmed, not certified]
         2 [violation] P3: 藤波ホールセール㈱ (W1) provides 1 ip number to Komichi Mobile (R2),
           whose approval does not cover this category.
           provisions.csv:4  other-category: only other categories are approved  since 2026-08-01
             #706c1a206568d238
           chain: 千草原総合通信㈱ (H1) [holder, approved, certified]
             └ P1 → 藤波ホールセール㈱ (W1) [tier 1, approved, certified]
             └ P3 → Komichi Mobile (R2) [tier 2, approval not confirmed, not certified]
         3 [notice] P4: 紫苑転送サービス㈱ (R1) provides 40 ip numbers to 軒端商会 (A1), for which
           there is no approval on record, though it was entered as checked on 2026-09-15.
           provisions.csv:5  unrecorded: no approval on record, but a day is entered on which it
             was checked  since 2026-08-01  #13d924332d94b16a
           chain: 千草原総合通信㈱ (H1) [holder, approved, certified]
             └ P1 → 藤波ホールセール㈱ (W1) [tier 1, approved, certified]
             └ P2 → 紫苑転送サービス㈱ (R1) [tier 2, approval not confirmed, not certified]
             └ P4 → 軒端商会 (A1) [tier 3, approval not confirmed, not certified]
           What to do: Ask the recipient for its approval and record number, date and categories.
           If there is none, stop new provision and settle what becomes of the numbers already
           provided.

        # Cap exceeded (cap-exceeded), basis: policy, 1 finding
         1 [over the limit set] 紫苑転送サービス㈱ (R1) receives 1,200 numbers from all suppliers
           together, 200 numbers above the cap C1 (1,000 numbers).
           caps.csv:2  #edb20ef92077cf6d
           What to do: Hold new provision, decide whether the cap should change, or record a
           waiver with approver and expiry.

        # Recipient not certified (uncertified-recipient), basis: ETOC (recommended), 2 findings
         1 [warning] P2: 藤波ホールセール㈱ (W1) provides 1,200 ip numbers to 紫苑転送サービス㈱
           (R1), for which there is no ETOC certification on record.
           provisions.csv:3  never: no certification on record  since 2026-07-01
             #c3669f65a90ec1c6
           chain: 千草原総合通信㈱ (H1) [holder, approved, certified]
             └ P1 → 藤波ホールセール㈱ (W1) [tier 1, approved, certified]
             └ P2 → 紫苑転送サービス㈱ (R1) [tier 2, approval not confirmed, not certified]
         2 [warning] P4: 紫苑転送サービス㈱ (R1) provides 40 ip numbers to 軒端商会 (A1), for
           which there is no ETOC certification on record.
           provisions.csv:5  never: no certification on record  since 2026-08-01
             #8e33237f463e7bee
           chain: 千草原総合通信㈱ (H1) [holder, approved, certified]
             └ P1 → 藤波ホールセール㈱ (W1) [tier 1, approved, certified]
             └ P2 → 紫苑転送サービス㈱ (R1) [tier 2, approval not confirmed, not certified]
             └ P4 → 軒端商会 (A1) [tier 3, approval not confirmed, not certified]
           What to do: Ask the recipient for its plans to obtain or renew certification, and
           record them.

        Waived findings
        ---------------
        # Recipient not certified (uncertified-recipient), basis: ETOC (recommended), 1 finding
         1 [warning] P3: 藤波ホールセール㈱ (W1) provides 1 ip number to Komichi Mobile (R2), for
           which there is no ETOC certification on record.
           provisions.csv:4  never: no certification on record  since 2026-08-01
             #b267593ffef5069e
           waived by X1: 更新の審査中 (approved by 監査部長, until 2026-12-31)
           chain: 千草原総合通信㈱ (H1) [holder, approved, certified]
             └ P1 → 藤波ホールセール㈱ (W1) [tier 1, approved, certified]
             └ P3 → Komichi Mobile (R2) [tier 2, approval not confirmed, not certified]
           What to do: Ask the recipient for its plans to obtain or renew certification, and
           record them.

        Coverage by tier
        ----------------
        category                 tier provisions       numbers approved certified   both
        ip                          1          1         3,000   100.0%    100.0% 100.0%
        ip                          2          2         1,201     0.0%      0.0%   0.0%
        ip                          3          1            40     0.0%      0.0%   0.0%
        Approved, certified, both: share of the numbers whose supplier and recipient (users
        excused) are.

        Verdict: 3 violations, 2 warnings, 1 notice, 1 waived, 1 rule not evaluated

        Findings are about the ledger, not a ruling on anyone's conduct.

        """)
  }
}
