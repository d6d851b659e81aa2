import Audit
import Decisions
import Numbering
import SupplyChain

/// The hands a number is in, as a tree: from each origin down, hop by hop.
struct TraceTree {
  /// How many hops of one number are shown unless all are asked for.
  static let shownHops = 30
  /// How deep lines are indented at most, in hops.
  private static let deepest = 8

  let facts: TraceFacts
  let showsAll: Bool

  private var language: Language { facts.language }
  private var tables: Tables { facts.tables }

  /// - Complexity: O(*k*) in hops.
  func append(_ trace: NumberTrace, to page: inout TextPage) {
    var rest = RestOfTrail(trace, tables.provisions, shows: showsAll ? trace.hops.count : Self.shownHops)
    for origin in trace.origins {
      append(origin, of: trace, to: &page)
      descend(from: origin.operatorIndex, &rest, trace.number.category, to: &page)
    }
    // Circles that nobody provides to.
    for hop in trace.hops {
      let supplier = tables.provisions.suppliers[Int(hop.provision)]
      guard rest.hopsOf[supplier] != nil else { continue }
      page.paragraph("\(facts.names.name(supplier)) [\(TraceWords.noChain[language])]", indent: 2)
      appendStanding(of: supplier, in: trace.number.category, shift: "  ", to: &page)
      descend(from: supplier, &rest, trace.number.category, to: &page)
    }
    let hidden = showsAll ? 0 : trace.hops.count - Self.shownHops
    if hidden > 0 {
      page.line(
        language == .ja
          ? "  … ほか\(grouped(hidden))ホップ（--all ですべて表示）"
          : "  … and \(grouped(hidden)) more hops (--all lists them)")
    }
  }

  /// The hops not shown yet.
  private struct RestOfTrail {
    /// By supplier; within one as in the trace: by level, then in file order.
    var hopsOf: [OperatorIndex: [TraceHop]] = [:]
    /// Operators whose hops are shown.
    var expanded: Set<OperatorIndex> = []
    /// How many more may be shown.
    var room: Int

    init(_ trace: NumberTrace, _ table: ProvisionTable, shows room: Int) {
      self.room = room
      for hop in trace.hops { hopsOf[table.suppliers[Int(hop.provision)], default: []].append(hop) }
    }

    /// The hops from an operator, to be shown now.
    mutating func take(from x: OperatorIndex) -> [TraceHop] {
      guard let hops = hopsOf.removeValue(forKey: x) else { return [] }
      expanded.insert(x)
      return hops
    }
  }

  private func append(_ origin: TraceOrigin, of trace: NumberTrace, to page: inout TextPage) {
    let counted = facts.counted(at: origin, of: trace.number)
    let words = TraceWords.origin(origin.kind, counted: counted.tally)[language]
    page.paragraph("\(facts.names.name(origin.operatorIndex)) [\(words)]", indent: 2)
    for row in trace.designations where tables.designations.operators[Int(row)] == origin.operatorIndex {
      let block = facts.range(
        tables.designations.rangeStarts[Int(row)], tables.designations.rangeEnds[Int(row)])
      let days = facts.period(ofDesignation: row)
      let since = days == .always ? "" : comma + days.words(language)
      let words = "\(TraceWords.designated[language]) \(block)\(since)"
      page.paragraph(page.styled(words, .faint), first: "  ", indent: 4)
    }
    appendStanding(of: origin.operatorIndex, in: trace.number.category, shift: "  ", to: &page)
  }

  /// Appends what is below an operator.
  private func descend(
    from x: OperatorIndex, _ rest: inout RestOfTrail, _ category: Category, to page: inout TextPage
  ) {
    var stack: [(hop: TraceHop, depth: Int, isBranch: Bool)] = []
    var (next, depth) = (x, 0)
    while true {
      let hops = rest.take(from: next)
      for hop in hops.reversed() { stack.append((hop, depth, hops.count > 1)) }
      guard let top = stack.popLast() else { return }
      next = tables.provisions.recipients[Int(top.hop.provision)]
      depth = top.depth + 1
      if rest.room == 0 { continue }
      rest.room -= 1
      append(
        top.hop, depth: top.depth, isBranch: top.isBranch, isShownAbove: rest.expanded.contains(next),
        category, to: &page)
    }
  }

  private func append(
    _ hop: TraceHop, depth: Int, isBranch: Bool, isShownAbove: Bool, _ category: Category,
    to page: inout TextPage
  ) {
    let p = Int(hop.provision)
    let table = tables.provisions
    let recipient = table.recipients[p]
    var words = TraceWords.level(hop.level, language)
    if isBranch { words += comma + TraceWords.branch[language] }
    var line = "\(facts.names.provision(hop.provision)) → \(facts.names.name(recipient)) [\(words)]"
    if isShownAbove { line += " " + TraceWords.printedAbove[language] }
    let shift = String(repeating: "  ", count: min(depth, Self.deepest) + 1)
    page.paragraph(line, first: shift + "└ ", indent: shift.utf8.count + 4)
    let range = facts.range(table.rangeStarts[p], table.rangeEnd(p))
    let days = facts.period(of: hop.provision).words(language)
    page.paragraph(
      page.styled("\(range)\(comma)\(days)", .faint), first: shift + "  ", indent: shift.utf8.count + 4)
    if let terms = terms(p) {
      page.paragraph(page.styled(terms, .faint), first: shift + "  ", indent: shift.utf8.count + 4)
    }
    appendStanding(of: recipient, in: category, shift: shift + "  ", to: &page)
  }

  private var comma: String { language == .ja ? "、" : ", " }

  /// Both storeys of an operator, and the restrictions it is under.
  private func appendStanding(
    of x: OperatorIndex, in category: Category, shift: String, to page: inout TextPage
  ) {
    let standing = facts.standing(of: x)
    let indent = shift.utf8.count + 4
    page.paragraph("1F \(standing.firstStorey(in: category, language))", first: shift, indent: indent)
    if !standing.isUser {
      page.paragraph("2F \(standing.secondStorey(language))", first: shift, indent: indent)
    }
    for row in facts.restrictions(on: x, in: category) {
      let words = tables.restrictions.kinds[Int(row)].term[language] + ": " + facts.names.restriction(row)
      page.paragraph(page.styled(words, .yellow), first: shift + "!! ", indent: indent)
    }
  }

  /// What the supplier confirmed at the deal, what it should have, and on which terms; nil with nothing to say.
  ///
  /// Of a user nothing has to be confirmed.
  private func terms(_ p: Int) -> String? {
    let table = tables.provisions
    let isTerms = table.contracts[p] == .terms
    // What was not yet asked for when the provision began is not missed.
    let isUser = facts.standing(of: table.recipients[p]).isUser
    let isAskedFor = !isUser && table.starts[p] >= Day.confirmationDuty.ordinal
    let columns = [
      (TraceWords.approvalChecked, table.approvalCheckedOn, isTerms ? nil : TraceWords.noApprovalCheck),
      (TraceWords.conditionsAgreed, table.conditionsAgreedOn, isTerms ? nil : TraceWords.noConditions),
      (TraceWords.continuityChecked, table.continuityCheckedOn, nil),
      (TraceWords.declared, table.declaredOn, isTerms ? TraceWords.noDeclaration : nil),
    ]
    var parts: [String] = []
    for (word, days, missing) in columns where !days.isEmpty {
      if let day = Day(ordinal: days[p]) {
        parts.append("\(word[language]) \(day)")
      } else if let missing, isAskedFor {
        parts.append(missing[language])
      }
    }
    if isTerms { parts.insert(TraceWords.ordinaryTerms[language], at: 0) }
    if !table.clauses.isEmpty, let clause = TraceWords.clause(table.clauses[p]) {
      parts.append(clause[language])
    }
    return parts.isEmpty ? nil : parts.joined(separator: comma)
  }
}
