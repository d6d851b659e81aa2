import Numbering
import SupplyChain

/// `cap-exceeded-in-total`: one party draws more numbers from several sources together than a cap allows.
package struct CapExceededInTotalRule: Rule {
  package static let id = RuleID.capExceededInTotal

  package init() {}

  /// - Complexity: near-linear in the pairs looked at, for each policy cap.
  package func find(in context: AuditContext, into findings: inout RuleFindings) {
    let parties = context.chain.parties
    for (index, cap) in context.caps.policyCaps.enumerated() {
      guard let limited = context.pairs.limited[index],
        let pairs = context.pairs.pairs(in: cap.summedCategories)
      else { continue }
      var sums = [UInt64](repeating: 0, count: parties.count)
      var counts = [UInt32](repeating: 0, count: parties.count)
      // Party in the upper half, recipient in the lower, of every recipient that draws numbers from outside.
      var members: [UInt64] = []
      for (place, v) in pairs.recipients.enumerated() where limited[Int(v)] {
        let party = parties.groupOf[Int(v)]
        var draws = false
        for pair in pairs.offsets[place]..<pairs.offsets[place + 1]
        where parties.groupOf[Int(pairs.suppliers[pair])] != party {
          sums[Int(party)] += pairs.numbers[pair]
          counts[Int(party)] += 1
          draws = true
        }
        if draws { members.append(UInt64(party) << 32 | UInt64(v)) }
      }
      members.removeAll { member in
        let party = Int(member >> 32)
        return counts[party] < 2 || sums[party] <= cap.maximum
      }
      members.sort()
      var begin = 0
      while begin < members.count {
        let party = PartyIndex(members[begin] >> 32)
        var end = begin
        var recipients: [OperatorIndex] = []
        while end < members.count && members[end] >> 32 == UInt64(party) {
          recipients.append(OperatorIndex(members[end] & 0xFFFF_FFFF))
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
