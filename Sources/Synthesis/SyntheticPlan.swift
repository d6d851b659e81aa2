import Numbering

/// Stretches of the numbering plan that synthetic ledgers take their blocks from.
enum SyntheticPlan {
  /// Raw values, ascending; every number of a stretch has the category and as many digits.
  static func ranges(of category: Category) -> [ClosedRange<UInt64>] {
    switch category {
    case .fixed:
      // Areas 0A1 to 0A9 without those in which other codes lie.
      [
        310_000_000...399_999_999, 610_000_000...699_999_999, 410_000_000...499_999_999,
        210_000_000...299_999_999, 710_000_000...799_999_999, 810_000_000...899_999_999,
        920_000_000...989_999_999, 510_000_000...569_999_999,
      ]
    case .ip: [5_010_000_000...5_099_999_999]
    case .mobile:
      [
        9_010_000_000...9_099_999_999, 8_010_000_000...8_099_999_999, 7_010_000_000...7_099_999_999,
        6_010_000_000...6_099_999_999,
      ]
    case .data: [2_050_000_000...2_099_999_999, 2_010_000_000...2_039_999_999]
    case .paging: [2_040_000_000...2_049_999_999]
    case .fmc: [6_000_000_000...6_009_999_999]
    case .service: [8_000_000_000...8_009_999_999]
    }
  }
}

/// The one cap of the policy a synthetic dataset is made for.
enum YoungOperatorCap {
  static let id: StaticString = "young-operators"
  static let maximum = 50
}
