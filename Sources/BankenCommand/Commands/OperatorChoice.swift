import Banken
import Bytes

extension CommandContext {
  /// The one operator that a text on the command line means.
  ///
  /// - Parameter ofPerson: whether it is asked about as a legal person: then a text that means several operators of one
  ///   person, as a corporate number does, means the first of them.
  /// - Throws: a mistake on the command line that lists what it may mean, when it means none or several.
  /// - Complexity: O(bytes of the operators table).
  func operatorIndex(_ text: String, in chain: SupplyChain, ofPerson: Bool = false) throws(Failure)
    -> OperatorIndex
  {
    var found = chain.operators(matching: text)
    if found.isEmpty { found = chain.operators(matching: WidthFolding.folded(text)) }
    if let only = found.first, found.count == 1 { return only }
    if ofPerson, let first = found.first {
      let person = chain.persons.groupOf[Int(first)]
      if found.allSatisfy({ chain.persons.groupOf[Int($0)] == person }) { return first }
    }
    // Mistakes are told to whoever has the ledger, never in pseudonyms.
    let table = chain.tables.operators
    let (ids, names) = (table.ids.unredacted, table.names.unredacted)
    let describe = { (x: OperatorIndex) in "\(ids[Int(x)]) \(names[Int(x)])" }
    if found.isEmpty {
      throw usage(.unknownOperator(text: text, near: operators(near: text, in: table).map(describe)))
    }
    let shown = found.prefix(10)
    throw usage(
      .ambiguousOperator(
        text: text, candidates: shown.map(describe), others: found.count - shown.count))
  }

  /// At most three operators whose id or name is nearest to a text, or begins with it or has it inside.
  private func operators(near text: String, in table: OperatorTable) -> [OperatorIndex] {
    let folded = WidthFolding.folded(text)
    let (ids, present) = (table.ids.unredacted, table.names.unredacted)
    let former = table.formerNames.unredacted
    var meter = EditDistance(folded)
    var nearest: OperatorIndex?
    var having: [OperatorIndex] = []
    for row in 0..<table.count {
      let names =
        [ids[row], present[row]] + former[row].split(separator: ";").map(String.init)
      // All are asked: each may be nearer than the one before.
      for name in names where meter.isNearer(name) { nearest = OperatorIndex(row) }
      if having.count < 3, folded.utf8.count > 1, names.contains(where: { $0.contains(folded) }) {
        having.append(OperatorIndex(row))
      }
    }
    let best = nearest.map { [$0] } ?? []
    return Array((best + having.filter { $0 != nearest }).prefix(3))
  }
}
