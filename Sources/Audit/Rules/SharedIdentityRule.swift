import Numbering
import SupplyChain

/// `shared-identity`: several operators carry one corporate number, approval number or certificate number.
///
/// Rows count whatever their days; operators of one person may share an approval or a certificate.
package struct SharedIdentityRule: Rule {
  package static let id = RuleID.sharedIdentity

  package init() {}

  /// Values are kept as they were read, since findings are ordered by them; how they are shown is `Finding.identity`.
  ///
  /// - Complexity: O(*n* log *n*) in operators, approvals and certifications.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let tables = context.tables
    findCorporateNumbers(context.chain, &findings)
    findNumbers(
      .approvalNumber, tables.approvals.approvalNumbers, tables.approvals.operators, context.chain, &findings)
    findNumbers(
      .certificateNumber, tables.certifications.certificateNumbers, tables.certifications.operators,
      context.chain, &findings)
  }

  private func findCorporateNumbers(_ chain: SupplyChain, _ findings: inout RuleFindings) {
    // A person is what the operators with one corporate number are.
    let offsets = chain.persons.offsets
    for person in 0..<chain.persons.count where offsets[person + 1] - offsets[person] > 1 {
      let members = chain.persons.members(of: UInt32(person))
      guard let first = members.first else { continue }
      let digits = String(chain.tables.operators.corporateNumbers[Int(first)])
      let number = String(repeating: "0", count: max(0, 13 - digits.utf8.count)) + digits
      findings.add(
        Finding(
          Self.id, cause: .corporateNumber, subject: first,
          extra: findings.addIdentity(number, operators: members)))
    }
  }

  /// Looks for numbers that rows of operators of different persons carry.
  private func findNumbers(
    _ cause: Cause, _ numbers: TextColumn, _ operators: [OperatorIndex], _ chain: SupplyChain,
    _ findings: inout RuleFindings
  ) {
    let persons = chain.persons.groupOf
    let numbers = numbers.unredacted
    for carriers in RepeatedTexts(numbers).groups() {
      let row = carriers[0]
      let person = persons[Int(operators[Int(row)])]
      guard carriers.contains(where: { persons[Int(operators[Int($0)])] != person }) else { continue }
      var named = carriers.map { operators[Int($0)] }.sorted()
      var kept = 0
      for x in named where kept == 0 || named[kept - 1] != x {
        named[kept] = x
        kept += 1
      }
      findings.add(
        Finding(
          Self.id, cause: cause, subject: row,
          extra: findings.addIdentity(numbers[Int(row)], operators: named.prefix(kept))))
    }
  }
}
