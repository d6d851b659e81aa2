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
    if found.isEmpty {
      throw usage(.unknownOperator(text: text, near: table.rows(near: text).map(table.described)))
    }
    let shown = found.prefix(10)
    throw usage(
      .ambiguousOperator(
        text: text, candidates: shown.map(table.described), others: found.count - shown.count))
  }
}
