import Audit

private let conservation = Phrase(
  ja: "台帳の中の記載どうしの照合（番号は受けた数より多く渡せない）",
  en: "Entries of the ledger held against each other: nobody can pass on more numbers than it has")

private let missingInflows = Phrase(
  ja: "事業者の台帳には、取引先が他から受けた番号は載らないのが普通である。全体が載っている事業者は方針 ledger.complete で示す。",
  en:
    "A carrier's ledger rarely shows where its customers buy elsewhere. Operators whose inflows are all there are "
    + "named in policy ledger.complete.")

extension RuleID {
  /// Texts of the rules about numbers that do not add up.
  var flowText: RuleText? {
    switch self {
    case .noSource:
      RuleText(
        title: Phrase(ja: "出所の記載がない提供", en: "No source on record"),
        looksAt: Phrase(
          ja: "番号を提供しているのに、番号指定も番号の受入れも台帳にない事業者。",
          en: "Operators that provide numbers, with neither a designation nor an inflow in the ledger."),
        why: Phrase(
          ja: "出所の分からない番号は流通経路をたどれない。",
          en: "Numbers without a source cannot be traced to a holder."),
        basis: conservation,
        remedy: Phrase(
          ja: "事業者に番号の仕入先を照会し、番号指定または番号提供の行を加える。",
          en: "Ask the operator where its numbers come from and add the designation or provision."),
        blindSpot: missingInflows)
    case .overProvision:
      RuleText(
        title: Phrase(ja: "保有数を超える提供", en: "More provided than held"),
        looksAt: Phrase(
          ja: "番号指定と受け入れた番号の合計より多くを提供している事業者。",
          en: "Operators that provide more numbers than their designations and inflows come to."),
        why: Phrase(
          ja: "受けた数より多くは渡せない。記載の漏れか誤り、または隠れた仕入先がある。",
          en:
            "More cannot be passed on than was received: an entry is missing or wrong, or a supplier is hidden."
        ),
        basis: conservation,
        remedy: Phrase(
          ja: "提供の行の重複・終了日の漏れ・番号数の誤りを調べ、仕入先を照会する。",
          en: "Look for doubled rows, missing last days and wrong counts, and ask for the suppliers."),
        blindSpot: missingInflows)
    case .rangeNotHeld:
      RuleText(
        title: Phrase(ja: "保有していない番号範囲の提供", en: "Range not held"),
        looksAt: Phrase(
          ja: "卸元の番号指定にも受け入れた番号範囲にも含まれない番号を含む提供。",
          en: "Provisions by range with numbers outside the supplier's designations and inflow ranges."),
        why: Phrase(
          ja: "番号範囲の誤記か、台帳にない仕入れを示している。",
          en: "A range is mistyped, or the supplier has a source that is not in the ledger."),
        basis: conservation,
        remedy: Phrase(
          ja: "番号範囲を契約書と照合して直す。正しければ仕入先を照会する。",
          en: "Compare the range with the contract; if it is right, ask for the supplier."),
        blindSpot: missingInflows)
    case .rangeProvidedTwice:
      RuleText(
        title: Phrase(ja: "同じ番号の二重の提供", en: "Range provided twice"),
        looksAt: Phrase(
          ja: "同じ卸元の有効な提供どうしで、番号範囲が重なるもの。",
          en: "Active provisions of one supplier whose ranges overlap."),
        why: Phrase(
          ja: "一つの番号を同時に二者へ提供することはできない。",
          en: "One number cannot be with two recipients at once."),
        basis: conservation,
        remedy: Phrase(
          ja: "前の提供の終了日の漏れ、範囲の誤記、行の重複を調べて直す。",
          en: "Look for a missing last day of the earlier provision, a mistyped range or a doubled row."),
        blindSpot: Phrase(
          ja: "件数だけの提供の重複は分からない。",
          en: "Overlaps among provisions that are only counted."))
    case .designationOverlap:
      RuleText(
        title: Phrase(ja: "番号指定の重なり", en: "Designations overlap"),
        looksAt: Phrase(
          ja: "異なる事業者の有効な番号指定で、範囲が重なるもの。",
          en: "Active designations of different operators whose ranges overlap."),
        why: Phrase(
          ja: "一つの番号は一の事業者にだけ指定される。返還日の記載漏れが多い。",
          en: "A number is designated to one operator only; often a return was not entered."),
        basis: Phrase(
          ja: "台帳の中の記載どうしの照合。総務省の公表する番号指定の状況で確かめられる",
          en: "Entries of the ledger held against each other; the ministry's list of designations settles it"),
        remedy: Phrase(
          ja: "総務省の公表資料と照合し、返還日または範囲を直す。",
          en: "Compare with the ministry's list and correct the return day or the range."),
        blindSpot: Phrase(
          ja: "どちらの記載が正しいかは分からない。",
          en: "Which of the entries is right."))
    case .circularProvision:
      RuleText(
        title: Phrase(ja: "提供の循環", en: "Circular provision"),
        looksAt: Phrase(
          ja: "再卸の提供が輪をなし、互いに番号を提供し合う事業者。",
          en: "Operators that provide resold numbers to one another in a circle."),
        why: Phrase(
          ja: "番号が輪の中を回ると、出所と最終の保有者が分からなくなる。",
          en: "Where numbers go round, neither their source nor who has them in the end can be told."),
        basis: Phrase(
          ja: "台帳の中の記載どうしの照合（流通経路は番号指定事業者から一方向に流れる）",
          en: "Entries of the ledger held against each other: chains run one way, from the holder down"),
        remedy: Phrase(
          ja: "示された提供を順に確かめ、卸元と卸先の入れ違いや終了日の漏れを直す。事実なら取引の理由を照会する。",
          en:
            "Check the provisions shown for swapped ends or missing last days; if true, ask for the reason of the deals."
        ),
        blindSpot: Phrase(
          ja: "番号範囲の記載がない提供では、同じ番号が回っているとは限らない。",
          en: "Where only counts are known, whether the same numbers go round."))
    default: nil
    }
  }
}
