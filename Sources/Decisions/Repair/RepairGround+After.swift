import Bytes
import SupplyChain

extension RepairGround {
  /// How things stand when more is certified and approved and some provisions are ended.
  ///
  /// Certificates and approvals more leave covered what is covered, and nothing else depends on what may be ended; so
  /// only what is uncovered is looked at again.
  /// - Parameters:
  ///   - ending: places in `uncovered`, ascending.
  /// - Returns: nil when the clean levels cannot be kept.
  /// - Complexity: O(operators + *u*) for *u* uncovered provisions; see `CleanGains`.
  func coverage(after codes: [StepCode], ending: [UInt32]) -> RepairCoverage? {
    var (certified, approved) = (state.certified, state.approved)
    for code in codes {
      for x in state.chain.persons.members(of: code.person) {
        if let category = code.category {
          approved[Int(x)] |= 1 << category.rawValue
        } else {
          certified[Int(x)] = 1
        }
      }
    }
    guard let gains = CleanGains(state, clean, certified: certified, threads: threads) else { return nil }
    var coverage = before
    for place in ending {
      coverage.provisions -= 1
      coverage.numbers -= table.numbers[Int(uncovered[Int(place)])]
    }
    let order = EndsInOrder(certified: certified, approved: approved, user: state.user)
    let slice = 1 << 15
    let parts = concurrentMap((uncovered.count + slice - 1) / slice, threads: threads) { index in
      let places = index * slice..<min(uncovered.count, (index + 1) * slice)
      return gained(places, without: ending, order, gains)
    }
    for (provisions, numbers) in parts {
      coverage.coveredProvisions += provisions
      coverage.covered += numbers
    }
    return coverage
  }

  /// How many of some uncovered provisions are covered then, and their numbers.
  private func gained(
    _ places: Range<Int>, without ending: [UInt32], _ order: EndsInOrder, _ gains: CleanGains
  ) -> (provisions: Int, numbers: UInt64) {
    var (provisions, numbers): (Int, UInt64) = (0, 0)
    var nextEnded = firstPlace(in: ending, atLeast: UInt32(places.lowerBound))
    for place in places {
      if nextEnded < ending.count, Int(ending[nextEnded]) == place {
        nextEnded += 1
        continue
      }
      let p = Int(uncovered[place])
      let ends = order.ends(Int(table.suppliers[p]), Int(table.recipients[p]))
      if ends >> table.categories[p].rawValue & 1 == 0 || !gains.isClean(UInt32(p)) { continue }
      provisions += 1
      numbers += table.numbers[p]
    }
    return (provisions, numbers)
  }

  private func firstPlace(in ascending: [UInt32], atLeast value: UInt32) -> Int {
    var (low, high) = (0, ascending.count)
    while low < high {
      let middle = (low + high) / 2
      if ascending[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
