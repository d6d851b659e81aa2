import Bytes
import Numbering

/// The level of each operator in a category: 0 for a holder, else one more than the least of its suppliers'.
///
/// `passing`, where given, is 1 for the operators that may have a level (SPEC §4 *clean*). `noLevel` for none.
///
/// - Complexity: O(operators + provisions), a breadth-first search from all holders at once.
func categoryLevels(
  of category: Category, holder: [UInt8], along outflows: CategoryAdjacency, active: [UInt8],
  passing: [UInt8]?
) -> [UInt32] {
  let bit: UInt8 = 1 << category.rawValue
  let count = holder.count
  // Operators in the order in which they are reached: a queue that is never emptied.
  return [UInt32](large: count) { levels in
    levels.initialize(repeating: noLevel)
    Scratch.with(columns: 1, rows: count) { scratch in
      let queue = scratch[0]
      var (next, end) = (0, 0)
      for x in 0..<count where holder[x] & bit != 0 && passing.map({ $0[x] != 0 }) ?? true {
        levels[x] = 0
        queue[end] = UInt32(x)
        end += 1
      }
      outflows.withColumns { offsets, provisions, recipients in
        active.withUnsafeBufferPointer { active in
          while next < end {
            let x = Int(queue[next])
            next += 1
            let level = levels[x] + 1
            for position in Int(offsets[x])..<Int(offsets[x + 1]) {
              let recipient = Int(recipients[position])
              if levels[recipient] != noLevel || active[Int(provisions[position])] == 0 { continue }
              if let passing, passing[recipient] == 0 { continue }
              levels[recipient] = level
              queue[end] = UInt32(recipient)
              end += 1
            }
          }
        }
      }
    }
  }
}

extension CategoryAdjacency {
  /// Gives the columns of outflows to a loop, free of checks of who holds them.
  func withColumns<Value>(
    _ body: (
      _ offsets: UnsafeBufferPointer<UInt32>, _ provisions: UnsafeBufferPointer<ProvisionIndex>,
      _ recipients: UnsafeBufferPointer<OperatorIndex>
    ) -> Value
  ) -> Value {
    offsets.withUnsafeBufferPointer { offsets in
      provisions.withUnsafeBufferPointer { provisions in
        recipients.withUnsafeBufferPointer { recipients in body(offsets, provisions, recipients) }
      }
    }
  }
}
