import Bytes
import SupplyChain

/// Finds, among waivers of one rule, those that match a finding (SPEC §5 "Waivers").
///
/// Waivers that name the same ids form a group: they match the same findings. One finding meets at most a few
/// groups, however many waivers there are; a list of operators shared by many findings is looked through
/// once.
package struct WaiverMatcher {
  private struct Key: Hashable {
    var provision: ProvisionIndex
    var operatorIndex: OperatorIndex
  }

  private let rule: RuleID
  private let chain: SupplyChain
  /// The groups by the ids they name.
  private var groupOf: [Key: Int] = [:]
  /// The waivers of each group, in file order.
  private var groups: [[UInt32]] = []
  /// The groups that the finding looked at meets by its own ids; kept to save allocations.
  private var met: [Int] = []
  /// The first waiver that a list of operators meets, by its place.
  private var firstOfList: [UInt32: UInt32] = [:]
  private var markedLists: Set<UInt32> = []
  private var marked: [Bool] = []
  /// A bit for each operator, and for each provision, that some waiver names.
  private var named: BitColumn
  private var namedProvisions: BitColumn

  /// - Parameter waivers: rows of the waivers table of that rule, ascending.
  package init(_ rule: RuleID, waivers: [UInt32], chain: SupplyChain) {
    self.rule = rule
    self.chain = chain
    let table = chain.tables.waivers
    named = BitColumn(count: chain.tables.operators.count)
    namedProvisions = BitColumn(count: rule.keyKind == .provision ? chain.tables.provisions.count : 0)
    for row in waivers {
      let (p, x) = (table.provisions[Int(row)], table.operators[Int(row)])
      if x != noIndex {
        named.set(Int(x))
      } else if rule.keyKind == .provision {
        namedProvisions.set(Int(p))
      }
      let key = Key(provision: table.provisions[Int(row)], operatorIndex: table.operators[Int(row)])
      if let group = groupOf[key] {
        groups[group].append(row)
      } else {
        groupOf[key] = groups.count
        groups.append([row])
      }
    }
    marked = Array(repeating: false, count: groups.count)
  }

  /// The places of the findings that some of the waivers may match, ascending.
  ///
  /// - Complexity: O(*n*) in findings, on all threads.
  package func candidates(in results: RuleFindings, threads: Int) -> [Int] {
    let all = results.findings
    guard rule.keyKind == .provision else { return Array(all.indices) }
    let slice = 1 << 16
    let slices = concurrentMap((all.count + slice - 1) / slice, threads: threads) { index -> [Int] in
      let suppliers = chain.tables.provisions.suppliers.span
      let recipients = chain.tables.provisions.recipients.span
      var met: [Int] = []
      for place in index * slice..<min(all.count, (index + 1) * slice) {
        let p = Int(all[place].subject)
        if named[Int(suppliers[p])] || named[Int(recipients[p])] || namedProvisions[p] { met.append(place) }
      }
      return met
    }
    return Array(slices.joined())
  }

  /// The first waiver of the file that matches a finding; `noIndex` for none.
  ///
  /// - Complexity: O(1), and once O(*n*) for each list of *n* operators.
  package mutating func first(for finding: Finding, in results: RuleFindings) -> UInt32 {
    meet(finding)
    var first = noIndex
    for group in met { first = min(first, groups[group].first ?? noIndex) }
    guard let place = listPlace(of: finding) else { return first }
    if let known = firstOfList[place] { return min(first, known) }
    var ofList = noIndex
    for x in results.shownOperators(place) {
      guard let group = groupOf[Key(provision: noIndex, operatorIndex: x)] else { continue }
      ofList = min(ofList, groups[group].first ?? noIndex)
    }
    firstOfList[place] = ofList
    return min(first, ofList)
  }

  /// Remembers every waiver that matches a finding, for `markedWaivers`.
  ///
  /// - Complexity: O(1), and once O(*n*) for each list of *n* operators.
  package mutating func mark(_ finding: Finding, in results: RuleFindings) {
    meet(finding)
    for group in met { marked[group] = true }
    guard let place = listPlace(of: finding), markedLists.insert(place).inserted else { return }
    for x in results.shownOperators(place) {
      guard let group = groupOf[Key(provision: noIndex, operatorIndex: x)] else { continue }
      marked[group] = true
    }
  }

  /// The groups of waivers that match a finding, ascending, each once.
  ///
  /// - Complexity: O(1), and O(*n*) for a list of *n* operators.
  package mutating func groups(for finding: Finding, in results: RuleFindings) -> [Int] {
    meet(finding)
    var found = met
    if let place = listPlace(of: finding) {
      for x in results.list(place) {
        if let group = groupOf[Key(provision: noIndex, operatorIndex: x)] { found.append(group) }
      }
    }
    return found.count < 2 ? found : Set(found).sorted()
  }

  /// The waivers of a group, in file order.
  package func waivers(of group: Int) -> [UInt32] { groups[group] }

  /// The waivers that match some finding marked so far, in file order.
  package var markedWaivers: [UInt32] {
    zip(groups, marked).flatMap { $1 ? $0 : [] }.sorted()
  }

  /// Fills `met` with the groups that the finding meets by the ids it holds itself.
  private mutating func meet(_ finding: Finding) {
    met.removeAll(keepingCapacity: true)
    switch rule.keyKind {
    case .provision:
      let p = finding.subject
      let (u, v) = chain.ends(of: p)
      meet(p, noIndex)
      let subject = rule.waiverSubject
      if subject != .recipient { meetEnd(p, u) }
      if subject != .supplier { meetEnd(p, v) }
    case .cap: meet(noIndex, finding.third)
    case .operatorInCategory, .operator: meet(noIndex, finding.subject)
    case .operatorPair:
      meet(noIndex, finding.subject)
      meet(noIndex, finding.second)
    case .capAndParty, .circle, .identity, .waiver: break
    }
  }

  /// Looks for waivers that name the operator, with the provision or with none.
  private mutating func meetEnd(_ p: ProvisionIndex, _ x: OperatorIndex) {
    meet(p, x)
    meet(noIndex, x)
  }

  private mutating func meet(_ p: ProvisionIndex, _ x: OperatorIndex) {
    if let group = groupOf[Key(provision: p, operatorIndex: x)] { met.append(group) }
  }

  /// Where the operators that a finding names stand, when it has a list of them.
  private func listPlace(of finding: Finding) -> UInt32? {
    guard finding.extra != noIndex else { return nil }
    return switch rule.keyKind {
    case .operator, .circle, .capAndParty, .identity: finding.extra
    case .provision, .operatorInCategory, .cap, .operatorPair, .waiver: nil
    }
  }
}

/// A bit for each row of a table.
private struct BitColumn: Sendable {
  private var words: [UInt64]

  init(count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  mutating func set(_ row: Int) { words[row / 64] |= 1 << UInt64(row % 64) }

  subscript(row: Int) -> Bool { words[row / 64] >> UInt64(row % 64) & 1 != 0 }
}

extension RuleFindings {
  /// The operators of a list that a finding names: of a circle, and of the barred relatives of an operator, the first
  /// hundred; all of any other list.
  ///
  /// Every member of a party may have all its barred members for relatives: named in full they would be a square.
  package func shownOperators(_ place: UInt32) -> ArraySlice<OperatorIndex> {
    let all = list(place)
    switch findings.first?.rule {
    case .circularProvision, .relatedToBarred: return all.prefix(100)
    default: return all
    }
  }
}

extension SupplyChain {
  /// The supplier and the recipient of a provision.
  package func ends(of p: ProvisionIndex) -> (supplier: OperatorIndex, recipient: OperatorIndex) {
    (tables.provisions.suppliers[Int(p)], tables.provisions.recipients[Int(p)])
  }
}

/// The waivers of every rule, by whether they are in force.
package struct WaiverBook: Sendable {
  /// Rows in force on the day, by `RuleID.rawValue`, ascending.
  package private(set) var inForce: [[UInt32]]
  /// Rows past their last day, by `RuleID.rawValue`, ascending.
  package private(set) var expired: [[UInt32]]

  /// - Complexity: O(*n*) in the number of waivers.
  package init(_ state: DayState) {
    let table = state.chain.tables.waivers
    let day = state.day.ordinal
    inForce = Array(repeating: [], count: RuleID.allCases.count)
    expired = inForce
    let ruleOf = Dictionary(uniqueKeysWithValues: RuleID.allCases.map { ($0.name, Int($0.rawValue)) })
    for row in 0..<table.count {
      guard let rule = ruleOf[table.rules[row]] else { continue }
      if table.ends[row] <= day {
        expired[rule].append(UInt32(row))
      } else if table.starts[row] <= day {
        inForce[rule].append(UInt32(row))
      }
    }
  }

  /// Notes in each finding of a rule the first waiver of the file that is in force and matches.
  ///
  /// - Complexity: O(*n*) in findings, lists and waivers.
  package func settle(_ results: inout RuleFindings, of rule: RuleID, _ context: AuditContext) {
    let waivers = inForce[Int(rule.rawValue)]
    guard !waivers.isEmpty, !results.findings.isEmpty else { return }
    var matcher = WaiverMatcher(rule, waivers: waivers, chain: context.chain)
    for index in matcher.candidates(in: results, threads: context.threads) {
      let finding = results.findings[index]
      results.findings[index].waiver = matcher.first(for: finding, in: results)
    }
  }
}
