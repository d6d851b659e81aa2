import Numbering

extension SupplyChain {
  /// Whether every column, reference and adjacency is as documented; asked only in debug builds.
  ///
  /// - Complexity: O(rows).
  func isConsistent() -> Bool {
    columnsAgree() && referencesExist()
      && outflows.isConsistent(with: tables, ends: tables.provisions.suppliers)
      && inflows.isConsistent(with: tables, ends: tables.provisions.recipients)
      && persons.isConsistent(count: tables.operators.count)
      && parties.isConsistent(count: tables.operators.count)
  }

  private func columnsAgree() -> Bool {
    let (operators, provisions) = (tables.operators, tables.provisions)
    let operatorColumns = [
      operators.names.count, operators.formerNames.count, operators.corporateNumbers.count,
      operators.roles.count, operators.registrations.count, operators.serviceStartedOn.count,
      operators.groups.count,
    ]
    let provisionColumns = [
      provisions.ids.count, provisions.recipients.count, provisions.categories.count,
      provisions.rangeStarts.count, provisions.numbers.count, provisions.starts.count, provisions.ends.count,
      provisions.contracts.count,
    ]
    let optionalColumns = [
      provisions.clauses.count, provisions.approvalCheckedOn.count, provisions.conditionsAgreedOn.count,
      provisions.continuityCheckedOn.count, provisions.declaredOn.count,
    ]
    return operatorColumns.allSatisfy { $0 == operators.count }
      && provisionColumns.allSatisfy { $0 == provisions.count }
      && optionalColumns.allSatisfy { $0 == 0 || $0 == provisions.count }
  }

  private func referencesExist() -> Bool {
    let count = UInt32(tables.operators.count)
    return tables.provisions.suppliers.allSatisfy { $0 < count }
      && tables.provisions.recipients.allSatisfy { $0 < count }
      && tables.designations.operators.allSatisfy { $0 < count }
      && tables.approvals.operators.allSatisfy { $0 < count }
      && tables.certifications.operators.allSatisfy { $0 < count }
  }
}

extension Adjacency {
  /// Whether each provision that is no self-provision stands once, under its end and in order.
  fileprivate func isConsistent(with tables: Tables, ends: [OperatorIndex]) -> Bool {
    let table = tables.provisions
    var seen = 0
    for category in Category.allCases {
      guard let view = view(category) else { continue }
      seen += view.provisions.count
      guard view.offsets.count == tables.operators.count + 1 else { return false }
      for x in 0..<UInt32(tables.operators.count) {
        var previous: Int?
        for position in view.range(x) {
          let row = Int(view.provisions[position])
          guard ends[row] == x, table.categories[row] == category else { return false }
          if let previous, !table.isInOrder(previous, row) { return false }
          previous = row
        }
      }
    }
    return seen == (0..<table.count).count { table.suppliers[$0] != table.recipients[$0] }
  }
}

extension ProvisionTable {
  /// Whether one row of an operator may stand directly before another in an adjacency.
  fileprivate func isInOrder(_ left: Int, _ right: Int) -> Bool {
    if isRanged(left) != isRanged(right) { return isRanged(left) }
    if !isRanged(left) { return left < right }
    if rangeStarts[left] != rangeStarts[right] { return rangeStarts[left] < rangeStarts[right] }
    if numbers[left] != numbers[right] { return numbers[left] < numbers[right] }
    return !ids.precedes(right, left)
  }
}

extension Grouping {
  /// Whether the groups partition that many operators and are numbered by their first members.
  fileprivate func isConsistent(count: Int) -> Bool {
    guard groupOf.count == count, members.count == count else { return false }
    var first: OperatorIndex?
    for group in 0..<UInt32(self.count) {
      let members = members(of: group)
      guard let least = members.first, members.allSatisfy({ groupOf[Int($0)] == group }) else { return false }
      if let first, first >= least { return false }
      first = least
    }
    return true
  }
}
