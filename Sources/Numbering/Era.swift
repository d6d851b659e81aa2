/// A Japanese era (元号) in which a year may be written.
///
/// Limits are strict: a day belongs to exactly one era.
public enum Era: UInt8, CaseIterable, Sendable, Hashable, Comparable {
  /// 明治, to 1912-07-29.
  case meiji
  /// 大正, 1912-07-30 to 1926-12-24.
  case taisho
  /// 昭和, 1926-12-25 to 1989-01-07.
  case showa
  /// 平成, 1989-01-08 to 2019-04-30.
  case heisei
  /// 令和, from 2019-05-01.
  case reiwa

  /// The name in kanji.
  public var kanji: String {
    switch self {
    case .meiji: "明治"
    case .taisho: "大正"
    case .showa: "昭和"
    case .heisei: "平成"
    case .reiwa: "令和"
    }
  }

  /// The first day that is written in this era; for 明治 the first `Day` there is.
  public var firstDay: Day {
    switch self {
    case .meiji: .earliest
    case .taisho: Day(unchecked: 4_594)
    case .showa: Day(unchecked: 9_855)
    case .heisei: Day(unchecked: 32_515)
    case .reiwa: Day(unchecked: 43_585)
    }
  }

  /// The last day that is written in this era; for 令和 the last `Day` there is.
  public var lastDay: Day {
    switch self {
    case .meiji: Day(unchecked: 4_593)
    case .taisho: Day(unchecked: 9_854)
    case .showa: Day(unchecked: 32_514)
    case .heisei: Day(unchecked: 43_584)
    case .reiwa: .latest
    }
  }

  /// The Gregorian year that would be year 0 of the era.
  var yearZero: Int {
    switch self {
    case .meiji: 1867
    case .taisho: 1911
    case .showa: 1925
    case .heisei: 1988
    case .reiwa: 2018
    }
  }

  /// Whether the left era came first.
  public static func < (left: Era, right: Era) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Day {
  /// The era the day belongs to.
  public var era: Era {
    if ordinal >= 43_585 { return .reiwa }
    if ordinal >= 32_515 { return .heisei }
    if ordinal >= 9_855 { return .showa }
    return ordinal >= 4_594 ? .taisho : .meiji
  }

  /// The year within the era, from 1.
  public var yearOfEra: Int { year - era.yearZero }
}
