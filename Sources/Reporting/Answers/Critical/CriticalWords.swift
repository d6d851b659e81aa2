import Bytes
import Numbering

/// The words of `critical`.
enum CriticalWords {
  static let title = Phrase(ja: "要となる認証事業者", en: "Operators that others depend on")

  static let meaning = Phrase(
    ja: """
      「依存する事業者」は、番号指定事業者から認証事業者だけを経て届く流通経路が、すべてその事業者を通るもの。要となる事業者の認証が\
      失われると、依存する事業者にはそのような経路が一つも残らない。事業者ごとに数え、同一法人の事業者も別々に数える。番号数は、依存する事業者がその種別で提供を受けている番号の合計\
      （範囲は和集合、数だけの提供は加算）。割合は、そのような経路をもつ事業者とその番号に対するもの。
      """,
    en: """
      An operator depends on another when every chain of certified operators from a holder to it passes through that \
      other one: without the other's certificate it has no such chain left. Operators are counted one by one, those \
      of one legal person too. Numbers are those the dependent operators \
      receive in the category, together (union of ranges, sum of counts). Shares are of all operators with such a \
      chain, and of their numbers.
      """)

  static let rank = Phrase(ja: "順位", en: "rank")
  static let dependents = Phrase(ja: "依存する事業者", en: "dependents")
  static let share = Phrase(ja: "割合", en: "share")
  static let operatorName = Phrase(ja: "要となる事業者", en: "operator")

  static func answer(rows: Int, operators: Int, holders: Int, _ language: Language) -> String {
    if rows == 0 {
      return Phrase(
        ja: "他の事業者の唯一の経路となっている事業者はない", en: "nobody is the only certified way to others")[language]
    }
    let resellers = operators - holders
    return language == .ja
      ? "\(grouped(operators))者が他の事業者の唯一の経路となっている（番号指定事業者\(grouped(holders))者、それ以外\(grouped(resellers))者）"
      : "\(grouped(operators)) operator\(operators == 1 ? " is" : "s are") the only certified way to others: "
        + "\(grouped(holders)) holder\(holders == 1 ? "" : "s"), \(grouped(resellers)) not"
  }

  /// The legal persons on which more may depend than the rows say.
  ///
  /// - Parameter count: how many there are, named or not.
  static func shared(_ names: [String], of count: Int, _ language: Language) -> String {
    let rest = count - names.count
    if language == .ja {
      let list = names.joined(separator: "、") + (rest == 0 ? "" : "、ほか\(grouped(rest))法人")
      return "同一法人の複数の事業者が同じ種別の番号を提供しているため、その法人に依存する事業者はここに示す数より多いことがある"
        + "（法人としての影響は impact で示す）: \(list)"
    }
    let list = names.joined(separator: "; ") + (rest == 0 ? "" : "; and \(grouped(rest)) more")
    return
      "Legal persons that provide numbers of one category as several operators: more may depend on such a person "
      + "than is shown here (impact tells what hangs on the person): \(list)"
  }

  /// Operators of a person that are not named.
  static func others(_ rest: Int) -> Phrase {
    Phrase(ja: "とほか\(grouped(rest))者", en: " and \(grouped(rest)) more")
  }

  static func more(_ rest: Int, _ language: Language) -> String {
    language == .ja
      ? "…ほか\(grouped(rest))件（--all ですべて表示）" : "… and \(grouped(rest)) more (--all lists them)"
  }

  /// What the shares of a category are of.
  static func whole(_ operators: Int, _ numbers: UInt64, _ language: Language) -> String {
    var count = TextBuffer()
    count.append(grouped: numbers)
    return language == .ja
      ? "認証事業者だけの経路をもつ事業者 \(grouped(operators))者、その番号 \(count.text)"
      : "\(grouped(operators)) operator\(operators == 1 ? "" : "s") with a chain of certified operators, "
        + "\(count.text) numbers"
  }
}
