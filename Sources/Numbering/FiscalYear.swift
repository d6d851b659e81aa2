/// A Japanese fiscal year (年度): 1 April to 31 March of the next year.
public struct FiscalYear: Hashable, Sendable {
  /// The calendar year it begins in.
  public let year: Int
  /// 1 April.
  public let firstDay: Day
  /// 31 March of the next year.
  public let lastDay: Day

  /// The fiscal year that begins in a calendar year; nil outside 1900 … 2198.
  public init?(_ year: Int) {
    guard let firstDay = Day(year: year, month: 4, day: 1),
      let lastDay = Day(year: year + 1, month: 3, day: 31)
    else { return nil }
    self.year = year
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// The fiscal year a text means; nil if it means none.
  ///
  /// Accepted are four digits, or an era (明治 … 令和, M T S H R in either case) and a year, 元 for 1, each with or without
  /// 年 or 年度; full-width forms; `FY2025`. Some day of the fiscal year must lie in the era: 平成31 and 令和元 are one year.
  public init?(_ text: String) {
    var rest = WidthFolding.folded(text).lowercased()[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    for ending in ["年度", "年"] where rest.hasSuffix(ending) {
      rest.removeLast(ending.count)
      break
    }
    let names: [(String, Era)] = Era.allCases.map { ($0.kanji, $0) } + Self.letters
    guard let (name, era) = names.first(where: { rest.hasPrefix($0.0) }) else {
      if rest.hasPrefix("fy") { rest.removeFirst(2) }
      guard rest.utf8.count == 4, let year = Self.number(rest) else { return nil }
      self.init(year)
      return
    }
    rest.removeFirst(name.count)
    guard let yearOfEra = rest == "元" ? 1 : Self.number(rest), yearOfEra >= 1, yearOfEra <= 200 else {
      return nil
    }
    self.init(era.yearZero + yearOfEra)
    guard firstDay <= era.lastDay, lastDay >= era.firstDay else { return nil }
  }

  private static let letters: [(String, Era)] = [
    ("m", .meiji), ("t", .taisho), ("s", .showa), ("h", .heisei), ("r", .reiwa),
  ]

  /// Digits and nothing else.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(text)
  }
}
