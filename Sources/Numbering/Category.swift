/// A kind of subscriber number (種別) of the numbering plan, in the order of the plan's table.
public enum Category: UInt8, CaseIterable, Sendable, Hashable, Comparable {
  /// 固定電話番号 (0AB-J).
  case fixed
  /// 特定IP電話番号 (050).
  case ip
  /// 音声伝送携帯電話番号 (060/070/080/090).
  case mobile
  /// データ伝送携帯電話番号 (020, 0200).
  case data
  /// 無線呼出番号 (0204).
  case paging
  /// FMC電話番号 (0600).
  case fmc
  /// 付加的役務電話番号 (0120, 0570, 0800 …).
  case service

  /// How many categories there are.
  public static let count = 7

  /// Whether the left one comes first in the plan's table.
  public static func < (left: Category, right: Category) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A set of categories, one bit each.
public struct CategorySet: OptionSet, Sendable, Hashable {
  /// Bit `n` stands for the category of raw value `n`.
  public let rawValue: UInt8

  /// The set of those bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The set of one category.
  public init(_ category: Category) {
    rawValue = 1 << category.rawValue
  }

  /// Every category.
  public static let all = CategorySet(rawValue: 0b111_1111)

  /// Whether the category belongs to the set.
  @inlinable
  public func has(_ category: Category) -> Bool {
    rawValue & (1 << category.rawValue) != 0
  }
}
