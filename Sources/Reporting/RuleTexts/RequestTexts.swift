import Audit

private let schemeBasis = Phrase(
  ja: "番号利用停止スキーム（警察・総務省からの要請。2023-07-01からは在庫番号の一括停止を含む）",
  en:
    "Suspension scheme: requests by the police or the ministry; from 2023-07-01 stock numbers as a whole too")

private let schemeBlindSpot = Phrase(
  ja: "台帳に記載のない要請、口頭の解除、同じ者が別の名義で受けた番号は見えない。提供開始日が空欄の提供は判定しない。",
  en:
    "Requests not in the ledger, releases by word of mouth, and numbers taken in another name. Provisions with a blank "
    + "first day are not judged.")

extension RuleID {
  /// Texts of the rules about restrictions.
  var requestText: RuleText? {
    switch self {
    case .providedDespiteRefusal:
      RuleText(
        title: Phrase(ja: "提供拒否の期間中の新たな提供", en: "Provided despite a refusal"),
        looksAt: Phrase(
          ja: "卸先への新規提供拒否の期間中に始まり、番号の数を増やした提供。",
          en:
            "Provisions begun while new provision to the recipient was to be refused, that increased its numbers."
        ),
        why: Phrase(
          ja: "拒否の対象となった契約者には新たな番号を渡さないことが求められている。",
          en: "A refused contractor must get no new numbers."),
        basis: schemeBasis,
        remedy: Phrase(
          ja: "要請の文書と提供の経緯を照合し、誤って提供した番号の回収と再発防止を行う。",
          en:
            "Compare the request with how the provision came about, take back what was provided by mistake, and prevent "
            + "a repetition."),
        blindSpot: schemeBlindSpot)
    case .suspendedNumberProvided:
      RuleText(
        title: Phrase(ja: "利用停止中の番号の提供", en: "Suspended number provided"),
        looksAt: Phrase(
          ja: "提供開始日までに利用停止となり、監査日にも停止中の番号を含む提供。",
          en: "Provisions by range with numbers suspended by their first day and still suspended on the day."),
        why: Phrase(
          ja: "停止された番号を再び提供してはならないとされている。",
          en: "A suspended number must not be provided again."),
        basis: schemeBasis,
        remedy: Phrase(
          ja: "該当する番号を提供から外し、停止の解除の有無を要請元に確認する。",
          en:
            "Take the numbers out of the provision and ask the requesting authority whether the suspension is lifted."
        ),
        blindSpot: schemeBlindSpot)
    case .suspendedStockProvided:
      RuleText(
        title: Phrase(ja: "在庫停止中の卸元からの新たな提供", en: "Provided from suspended stock"),
        looksAt: Phrase(
          ja: "卸元の在庫停止の期間中に始まり、番号の数を増やした提供。",
          en:
            "Provisions begun while the supplier's stock was suspended, that increased the recipient's numbers."
        ),
        why: Phrase(
          ja: "停止された在庫番号は、他の事業者へ渡すこともできない。",
          en: "Stock that is suspended cannot be passed on to others either."),
        basis: schemeBasis,
        remedy: Phrase(
          ja: "在庫停止の範囲を要請元に確認し、提供された番号の利用を止めて扱いを協議する。",
          en:
            "Ask the requesting authority for the extent, stop the use of the numbers and settle what becomes of them."
        ),
        blindSpot: schemeBlindSpot)
    default: nil
    }
  }
}
