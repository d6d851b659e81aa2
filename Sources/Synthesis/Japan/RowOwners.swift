import Bytes

/// Finds who has a provision: by a table of the owner of every so many-th one, then by search among the few between.
struct RowOwners: Sendable {
  private let shift: UInt32
  /// The owner of provision `place << shift`; behind the last one, the last member.
  private let owners: [UInt32]

  /// - Parameters:
  ///   - members: those that have provisions, at least one; the first has provision 0.
  ///   - rows: how many provisions there are.
  ///   - table: everybody's first provision, ascending; one longer than the members.
  /// - Complexity: O(members) time and space, however many provisions.
  init(_ members: Range<Int>, rows: Int, _ table: UnsafeBufferPointer<JapanMember>) {
    var shift: UInt32 = 0
    while rows >> Int(shift) >= members.count { shift += 1 }
    let places = max(rows - 1, 0) >> Int(shift) + 2
    owners = [UInt32](large: places) { owners in
      var owner = members.lowerBound
      for place in 0..<places {
        let row = place << Int(shift)
        while owner + 1 < members.upperBound, Int(table[owner + 1].firstRow) <= row { owner += 1 }
        owners[place] = UInt32(owner)
      }
    }
    self.shift = shift
  }

  /// How many entries the table of owners has: at most one more than there are members.
  var places: Int { owners.count }

  /// Finds the owners of several provisions.
  ///
  /// Each lookup is in a place of memory of its own. The first two loops go there without a branch that waits for what
  /// is read, so that the processor waits for many places at once; the searches then find them in the cache.
  ///
  /// - Complexity: O(log *n*) in members for each; on an average a step or two.
  func find(
    _ rows: UnsafeBufferPointer<UInt32>, in table: UnsafeBufferPointer<JapanMember>,
    into found: UnsafeMutableBufferPointer<UInt32>
  ) {
    owners.withUnsafeBufferPointer { owners in
      for place in rows.indices { found[place] = owners[Int(rows[place] >> shift)] }
      // A first step; behind the last member the table says where its provisions end.
      for place in rows.indices {
        found[place] &+= table[Int(found[place]) + 1].firstRow <= rows[place] ? 1 : 0
      }
      for place in rows.indices {
        let row = rows[place]
        var low = Int(found[place])
        var high = Int(owners[Int(row >> shift) + 1]) + 1
        while high - low > 1 {
          let middle = (low + high) / 2
          if table[middle].firstRow <= row { low = middle } else { high = middle }
        }
        found[place] = UInt32(truncatingIfNeeded: low)
      }
    }
  }
}
