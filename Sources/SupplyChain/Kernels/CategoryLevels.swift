import Numbering

/// The level of each operator in a category: 0 for a holder, else one more than the least of its suppliers'.
///
/// `passing`, where given, is 1 for the operators that may have a level (SPEC §4 *clean*). `noLevel` for none.
///
/// - Complexity: O(operators + provisions), a breadth-first search from all holders at once.
func categoryLevels(
  of category: Category, holder: [UInt8], along outflows: ActiveFlows, passing: [UInt8]?
) -> [UInt32] {
  let bit: UInt8 = 1 << category.rawValue
  var levels = [UInt32](repeating: noLevel, count: holder.count)
  // Operators in the order in which they are reached: a queue that is never emptied.
  var queue: [OperatorIndex] = []
  for x in 0..<holder.count where holder[x] & bit != 0 && passing.map({ $0[x] != 0 }) ?? true {
    levels[x] = 0
    queue.append(UInt32(x))
  }
  var next = 0
  while next < queue.count {
    let x = queue[next]
    next += 1
    let level = levels[Int(x)] + 1
    for position in outflows.range(x) {
      let recipient = Int(outflows.others[position])
      if levels[recipient] != noLevel { continue }
      if let passing, passing[recipient] == 0 { continue }
      levels[recipient] = level
      queue.append(UInt32(recipient))
    }
  }
  return levels
}
