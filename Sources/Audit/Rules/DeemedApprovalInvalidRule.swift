import Numbering
import SupplyChain

/// `deemed-approval-invalid`: an operator relies on a deemed approval that its other rights rule out.
package struct DeemedApprovalInvalidRule: Rule {
  package static let id = RuleID.deemedApprovalInvalid

  /// The bit of a record for every category, beside those of `CategorySet`.
  static let everyCategory: UInt8 = 0b1000_0000

  package init() {}

  /// - Complexity: O(*n*) in operators, approvals and designations.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let day = context.day.ordinal
    let persons = context.chain.persons
    let operatorCount = context.tables.operators.count
    // By operator: categories of its deemed approvals in force. By person: of its `approved` ones, and
    // whether it has a designation.
    var deemed = [UInt8](repeating: 0, count: operatorCount)
    var approved = [UInt8](repeating: 0, count: persons.count)
    var holds = [Bool](repeating: false, count: persons.count)
    let table = context.tables.approvals
    for row in 0..<table.count where table.starts[row] <= day && day < table.ends[row] {
      let x = Int(table.operators[row])
      let bit = table.categories[row].map { CategorySet($0).rawValue } ?? Self.everyCategory
      switch table.bases[row] {
      case .deemed: deemed[x] |= bit
      case .approved: approved[Int(persons.groupOf[x])] |= bit
      }
    }
    for x in 0..<operatorCount where context.state.holder[x] != 0 { holds[Int(persons.groupOf[x])] = true }

    for x in 0..<operatorCount where deemed[x] != 0 {
      let person = Int(persons.groupOf[x])
      guard holds[person] || approved[person] != 0 else { continue }
      if approved[person] & Self.everyCategory != 0 { continue }
      for category in Category.allCases
      where CategorySet(category).rawValue & deemed[x] & ~approved[person] != 0 {
        findings.add(Finding(Self.id, subject: UInt32(x), category: category))
      }
      if deemed[x] & Self.everyCategory != 0 { findings.add(Finding(Self.id, subject: UInt32(x))) }
    }
  }
}
