import Audit
import Numbering
import SupplyChain

extension CandidateQuestion {
  /// Rules 21 to 26: where the ledger would contradict itself.
  func findContradictions(_ found: inout ReasonList) {
    let ofSupplier = screening.ledgers.cause(of: u)
    let hasSource = state.isHolder(u, in: category) || state.hasInflow(u, in: category)
    let held = screening.flows.held(by: u, in: category)
    if !hasSource, isNews { found.add(.noSource, .supplier, cause: ofSupplier, numbers: provided) }
    for (x, subject) in endsInOrder {
      if x == u {
        if hasSource, isNews, provided > held.numbers {
          found.add(.overProvision, subject, cause: ofSupplier, numbers: provided - held.numbers)
        }
      } else if !receives.here, !state.isHolder(v, in: category), state.hasOutflow(v, in: category) {
        // Until now it had no source at all.
        let passed = passedByRecipient
        if passed > candidate.numbers {
          found.add(
            .overProvision, subject, cause: screening.ledgers.cause(of: v),
            numbers: passed - candidate.numbers)
        }
      }
    }
    if let span = candidate.span {
      if hasSource { findNotHeld(span, held, ofSupplier, &found) }
      findProvidedTwice(span, &found)
    }
    findCircle(&found)
  }

  private func findNotHeld(
    _ span: ClosedRange<UInt64>, _ held: HeldFlows, _ cause: Cause?, _ found: inout ReasonList
  ) {
    guard found.wants(.rangeNotHeld) else { return }
    if let inflows = state.chain.inflows.view(category), inflows.hasCounted(of: u, state) { return }
    let inside = held.numbers(of: span)
    if inside < candidate.numbers {
      found.add(.rangeNotHeld, .candidate, cause: cause, numbers: candidate.numbers - inside)
    }
  }

  /// Looks where the candidate would stand among the supplier's ranges, by (start, end, id).
  private func findProvidedTwice(_ span: ClosedRange<UInt64>, _ found: inout ReasonList) {
    guard found.wants(.rangeProvidedTwice), let passed, let view = state.chain.outflows.view(category) else {
      return
    }
    let table = tables.provisions
    let all = view.range(u)
    var (low, high) = (all.lowerBound, all.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if precedes(Int(view.provisions[middle]), span, table) { low = middle + 1 } else { high = middle }
    }
    let first = passed.farthest(before: low - all.lowerBound)
    guard first != noIndex, span.lowerBound <= table.rangeEnd(Int(first)) else { return }
    found.add(
      .rangeProvidedTwice, .candidate, cause: table.recipients[Int(first)] == v ? .sameRecipient : nil,
      numbers: candidate.numbers, other: first)
  }

  /// Whether a provision stands before the candidate; count-only ones stand last.
  private func precedes(_ p: Int, _ span: ClosedRange<UInt64>, _ table: ProvisionTable) -> Bool {
    guard table.isRanged(p) else { return false }
    if table.rangeStarts[p] != span.lowerBound { return table.rangeStarts[p] < span.lowerBound }
    let end = table.rangeEnd(p)
    if end != span.upperBound { return end < span.upperBound }
    return table.ids.unredacted[p].utf8.lexicographicallyPrecedes(ProvisionCandidate.id.utf8)
  }

  /// A circle is new, or has more members, unless both ends are on it already.
  private func findCircle(_ found: inout ReasonList) {
    let ways = screening.ways
    guard found.wants(.circularProvision), ways.leads(from: v, to: u, in: category),
      !screening.isWhollyOwn(candidate), !ways.leads(from: u, to: v, in: category)
    else { return }
    // A finding names the first hundred.
    found.add(
      .circularProvision, .circle, members: { Array(ways.between(v, u, in: category).prefix(100)) })
  }

  /// Rules 28 and 30: who the two are.
  func findIdentities(_ found: inout ReasonList) {
    let roles = tables.operators.roles
    for (x, subject) in endsInOrder {
      let flowed = state.outflow[Int(x)] | state.inflow[Int(x)] != 0
      switch roles[Int(x)] {
      case .agent where !flowed: found.add(.outOfRole, subject, cause: .agent)
      case .user where x == u && !provides.any: found.add(.outOfRole, subject, cause: .userSupplies)
      default: break
      }
    }
    if !receives.any, !screening.standings.isBarred(v),
      screening.standings.hasBarredMember(state.chain.parties.groupOf[Int(v)])
    {
      found.add(.relatedToBarred, .recipient)
    }
  }
}
