import Bytes

extension ProvisionGraph {
  /// How many hops each operator is away from the nearest source: 0 for a source, `noLevel` where none reaches it.
  ///
  /// - Complexity: O(operators + edges), a breadth-first search from all sources at once.
  public func levels() -> [UInt32] {
    var queue: [OperatorIndex] = []
    queue.reserveLarge(operatorCount)
    return [UInt32](large: operatorCount) { levels in
      levels.initialize(repeating: noLevel)
      offsets.withUnsafeBufferPointer { offsets in
        recipients.withUnsafeBufferPointer { recipients in
          for x in sources where levels[Int(x)] == noLevel {
            levels[Int(x)] = 0
            queue.append(x)
          }
          // A queue that is never emptied; each operator is in it at most once.
          var next = 0
          while next < queue.count {
            let x = Int(queue[next])
            next += 1
            let level = levels[x] + 1
            for position in Int(offsets[x])..<Int(offsets[x + 1]) {
              let recipient = recipients[position]
              if levels[Int(recipient)] != noLevel { continue }
              levels[Int(recipient)] = level
              queue.append(recipient)
            }
          }
        }
      }
    }
  }
}
