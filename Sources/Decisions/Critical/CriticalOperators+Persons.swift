import Numbering
import SupplyChain

extension CriticalOperators {
  /// The legal persons of which several operators pass numbers of one category on, with those operators; in file order.
  ///
  /// An operator counts by itself, so what depends on such a person, but on no single one of its operators, is in no row.
  /// Empty when there is no answer.
  ///
  /// - Complexity: O(operators).
  public func sharedPersons() -> [[OperatorIndex]] {
    if notEvaluated != nil { return [] }
    let persons = state.chain.persons
    var found: [[OperatorIndex]] = []
    for person in 0..<UInt32(persons.count) {
      let members = persons.members(of: person)
      guard members.count > 1, let first = members.first, state.isCertified(first) else { continue }
      var (once, twice): (UInt8, UInt8) = (0, 0)
      for x in members {
        let passed = passedOn(by: x)
        twice |= once & passed
        once |= passed
      }
      if twice != 0 { found.append(members.filter { passedOn(by: $0) & twice != 0 }) }
    }
    return found
  }

  /// The categories of which an operator has numbers and provides some, as a mask.
  private func passedOn(by x: OperatorIndex) -> UInt8 {
    state.outflow[Int(x)] & (state.inflow[Int(x)] | state.holder[Int(x)])
  }
}
