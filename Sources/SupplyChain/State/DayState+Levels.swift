import Numbering

extension DayState {
  /// The level of an operator in a category (SPEC §4); nil when no chain reaches a holder, or without designations.
  public func level(of x: OperatorIndex, in category: Category) -> Int? {
    guard let levels else { return nil }
    return known(
      levels.byCategory[Int(category.rawValue)]?[Int(x)] ?? (isHolder(x, in: category) ? 0 : noLevel))
  }

  /// The level of an operator when uncertified operators are removed; nil for none.
  public func cleanLevel(of x: OperatorIndex, in category: Category) -> Int? {
    guard let levels else { return nil }
    let ofHolder = isHolder(x, in: category) && isCertified(x) ? 0 : noLevel
    return known(levels.cleanByCategory[Int(category.rawValue)]?[Int(x)] ?? ofHolder)
  }

  /// The tier of a provision (卸次数): 1 when the holder itself provides it.
  ///
  /// nil when it is not active, when none of its numbers comes from a holder, or without designations.
  public func tier(of p: ProvisionIndex) -> Int? {
    guard let tier = levels?.tiers[Int(p)], tier != 0 else { return nil }
    return Int(tier)
  }

  /// How many numbers of an active provision come from a holder, but not through certified operators alone.
  ///
  /// - Complexity: O(log *k*) in the level pieces of its supplier.
  public func uncleanNumbers(of p: ProvisionIndex) -> UInt64 {
    guard let levels, isActive(p) else { return 0 }
    let table = chain.tables.provisions
    let row = Int(p)
    let (category, supplier) = (table.categories[row], table.suppliers[row])
    if !table.isRanged(row) {
      let isUnclean =
        level(of: supplier, in: category) != nil && cleanLevel(of: supplier, in: category) == nil
      return isUnclean ? table.numbers[row] : 0
    }
    let (start, end) = (table.rangeStarts[row], table.rangeEnd(row))
    let all = levels.byNumber[Int(category.rawValue)]?.size(of: supplier, from: start, through: end) ?? 0
    let clean =
      levels.cleanByNumber[Int(category.rawValue)]?.size(of: supplier, from: start, through: end) ?? 0
    return all - clean
  }

  private func known(_ level: UInt32) -> Int? {
    level == noLevel ? nil : Int(level)
  }
}

/// Counts the numbers of provisions beyond a tier.
package struct TierExcess: Sendable {
  private let state: DayState
  private let limits: [Int]
  /// Per category, the sums of the level whose provisions exceed the limit.
  private let sums: [[UInt64]?]

  /// Prepares to count beyond a greatest tier for each category, given by its raw value.
  ///
  /// - Complexity: O(level pieces).
  package init(_ state: DayState, limits: [Int]) {
    self.state = state
    self.limits = limits
    sums = limits.indices.map { category in
      state.levels?.byNumber[category]?.sums(atLeast: UInt32(clamping: limits[category]))
    }
  }

  /// How many numbers of a provision have a tier greater than the limit of its category.
  ///
  /// - Complexity: O(log *k*) in the level pieces of its supplier.
  package func numbers(of p: ProvisionIndex) -> UInt64 {
    let table = state.chain.tables.provisions
    let row = Int(p)
    let category = Int(table.categories[row].rawValue)
    guard let tier = state.tier(of: p), tier > limits[category] else { return 0 }
    guard table.isRanged(row) else { return table.numbers[row] }
    guard let levels = state.levels?.byNumber[category], let sums = sums[category] else { return 0 }
    return levels.size(
      of: table.suppliers[row], from: table.rangeStarts[row], through: table.rangeEnd(row),
      atLeast: UInt32(clamping: limits[category]), sums: sums)
  }
}
