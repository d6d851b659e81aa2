import Audit
import Numbering
import SupplyChain

/// The provisions between two operators that begin or end within some days, by day and end.
struct ProvisionTurns {
  private struct Turn: Comparable {
    let day: Int32
    let end: OperatorIndex
    let provision: ProvisionIndex

    static func < (left: Turn, right: Turn) -> Bool {
      (left.day, left.end, left.provision) < (right.day, right.end, right.provision)
    }
  }

  /// How many provisions that turn on one day are looked at for one change; with more none is named.
  private static let most = 100

  private let table: ProvisionTable
  private var turns: [Turn] = []

  /// - Complexity: O(provisions + *k* log *k*), *k* of them beginning or ending on those days.
  init(_ table: ProvisionTable, over days: DayInterval) {
    self.table = table
    for p in 0..<table.count
    where table.suppliers[p] != table.recipients[p] && table.starts[p] < table.ends[p] {
      for day in [table.starts[p], table.ends[p]] where days.contains(day) {
        for end in [table.suppliers[p], table.recipients[p]] {
          turns.append(Turn(day: day, end: end, provision: UInt32(p)))
        }
      }
    }
    turns.sort()
  }

  /// The only fitting provision with one of those ends that begins or ends on a day; nil for none and for several.
  ///
  /// - Parameter fits: given a provision and whether it begins.
  /// - Complexity: O(log *n*) for each end, and at most a hundred provisions looked at.
  func only(
    of ends: [OperatorIndex], on day: Int32, where fits: (_ p: Int, _ begins: Bool) -> Bool
  ) -> ProvisionIndex? {
    var found: ProvisionIndex?
    var looked = 0
    for x in ends {
      var place = firstPlace(of: x, on: day)
      while place < turns.count, turns[place].day == day, turns[place].end == x {
        let p = turns[place].provision
        place += 1
        looked += 1
        if looked > Self.most { return nil }
        guard p != found, fits(Int(p), table.starts[Int(p)] == day) else { continue }
        if found != nil { return nil }
        found = p
      }
    }
    return found
  }

  private func firstPlace(of x: OperatorIndex, on day: Int32) -> Int {
    let wanted = Turn(day: day, end: x, provision: 0)
    var (low, high) = (0, turns.count)
    while low < high {
      let middle = low + (high - low) / 2
      if turns[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension HorizonCauses {
  /// The one provision besides that of the finding whose beginning or end can stand behind a change, by what its rule
  /// looks at; nil when there is none or more than one.
  func neighbour(_ change: Turning, _ refers: FindingReferences) -> ProvisionIndex? {
    let tables = chain.tables
    let (u, v) = (tables.provisions.suppliers, tables.provisions.recipients)
    let categories = tables.provisions.categories
    let (day, starts) = (change.day, change.starts)
    switch change.rule {
    case .uncertifiedSupplier, .supplierApprovalMissing:
      guard let x = refers.operatorIndex else { return nil }
      return turns.only(of: [x], on: day) { p, begins in
        u[p] == x && begins == starts && categories[p] == refers.category ?? categories[p]
      }
    case .resaleBeyondDesignation:
      guard let x = refers.operatorIndex else { return nil }
      return turns.only(of: [x], on: day) { p, begins in
        begins == starts && categories[p] == refers.category ?? categories[p]
      }
    case .overProvision, .noSource:
      guard let x = refers.operatorIndex else { return nil }
      return turns.only(of: [x], on: day) { p, begins in
        (u[p] == x) == (begins == starts) && categories[p] == refers.category ?? categories[p]
      }
    case .registrationMissing, .outOfRole:
      guard let x = refers.operatorIndex else { return nil }
      let isUser = tables.operators.roles[Int(x)] == .user
      return turns.only(of: [x], on: day) { p, begins in begins == starts && (u[p] == x || !isUser) }
    case .relatedToBarred:
      guard let x = refers.operatorIndex else { return nil }
      return turns.only(of: [x], on: day) { p, begins in v[p] == x && begins == starts }
    case .capExceeded:
      guard let x = refers.recipient, let summed = summedCategories(refers.cap) else { return nil }
      return turns.only(of: [x], on: day) { p, begins in
        v[p] == x && u[p] == refers.supplier ?? u[p] && begins == starts && summed.has(categories[p])
      }
    case .capExceededInTotal:
      guard let party = refers.party, let summed = summedCategories(refers.cap) else { return nil }
      let parties = chain.parties.groupOf
      return turns.only(of: Array((refers.operators ?? []).prefix(100)), on: day) { p, begins in
        parties[Int(v[p])] == party && parties[Int(u[p])] != party && begins == starts
          && summed.has(categories[p])
      }
    case .circularProvision:
      let members = Set((refers.operators ?? []).prefix(100))
      return turns.only(of: members.sorted(), on: day) { p, begins in
        members.contains(u[p]) && members.contains(v[p]) && begins == starts
          && categories[p] == refers.category ?? categories[p]
      }
    case .undeclaredResale:
      guard let x = refers.recipient else { return nil }
      return turns.only(of: [x], on: day) { p, begins in
        u[p] == x && begins == starts && categories[p] == refers.category ?? categories[p]
      }
    case .approvalMissing, .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed,
      .uncertifiedRecipient, .providedAfterRevocation:
      // A user that passes numbers on is none.
      guard let x = refers.recipient, tables.operators.roles[Int(x)] == .user else { return nil }
      return turns.only(of: [x], on: day) { p, begins in u[p] == x && begins == starts }
    case .rangeProvidedTwice:
      guard let p = refers.other else { return nil }
      let column = starts ? tables.provisions.starts : tables.provisions.ends
      return column[Int(p)] == day ? p : nil
    default: return nil
    }
  }

  /// The one inflow of the supplier of a provision that begins or ends, where no chain shows what has changed.
  func nearby(_ change: Turning) -> HorizonEvent? {
    guard change.rule.hasRoutes, change.rule.events.contains(.provisions) else { return nil }
    switch change.rule {
    case .secondTierResale, .resaleAgainstClause, .rangeNotHeld, .uncertifiedUpstream: break
    default: return nil
    }
    let table = chain.tables.provisions
    let results = audit.outcomes[Int(change.rule.rawValue)].findings.results
    let subject = Int(results.findings[change.finding].subject)
    let (x, category) = (table.suppliers[subject], table.categories[subject])
    return turns.only(of: [x], on: change.day) { p, begins in
      table.recipients[p] == x && table.categories[p] == category
        && (change.rule != .rangeNotHeld || begins != change.starts)
    }.flatMap { standing.provision($0, on: change.day) }
  }

  private func summedCategories(_ cap: Int?) -> CategorySet? {
    guard let cap else { return nil }
    if let row = audit.merged.caps.row(of: cap) {
      return chain.tables.caps.categories[row].map { CategorySet($0) } ?? .all
    }
    return audit.merged.caps.policyCaps[cap].summedCategories
  }
}
