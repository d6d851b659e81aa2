import Audit

private let entries = Phrase(
  ja: "台帳の中の記載どうしの照合", en: "Entries of the ledger held against each other")

extension RuleID {
  /// Texts of the rules about entries that contradict or call for a look.
  var recordText: RuleText {
    switch self {
    case .selfProvision:
      RuleText(
        title: Phrase(ja: "卸元と卸先が同じ提供", en: "Supplier and recipient are one"),
        looksAt: Phrase(
          ja: "卸元IDと卸先IDが同じ有効な提供。他のルールと集計からは除かれる。",
          en:
            "Active provisions whose supplier and recipient are the same; other rules and counts leave them out."
        ),
        why: Phrase(
          ja: "自分自身への提供はあり得ず、本当の卸先が台帳から抜けている。",
          en: "Nobody provides to itself: the true recipient is missing from the ledger."),
        basis: entries,
        remedy: Phrase(
          ja: "契約書で卸先を確かめて直す。", en: "Look up the recipient in the contract and correct the row."),
        blindSpot: Phrase(ja: "本当の卸先が誰か。", en: "Who the true recipient is."))
    case .outOfRole:
      RuleText(
        title: Phrase(ja: "区分に合わない提供", en: "Out of role"),
        looksAt: Phrase(
          ja: "取次店が提供の当事者になっているもの、利用者が番号を提供しているもの。",
          en: "Agents that are an end of a provision, and users that provide numbers."),
        why: Phrase(
          ja: "取次店は契約の取次ぎだけを行い番号を受けない。利用者は番号を提供しない。区分の誤りか、実態が再卸である。",
          en:
            "An agent only brokers contracts and receives no numbers, and a user provides none: the role is wrong, or in "
            + "fact it resells."),
        basis: entries,
        remedy: Phrase(
          ja: "取引の実態を確かめ、区分を直すか、電気通信事業者として登録・届出・認定を確認する。",
          en:
            "Find out what it does; correct the role, or treat it as an operator with registration and approval to check."
        ),
        blindSpot: Phrase(
          ja: "番号を受けない取次店は台帳に現れない。",
          en: "True agents, which receive no numbers, do not appear."))
    case .sharedIdentity:
      RuleText(
        title: Phrase(ja: "番号・記号の共有", en: "Identity shared"),
        looksAt: Phrase(
          ja: "一つの法人番号を複数の事業者が、または一つの認定番号・認証番号を別の法人が持つもの。",
          en:
            "One corporate number on several operators, or one approval or certificate number on different persons."
        ),
        why: Phrase(
          ja: "他人の名義や認定番号を使った調達の手口がある。社内の二重登録であることも多い。",
          en:
            "Using somebody else's name or approval number is a known way to get numbers; often it is a double entry."
        ),
        basis: entries,
        remedy: Phrase(
          ja: "名義の持ち主に直接照会し、重複した行なら一つにまとめる。",
          en: "Ask the owner of the number directly; merge rows that are one operator."),
        blindSpot: Phrase(
          ja: "どちらが正しい持ち主か。異なる番号を使ったなりすましは見えない。",
          en: "Which of them is the rightful one; impersonation under a number of its own."))
    case .relatedToBarred:
      RuleText(
        title: Phrase(ja: "取消し・拒否を受けた事業者の関係者", en: "Related to a barred operator"),
        looksAt: Phrase(
          ja: "番号の提供を受け、認証の取消しまたは新規提供拒否を受けた別の法人と同じ支配グループに属する事業者。",
          en:
            "Operators receiving numbers that share a party with another person whose certification is revoked or which is "
            + "under a refusal of new provision."),
        why: Phrase(
          ja: "拒否された者が、支配下の別会社を通じて番号を得ることがある。",
          en: "A barred operator may get numbers through another company under its control."),
        basis: entries,
        remedy: Phrase(
          ja: "実質的な支配者と番号の使いみちを確かめる。関係があるだけで提供を断る理由になるとは限らない。",
          en:
            "Find out who controls it and what the numbers are for; the relation alone need not be a reason to refuse."
        ),
        blindSpot: Phrase(
          ja: "支配関係は法人番号とグループIDからしか分からない。",
          en: "Common control is known from corporate numbers and group ids only."))
    default:
      // Every other rule has its text in one of the other files; a test holds this.
      RuleText(
        title: Phrase(ja: "", en: ""), looksAt: Phrase(ja: "", en: ""), why: Phrase(ja: "", en: ""),
        basis: Phrase(ja: "", en: ""), remedy: Phrase(ja: "", en: ""), blindSpot: Phrase(ja: "", en: ""))
    }
  }
}
