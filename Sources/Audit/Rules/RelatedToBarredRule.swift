import Numbering
import SupplyChain

/// `related-to-barred`: numbers go to an operator under common control with a barred one.
///
/// Barred is a person whose certification was revoked, or to whom new numbers are refused on the day in any
/// category.
package struct RelatedToBarredRule: Rule {
  package static let id = RuleID.relatedToBarred

  package init() {}

  /// - Complexity: O(*n*) in operators and restrictions: operators of one party share one list.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let (persons, parties) = (context.chain.persons, context.chain.parties)
    let barred = barredPersons(context)
    guard barred.contains(true) else { return }
    for party in 0..<UInt32(parties.count) {
      let members = parties.members(of: party)
      if members.count < 2 { continue }
      // Being barred is the person's, so all of these are of another person than an operator that is not.
      let related = members.filter { barred[Int(persons.groupOf[Int($0)])] }
      if related.isEmpty { continue }
      var place = noIndex
      for x in members where !barred[Int(persons.groupOf[Int(x)])] && context.state.inflow[Int(x)] != 0 {
        if place == noIndex { place = findings.addList(related) }
        findings.add(Finding(Self.id, subject: x, extra: place))
      }
    }
  }

  private func barredPersons(_ context: AuditContext) -> [Bool] {
    let persons = context.chain.persons
    var barred = context.standings.certification.map { $0 == .revoked }
    let table = context.tables.restrictions
    let day = context.day.ordinal
    for row in 0..<table.count where table.kinds[row] == .refuseNew && table.operators[row] != noIndex {
      guard table.starts[row] <= day, day < table.ends[row] else { continue }
      barred[Int(persons.groupOf[Int(table.operators[row])])] = true
    }
    return barred
  }
}
