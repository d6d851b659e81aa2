/// The numbering plan as sorted runs of raw values, each of one category.
///
/// A raw value is a number's digits without the leading 0. Lengths differ by magnitude, so the runs never meet.
enum NumberingPlan {
  /// Numbers from `first` to `last`, all of `category`.
  struct Segment {
    let first: UInt64
    let last: UInt64
    let category: Category
  }

  /// Ascending, disjoint; maximal: a range inside one category lies inside one segment.
  static let segments: [Segment] = {
    var segments: [Segment] = []
    // 0AB-J: 9 digits after the 0, A and B from 1 to 9, without the codes of other categories and 091.
    let service: Set<UInt64> = [120, 170, 180, 570, 990]
    for prefix: UInt64 in 110...999 {
      let (a, b) = (prefix / 100, prefix / 10 % 10)
      guard a >= 1 else { continue }
      let first = prefix * 1_000_000
      let last = first + 999_999
      if service.contains(prefix) {
        segments.append(Segment(first: first, last: last, category: .service))
      } else if b >= 1, prefix / 10 != 91 {
        if let previous = segments.last, previous.category == .fixed, previous.last + 1 == first {
          segments[segments.count - 1] = Segment(first: previous.first, last: last, category: .fixed)
        } else {
          segments.append(Segment(first: first, last: last, category: .fixed))
        }
      }
    }
    // 10 digits after the 0.
    func add(_ first: UInt64, _ last: UInt64, _ category: Category) {
      segments.append(Segment(first: first, last: last, category: category))
    }
    add(2_010_000_000, 2_039_999_999, .data)
    add(2_040_000_000, 2_049_999_999, .paging)
    add(2_050_000_000, 2_099_999_999, .data)
    add(5_010_000_000, 5_099_999_999, .ip)
    add(6_000_000_000, 6_009_999_999, .fmc)
    add(6_010_000_000, 6_099_999_999, .mobile)
    add(7_010_000_000, 7_099_999_999, .mobile)
    add(8_000_000_000, 8_009_999_999, .service)
    add(8_010_000_000, 8_099_999_999, .mobile)
    add(9_010_000_000, 9_099_999_999, .mobile)
    // 13 digits after the 0.
    add(2_000_000_000_000, 2_009_999_999_999, .data)
    return segments
  }()

  /// The segment a raw value lies in; nil outside the plan.
  ///
  /// - Complexity: O(log *s*) in the number of segments.
  static func segment(of rawValue: UInt64) -> Segment? {
    let segments = segments
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].last < rawValue { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count, segments[low].first <= rawValue else { return nil }
    return segments[low]
  }

  /// The category of a raw value; nil outside the plan.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  static func category(of rawValue: UInt64) -> Category? {
    if rawValue >= 2_000_000_000_000 { return rawValue <= 2_009_999_999_999 ? .data : nil }
    if rawValue >= 10_000_000_000 { return nil }
    if rawValue >= 1_000_000_000 {
      let next = rawValue / 10_000_000 % 10
      switch rawValue / 100_000_000 {
      case 20:
        if next == 0 { return nil }
        return next == 4 ? .paging : .data
      case 50: return next == 0 ? nil : .ip
      case 60: return next == 0 ? .fmc : .mobile
      case 80: return next == 0 ? .service : .mobile
      case 70, 90: return next == 0 ? nil : .mobile
      default: return nil
      }
    }
    guard rawValue >= 110_000_000 else { return nil }
    switch rawValue / 1_000_000 {
    case 120, 170, 180, 570, 990: return .service
    default: break
    }
    let area = rawValue / 10_000_000
    return area % 10 == 0 || area == 91 ? nil : .fixed
  }

  /// How many digits a number of the plan has, the leading 0 included.
  static func digits(of rawValue: UInt64) -> Int {
    rawValue < 1_000_000_000 ? 10 : rawValue < 10_000_000_000 ? 11 : 14
  }

  /// What the first digits ask for, whatever the length.
  enum Promise {
    case subscriber(Category, digits: Int)
    /// An identification code that is no subscriber number.
    case code(String)
    case unknown
  }

  /// What the three digits behind the leading 0 ask for, by the longest prefix; nil for one that is not there.
  static func promise(_ first: UInt8, _ second: UInt8?, _ third: UInt8?) -> Promise {
    switch (first, second, third) {
    case (0, _, _): .code("00XY")
    case (_, nil, _): .unknown
    case (1, 0, _): .code("010")
    case (2, 0, 0): .subscriber(.data, digits: 14)
    case (2, 0, 4): .subscriber(.paging, digits: 11)
    case (2, 0, _): .subscriber(.data, digits: 11)
    case (5, 0, 0), (7, 0, 0), (9, 0, 0): .unknown
    case (5, 0, _): .subscriber(.ip, digits: 11)
    case (6, 0, 0): .subscriber(.fmc, digits: 11)
    case (8, 0, 0): .subscriber(.service, digits: 11)
    case (6, 0, _), (7, 0, _), (8, 0, _), (9, 0, _): .subscriber(.mobile, digits: 11)
    case (_, 0, _): .unknown
    case (9, 1, _): .code("091")
    case (1, 2, 0), (1, 7, 0), (1, 8, 0), (5, 7, 0), (9, 9, 0): .subscriber(.service, digits: 10)
    default: .subscriber(.fixed, digits: 10)
    }
  }
}
