import Numbering
import SupplyChain

/// A finding over days on which it holds with the same numbers and the same waiver.
package struct FindingPiece: Sendable {
  /// As on the first of these days.
  package var finding: Finding
  /// None of them outside the period.
  package var days: DayInterval
}

/// The findings of one rule over a period, as pieces.
///
/// Pieces of one key follow each other in time; otherwise they stand in any order. `lists` holds what their findings
/// refer to.
package struct FindingPieces: Sendable {
  package private(set) var pieces: [FindingPiece] = []
  /// Lists and values only, no findings.
  package var lists = RuleFindings()

  package init() {}

  /// Adds a piece whose finding refers to `lists`; an empty one is passed over.
  package mutating func add(_ finding: Finding, over days: DayInterval) {
    if !days.isEmpty { pieces.append(FindingPiece(finding: finding, days: days)) }
  }

  /// Adds a piece, or lengthens the one added last under the same key when they touch and differ in no more than what a
  /// piece has of its first day.
  ///
  /// - Parameter last: where that piece stands, -1 for none; afterwards where this one does.
  package mutating func add(_ finding: Finding, over days: DayInterval, after last: inout Int) {
    if days.isEmpty { return }
    if last >= 0, pieces[last].days.end == days.start, pieces[last].finding.amount == finding.amount,
      pieces[last].finding.cause == finding.cause
    {
      pieces[last].days.end = days.end
    } else {
      last = pieces.count
      pieces.append(FindingPiece(finding: finding, days: days))
    }
  }

  /// Ends a piece before a day.
  fileprivate mutating func end(_ piece: UInt32, before day: Int32) {
    pieces[Int(piece)].days.end = day
  }

  /// Adds the pieces of another; neither may refer to lists.
  package mutating func add(_ other: FindingPieces) {
    pieces.append(contentsOf: other.pieces)
  }
}

/// Follows the findings of a rule from one change day to the next.
///
/// A finding that stays as it is costs one comparison; nothing is kept for the days between.
package struct FindingLog: Sendable {
  private let kind: KeyKind
  package private(set) var log = FindingPieces()
  /// What was found last, in order, and the piece of each.
  private var last: [Finding] = []
  private var pieces: [UInt32] = []
  /// Where the lists of the findings being taken in stand in the log.
  private var places: [UInt32: UInt32] = [:]

  package init(_ rule: RuleID) {
    kind = rule.keyKind
  }

  /// Takes in what is found from a day on, sorted, with severities and waivers set.
  ///
  /// - Parameter end: the day after the period.
  /// - Complexity: O(*n*) in findings before and after, and in the lists of new ones.
  package mutating func turn(to results: RuleFindings, on day: Int32, end: Int32) {
    let next = results.findings
    var nextPieces: [UInt32] = []
    nextPieces.reserveCapacity(next.count)
    places.removeAll(keepingCapacity: true)
    var old = 0
    for finding in next {
      while old < last.count, precedes(last[old], finding) {
        log.end(pieces[old], before: day)
        old += 1
      }
      if old < last.count, isSame(last[old], finding) {
        let piece = pieces[old]
        let before = last[old]
        old += 1
        if before.amount == finding.amount && before.waiver == finding.waiver {
          nextPieces.append(piece)
          continue
        }
        log.end(piece, before: day)
      }
      nextPieces.append(UInt32(truncatingIfNeeded: log.pieces.count))
      log.add(moved(finding, from: results), over: DayInterval(start: day, end: end))
    }
    while old < last.count {
      log.end(pieces[old], before: day)
      old += 1
    }
    last = next
    pieces = nextPieces
  }

  /// The finding with its lists copied into the log; a shared list is copied once.
  private mutating func moved(_ finding: Finding, from results: RuleFindings) -> Finding {
    guard finding.extra != noIndex else { return finding }
    if let place = places[finding.extra] { return finding.moved(to: place) }
    let place = log.lists.copy(finding, from: results)
    places[finding.extra] = place
    return finding.moved(to: place)
  }

  private func isSame(_ left: Finding, _ right: Finding) -> Bool {
    FindingKey(left, kind) == FindingKey(right, kind)
  }

  private func precedes(_ left: Finding, _ right: Finding) -> Bool {
    // Numbers of `shared-identity` stand in the order of their texts, and are the same on every day.
    kind != .identity && FindingKey(left, kind) < FindingKey(right, kind)
  }
}

/// What tells the findings of one rule apart, in the order of the contract save for `shared-identity`.
package struct FindingKey: Comparable, Hashable, Sendable {
  private let first: UInt32
  private let second: UInt32
  private let third: UInt32

  package init(_ finding: Finding, _ kind: KeyKind) {
    // No category means all of them, and stands after the single ones.
    let category = finding.category.map { UInt32($0.rawValue) } ?? UInt32(Category.count)
    switch kind {
    case .provision, .operator, .waiver: (first, second, third) = (finding.subject, 0, 0)
    case .operatorInCategory: (first, second, third) = (finding.subject, category, 0)
    case .cap: (first, second, third) = (finding.subject, finding.second, finding.third)
    case .capAndParty: (first, second, third) = (finding.subject, finding.second, 0)
    case .operatorPair:
      first = min(finding.subject, finding.second)
      second = max(finding.subject, finding.second)
      third = category
    case .circle: (first, second, third) = (category, finding.subject, 0)
    case .identity: (first, second, third) = (UInt32(finding.cause?.rawValue ?? 0), finding.subject, 0)
    }
  }

  package static func < (left: FindingKey, right: FindingKey) -> Bool {
    if left.first != right.first { return left.first < right.first }
    if left.second != right.second { return left.second < right.second }
    return left.third < right.third
  }
}

extension RuleFindings {
  /// Copies the list of a finding, with what follows from its kind, and returns its new place.
  mutating func copy(_ finding: Finding, from other: RuleFindings) -> UInt32 {
    switch finding.rule.keyKind {
    case .circle: addCircle(members: other.list(finding.extra), cycle: other.list(finding.extra + 1))
    case .identity: addIdentity(other.values[Int(finding.extra)], operators: other.list(finding.extra))
    default: addList(other.list(finding.extra))
    }
  }
}
