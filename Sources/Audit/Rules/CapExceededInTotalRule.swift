import Numbering
import SupplyChain

/// `cap-exceeded-in-total`: one party draws more numbers from several sources together than a cap allows.
package struct CapExceededInTotalRule: Rule {
  package static let id = RuleID.capExceededInTotal

  package init() {}

  /// - Complexity: near-linear in pairs, for each policy cap.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let parties = context.chain.parties
    for (index, cap) in context.caps.policyCaps.enumerated() {
      guard let limited = context.caps.limited(by: index, in: context.state),
        let pairs = context.pairs.sums(in: cap.summedCategories)
      else { continue }
      // The party that each pair draws numbers into; `noIndex` for a pair that does not count.
      var drawing: [PartyIndex] = []
      drawing.reserveCapacity(pairs.recipients.count)
      for u in 0..<OperatorIndex(context.tables.operators.count) {
        for pair in pairs.range(u) {
          let v = Int(pairs.recipients[pair])
          let party = parties.groupOf[v]
          drawing.append(limited[v] && parties.groupOf[Int(u)] != party ? party : noIndex)
        }
      }
      var sums = [UInt64](repeating: 0, count: parties.count)
      var counts = [UInt32](repeating: 0, count: parties.count)
      for (pair, party) in drawing.enumerated() where party != noIndex {
        sums[Int(party)] += pairs.numbers[pair]
        counts[Int(party)] += 1
      }
      // Party in the upper half, recipient in the lower, of every pair of a party above the maximum.
      var members: [UInt64] = []
      for (pair, party) in drawing.enumerated()
      where party != noIndex && counts[Int(party)] > 1 && sums[Int(party)] > cap.maximum {
        members.append(UInt64(party) << 32 | UInt64(pairs.recipients[pair]))
      }
      members.sort()
      var begin = 0
      while begin < members.count {
        let party = PartyIndex(members[begin] >> 32)
        var end = begin
        var recipients: [OperatorIndex] = []
        while end < members.count && members[end] >> 32 == UInt64(party) {
          let v = OperatorIndex(members[end] & 0xFFFF_FFFF)
          if recipients.last != v { recipients.append(v) }
          end += 1
        }
        begin = end
        findings.add(
          Finding(
            Self.id, subject: UInt32(index), second: party, numbers: sums[Int(party)], limit: cap.maximum,
            extra: findings.addList(recipients)))
      }
    }
  }
}
