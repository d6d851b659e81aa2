import Audit
import Numbering
import SupplyChain
import Synchronization

/// A cap that a candidate has to keep within, and what counts towards it already (提供数の上限).
public struct CapHeadroom: Sendable, Equatable {
  /// Whose numbers a cap sums.
  public enum Scope: UInt8, Sendable {
    /// From the supplier to the recipient.
    case pair
    /// From all suppliers to the recipient.
    case recipient
    /// From all outside the recipient's party to its operators, where it has two sources or would have.
    case party

    /// The name in JSON.
    public var name: String {
      switch self {
      case .pair: "pair"
      case .recipient: "recipient"
      case .party: "party"
      }
    }
  }

  /// As `CapBook` numbers it.
  public let cap: Int
  /// Whose numbers it sums.
  public let scope: Scope
  /// The most there may be.
  public let maximum: UInt64
  /// How many there are without the candidate.
  public let numbers: UInt64
  /// How many of the candidate's numbers would come on top.
  package let added: UInt64
  /// Whether `check` reports it without the candidate.
  package let isExceeded: Bool

  /// How many more there may be.
  public var headroom: UInt64 { maximum > numbers ? maximum - numbers : 0 }

  /// Whether the candidate makes it exceeded, or more so.
  package var isReason: Bool { numbers + added > maximum && (!isExceeded || added > 0) }
}

/// The caps of a policy and a ledger on a day, for asking which apply to a candidate.
///
/// Values may be used from any thread.
final class CapBoard: Sendable {
  private let state: DayState
  private let book: CapBook
  /// By policy cap, whom it limits; nil when it is not in effect.
  private let limits: [CapLimit?]
  /// Rows of the caps table in force on the day, by recipient.
  private let rowsOf: [OperatorIndex: [Int]]
  /// By policy cap and party, what large parties draw from outside, as far as it was asked.
  private let known = Mutex<[UInt64: PartyDraw]>([:])
  private let fewRows: Int

  /// - Parameter fewRows: what parties of so many operators and pairs draw is worked out each time.
  /// - Complexity: O(*n*) in caps.
  init(_ book: CapBook, _ state: DayState, fewRows: Int) {
    self.state = state
    self.book = book
    self.fewRows = fewRows
    limits = book.policyCaps.indices.map { book.limit(by: $0, in: state) }
    let (table, day) = (book.table, state.day.ordinal)
    var rowsOf: [OperatorIndex: [Int]] = [:]
    for row in 0..<table.count where table.starts[row] <= day && day < table.ends[row] {
      rowsOf[table.recipients[row], default: []].append(row)
    }
    self.rowsOf = rowsOf
  }

  /// Every cap that applies to a candidate on the day, in the order of the caps, those of the party last.
  ///
  /// - Complexity: O(provisions of the pair), for a cap on all suppliers O(inflows of the recipient).
  func headrooms(of candidate: ProvisionCandidate) -> [CapHeadroom] {
    if candidate.isSelfProvision { return [] }
    let (v, category) = (candidate.recipient, candidate.category)
    var found: [CapHeadroom] = []
    for (index, cap) in book.policyCaps.enumerated() where cap.summedCategories.has(category) {
      guard let limit = limits[index], limit.limits(v) else { continue }
      found.append(pair(candidate, index, cap.maximum, cap.summedCategories))
    }
    for row in rowsOf[v] ?? [] {
      let table = book.table
      let categories = table.categories[row].map { CategorySet($0) } ?? .all
      guard categories.has(category) else { continue }
      let cap = book.policyCaps.count + row
      if table.suppliers[row] == noIndex {
        found.append(received(candidate, cap, table.maximums[row], categories))
      } else if table.suppliers[row] == candidate.supplier {
        found.append(pair(candidate, cap, table.maximums[row], categories))
      }
    }
    let parties = state.chain.parties
    let party = parties.groupOf[Int(v)]
    guard parties.groupOf[Int(candidate.supplier)] != party else { return found }
    for (index, cap) in book.policyCaps.enumerated() where cap.summedCategories.has(category) {
      guard let limit = limits[index], limit.limits(v) else { continue }
      if let total = total(candidate, index, cap) { found.append(total) }
    }
    return found
  }

  private func pair(
    _ candidate: ProvisionCandidate, _ cap: Int, _ maximum: UInt64, _ categories: CategorySet
  ) -> CapHeadroom {
    let flow = pairFlow(candidate, categories)
    return CapHeadroom(
      cap: cap, scope: .pair, maximum: maximum, numbers: flow.numbers, added: flow.added,
      isExceeded: flow.numbers > maximum)
  }

  /// What passes from the supplier to the recipient in some categories, and what the candidate adds.
  private func pairFlow(
    _ candidate: ProvisionCandidate, _ categories: CategorySet
  ) -> (numbers: UInt64, added: UInt64, provisions: Int) {
    var (numbers, added, provisions): (UInt64, UInt64, Int) = (0, candidate.numbers, 0)
    for category in Category.allCases where categories.has(category) {
      let isOwn = category == candidate.category
      let rows = state.chain.provisions(from: candidate.supplier, to: candidate.recipient, in: category)
      let flow = PairFlow(
        rows, state.chain.tables.provisions, on: state.day.ordinal, span: isOwn ? candidate.span : nil)
      numbers += flow.numbers
      provisions += flow.provisions
      if isOwn { added -= flow.overlap }
    }
    return (numbers, added, provisions)
  }

  private func received(
    _ candidate: ProvisionCandidate, _ cap: Int, _ maximum: UInt64, _ categories: CategorySet
  ) -> CapHeadroom {
    var (numbers, added): (UInt64, UInt64) = (0, candidate.numbers)
    for category in Category.allCases where categories.has(category) {
      guard let view = state.chain.inflows.view(category) else { continue }
      let isOwn = category == candidate.category
      let flow = PairFlow(
        view.provisions[view.range(candidate.recipient)], state.chain.tables.provisions,
        on: state.day.ordinal,
        span: isOwn ? candidate.span : nil)
      numbers += flow.numbers
      if isOwn { added -= flow.overlap }
    }
    return CapHeadroom(
      cap: cap, scope: .recipient, maximum: maximum, numbers: numbers, added: added,
      isExceeded: numbers > maximum)
  }

  /// The cap on the recipient's party; nil as long as the party has but one source, the candidate included.
  private func total(_ candidate: ProvisionCandidate, _ index: Int, _ cap: Policy.Cap) -> CapHeadroom? {
    let draw = draw(of: state.chain.parties.groupOf[Int(candidate.recipient)], index, cap)
    let flow = pairFlow(candidate, cap.summedCategories)
    guard draw.pairs + (flow.provisions == 0 ? 1 : 0) >= 2 else { return nil }
    return CapHeadroom(
      cap: index, scope: .party, maximum: cap.maximum, numbers: draw.numbers, added: flow.added,
      isExceeded: draw.pairs >= 2 && draw.numbers > cap.maximum)
  }

  private func draw(of party: PartyIndex, _ index: Int, _ cap: Policy.Cap) -> PartyDraw {
    let key = UInt64(index) << 32 | UInt64(party)
    let parties = state.chain.parties
    if let draw = known.withLock({ $0[key] }) { return draw }
    var draw = PartyDraw()
    let pairs = inbound(party, index, cap)
    for place in pairs.recipients.indices { draw.add(pairs, place, party, parties) }
    if parties.members(of: party).count > fewRows || pairs.suppliers.count > fewRows {
      let found = draw
      known.withLock { $0[key] = found }
    }
    return draw
  }

  private func inbound(_ party: PartyIndex, _ index: Int, _ cap: Policy.Cap) -> InboundPairs {
    let members = state.chain.parties.members(of: party).filter { limits[index]?.limits($0) ?? false }
    return InboundPairs(to: members, in: cap.summedCategories, state, threads: 1)
  }

  /// The operators of the recipient's party that a policy cap limits and that draw numbers from outside, the recipient
  /// among them; in file order.
  ///
  /// - Complexity: O(inflows of the party).
  func drawing(_ candidate: ProvisionCandidate, _ index: Int) -> [OperatorIndex] {
    let parties = state.chain.parties
    let party = parties.groupOf[Int(candidate.recipient)]
    let pairs = inbound(party, index, book.policyCaps[index])
    return pairs.recipients.enumerated().compactMap { place, v in
      let suppliers = pairs.suppliers[pairs.offsets[place]..<pairs.offsets[place + 1]]
      let draws = suppliers.contains { parties.groupOf[Int($0)] != party }
      return draws || v == candidate.recipient ? v : nil
    }
  }
}

/// What a party draws from outside it.
private struct PartyDraw: Sendable {
  var numbers: UInt64 = 0
  /// How many pairs of a source and an operator of the party.
  var pairs = 0

  mutating func add(_ inbound: InboundPairs, _ place: Int, _ party: PartyIndex, _ parties: Grouping) {
    for pair in inbound.offsets[place]..<inbound.offsets[place + 1]
    where parties.groupOf[Int(inbound.suppliers[pair])] != party {
      numbers += inbound.numbers[pair]
      pairs += 1
    }
  }
}
