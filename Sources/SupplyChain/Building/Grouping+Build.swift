import Bytes

extension Grouping {
  /// Persons: operators with one corporate number; an operator without one stands alone.
  ///
  /// - Complexity: O(*n*) expected in the number of operators.
  package init(personsOf operators: OperatorTable) {
    let firsts = FirstRows(of: operators.corporateNumbers)
    self.init(roots: firsts.rows)
  }

  /// Parties: operators joined, transitively, by equal group ids or by being one person.
  ///
  /// - Complexity: O(*n* log *n*) in the number of operators, O(*n*) where few are joined.
  package init(partiesOf operators: OperatorTable, persons: Grouping) {
    var sets = DisjointSets(count: operators.count)
    if persons.count < operators.count {
      for person in 0..<persons.count {
        let members = persons.members(of: UInt32(person))
        for member in members.dropFirst() { sets.unite(members[members.startIndex], member) }
      }
    }
    let firsts = TextIndex.firstRows(of: operators.groups.unredacted)
    for row in firsts.indices where firsts[row] != UInt32(row) { sets.unite(firsts[row], UInt32(row)) }
    self.init(roots: sets.roots())
  }

  /// Numbers the groups, given for each operator the first operator of its group.
  package init(roots: [OperatorIndex]) {
    var counts = 0
    let groupOf = [UInt32](large: roots.count) { groupOf in
      roots.withUnsafeBufferPointer { roots in
        for row in roots.indices {
          if roots[row] == UInt32(row) {
            groupOf[row] = UInt32(counts)
            counts += 1
          } else {
            groupOf[row] = groupOf[Int(roots[row])]
          }
        }
      }
    }
    let index = RowIndex(keys: groupOf, keyCount: counts)
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

  /// The root of each member.
  mutating func roots() -> [UInt32] {
    // A parent is never greater than its child: in ascending order each has found its root before it is asked.
    for member in parents.indices { parents[member] = parents[Int(parents[member])] }
    return parents
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
    var offsets = [UInt32](large: keyCount + 1) { $0.initialize(repeating: 0) }
    let rows = keys.withUnsafeBufferPointer { keys in
      offsets.withUnsafeMutableBufferPointer { offsets in
        for key in keys where key != noIndex { offsets[Int(key) + 1] += 1 }
        for key in 0..<keyCount { offsets[key + 1] += offsets[key] }
        return [UInt32](large: Int(offsets[keyCount])) { rows in
          var next = [UInt32](offsets)
          next.withUnsafeMutableBufferPointer { next in
            for row in keys.indices where keys[row] != noIndex {
              let key = Int(keys[row])
              rows[Int(next[key])] = UInt32(row)
              next[key] += 1
            }
          }
        }
      }
    }
    self.init(offsets: offsets, rows: rows)
  }
}
