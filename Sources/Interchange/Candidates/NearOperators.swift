import Bytes
import Numbering
import SupplyChain

extension OperatorTable {
  /// At most three operators whose id or name is nearest to a text, or has it inside; the nearest first.
  ///
  /// - Complexity: O(bytes of the table · *l*) for a text of *l* letters.
  package func rows(near text: String) -> [OperatorIndex] {
    let folded = WidthFolding.folded(text)
    let (ids, present) = (ids.unredacted, names.unredacted)
    let former = formerNames.unredacted
    var meter = EditDistance(folded)
    var nearest: OperatorIndex?
    var having: [OperatorIndex] = []
    for row in 0..<count {
      let names = [ids[row], present[row]] + former[row].split(separator: ";").map(String.init)
      // All are asked: each may be nearer than the one before.
      for name in names where meter.isNearer(name) { nearest = OperatorIndex(row) }
      if having.count < 3, folded.utf8.count > 1, names.contains(where: { $0.contains(folded) }) {
        having.append(OperatorIndex(row))
      }
    }
    let best = nearest.map { [$0] } ?? []
    return Array((best + having.filter { $0 != nearest }).prefix(3))
  }

  /// What a message about operators near to a text calls one: id and name, as in the file.
  package func described(_ x: OperatorIndex) -> String {
    "\(ids.unredacted[Int(x)]) \(names.unredacted[Int(x)])"
  }
}
