extension Grouping {
  /// Persons: operators with one corporate number; an operator without one stands alone.
  ///
  /// - Complexity: O(*n* log *n*) in the number of operators.
  package init(personsOf operators: OperatorTable) {
    var roots = (0..<UInt32(operators.count)).map { $0 }
    let numbers = operators.corporateNumbers
    let bearers = roots.filter { numbers[Int($0)] != 0 }.sorted { left, right in
      let (a, b) = (numbers[Int(left)], numbers[Int(right)])
      return a != b ? a < b : left < right
    }
    var first = noIndex
    for row in bearers {
      if first == noIndex || numbers[Int(first)] != numbers[Int(row)] { first = row }
      roots[Int(row)] = first
    }
    self.init(roots: roots)
  }

  /// Parties: operators joined, transitively, by equal group ids or by being one person.
  ///
  /// - Complexity: O(*n* log *n*) in the number of operators.
  package init(partiesOf operators: OperatorTable, persons: Grouping) {
    var sets = DisjointSets(count: operators.count)
    for person in 0..<persons.count {
      let members = persons.members(of: UInt32(person))
      for member in members.dropFirst() { sets.unite(members[members.startIndex], member) }
    }
    let groups = operators.groups
    let index = TextIndex(groups)
    groups.bytes.withUnsafeBytes { bytes in
      for row in 0..<groups.count {
        let range = groups.range(row)
        if range.isEmpty { continue }
        if let first = index.row(of: UnsafeRawBufferPointer(rebasing: bytes[range]), in: groups), first != row
        {
          sets.unite(UInt32(first), UInt32(row))
        }
      }
    }
    self.init(roots: (0..<UInt32(operators.count)).map { sets.root(of: $0) })
  }

  /// Numbers the groups, given for each operator the first operator of its group.
  package init(roots: [OperatorIndex]) {
    var groupOf = [UInt32](repeating: 0, count: roots.count)
    var counts: [UInt32] = []
    for (row, root) in roots.enumerated() {
      if Int(root) == row {
        groupOf[row] = UInt32(counts.count)
        counts.append(1)
      } else {
        groupOf[row] = groupOf[Int(root)]
        counts[Int(groupOf[row])] += 1
      }
    }
    let index = RowIndex(keys: groupOf, keyCount: counts.count)
    self.init(groupOf: groupOf, offsets: index.offsets, members: index.rows)
  }
}

/// Union-find in which the root of a set is its least member.
///
/// Path halving alone bounds an operation by O(log *n*) amortised.
struct DisjointSets {
  private var parents: [UInt32]

  init(count: Int) {
    parents = (0..<UInt32(count)).map { $0 }
  }

  mutating func root(of member: UInt32) -> UInt32 {
    var member = member
    while parents[Int(member)] != member {
      parents[Int(member)] = parents[Int(parents[Int(member)])]
      member = parents[Int(member)]
    }
    return member
  }

  mutating func unite(_ left: UInt32, _ right: UInt32) {
    let (a, b) = (root(of: left), root(of: right))
    if a < b { parents[Int(b)] = a } else { parents[Int(a)] = b }
  }
}

extension RowIndex {
  /// Groups rows by a key below `keyCount`, keeping their order; rows whose key is `noIndex` are left out.
  ///
  /// - Complexity: O(rows + keys), a counting sort.
  package init(keys: [UInt32], keyCount: Int) {
    var offsets = [UInt32](repeating: 0, count: keyCount + 1)
    for key in keys where key != noIndex { offsets[Int(key) + 1] += 1 }
    for key in 0..<keyCount { offsets[key + 1] += offsets[key] }
    var next = offsets
    var rows = [UInt32](repeating: 0, count: Int(offsets[keyCount]))
    for (row, key) in keys.enumerated() where key != noIndex {
      rows[Int(next[Int(key)])] = UInt32(row)
      next[Int(key)] += 1
    }
    self.init(offsets: offsets, rows: rows)
  }
}
