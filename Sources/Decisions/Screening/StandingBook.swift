import Audit
import Numbering
import SupplyChain
import Synchronization

/// How the operators stand that are asked about, and whether anybody near them is barred.
final class StandingBook: Sendable {
  private let state: DayState
  /// Persons to whom new numbers are refused on the day.
  private let refused: Set<PersonIndex>
  /// Whether parties of many operators have a barred one, as far as it was asked.
  private let known = Mutex<[PartyIndex: Bool]>([:])
  private let fewMembers: Int

  /// - Parameter fewMembers: parties of so many operators are gone through each time.
  /// - Complexity: O(*n*) in restrictions.
  init(_ state: DayState, fewMembers: Int) {
    self.state = state
    self.fewMembers = fewMembers
    let (table, personOf) = (state.chain.tables.restrictions, state.chain.persons.groupOf)
    var refused: Set<PersonIndex> = []
    for row in 0..<UInt32(table.count)
    where table.kinds[Int(row)] == .refuseNew && table.operators[Int(row)] != noIndex
      && table.isInForce(row, on: state.day)
    {
      refused.insert(personOf[Int(table.operators[Int(row)])])
    }
    self.refused = refused
  }

  /// Why an operator is not approved in a category, or that it is.
  ///
  /// - Complexity: O(*n*) in the records of its person.
  func approval(of x: OperatorIndex, in category: Category) -> ApprovalStanding {
    ApprovalTally(of: person(of: x), in: state).standing(in: category)
  }

  /// Why an operator is not certified on the day, or that it is.
  ///
  /// - Complexity: O(*n* log *n*) in the certifications of its person.
  func certification(of x: OperatorIndex) -> CertificationStanding {
    certification(of: x, on: state.day)
  }

  /// Why an operator was not certified on some day, or that it was.
  ///
  /// - Complexity: O(*n* log *n*) in the certifications of its person.
  func certification(of x: OperatorIndex, on day: Day) -> CertificationStanding {
    OperatorStanding.Certification(
      of: person(of: x), in: state.chain, on: day, state.options.graceDays
    ).standing
  }

  /// Whether an operator is barred: its certification revoked, or new numbers refused to its person on the day.
  func isBarred(_ x: OperatorIndex) -> Bool {
    refused.contains(person(of: x)) || (!state.isCertified(x) && certification(of: x) == .revoked)
  }

  /// Whether some operator of a party is barred.
  ///
  /// - Complexity: O(operators of the party and certifications of their persons) at first, then O(1) where they are many.
  func hasBarredMember(_ party: PartyIndex) -> Bool {
    let members = state.chain.parties.members(of: party)
    if members.count <= fewMembers { return members.contains { isBarred($0) } }
    if let answer = known.withLock({ $0[party] }) { return answer }
    let answer = hasBarredPerson(among: members)
    known.withLock { $0[party] = answer }
    return answer
  }

  /// The operators of one person stand alike, and may all be of one party.
  private func hasBarredPerson(among members: ArraySlice<OperatorIndex>) -> Bool {
    var seen: Set<PersonIndex> = []
    for x in members where seen.insert(person(of: x)).inserted && isBarred(x) { return true }
    return false
  }

  private func person(of x: OperatorIndex) -> PersonIndex { state.chain.persons.groupOf[Int(x)] }
}
