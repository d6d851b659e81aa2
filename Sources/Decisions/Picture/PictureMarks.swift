import Audit
import Bytes
import Numbering
import SupplyChain

/// Where the findings of an audit stand in a picture.
///
/// A finding about a provision marks its edge; one about what passes between two operators marks their edges in the
/// categories it counts; one about an operator marks its node; a circle marks its members and the edges of its cycle.
struct PictureMarks {
  private(set) var marks: [SupplyPicture.Mark] = []
  /// Where the marks of each node, then of each edge, end.
  private(set) var ends: [UInt32] = []
  /// Findings that mark anything, by `Severity.rawValue`.
  private(set) var bySeverity = [0, 0, 0]

  private let audit: DayAudit
  private let categories: CategorySet
  private let drawing: PictureEdges
  private let places: [UInt32]
  /// Item, then how mild, then the rule: one for each finding and item it marks.
  private var keys: [UInt64] = []

  /// - Complexity: O(*m* log *m*) in findings and the items they mark.
  init(_ audit: DayAudit, _ categories: CategorySet, _ drawing: PictureEdges, places: [UInt32]) {
    self.audit = audit
    self.categories = categories
    self.drawing = drawing
    self.places = places
    for outcome in audit.outcomes {
      for finding in outcome.results.findings where !finding.isWaived {
        let before = keys.count
        add(finding, outcome.results)
        if keys.count > before { bySeverity[Int(finding.severity.rawValue)] += 1 }
      }
    }
    keys.sort()
    settle()
  }

  private mutating func add(_ finding: Finding, _ results: RuleFindings) {
    switch finding.rule.keyKind {
    case .provision:
      mark(provision: finding.subject, finding)
    case .operatorInCategory, .operator:
      if let category = finding.category, !categories.has(category) { return }
      mark(operator: finding.subject, finding)
    case .cap:
      addCap(finding)
    case .capAndParty:
      for x in results.list(finding.extra) { mark(operator: x, finding) }
    case .operatorPair:
      if let category = finding.category, !categories.has(category) { return }
      mark(operator: finding.subject, finding)
      mark(operator: finding.second, finding)
    case .circle:
      if let category = finding.category, !categories.has(category) { return }
      for x in results.list(finding.extra) { mark(operator: x, finding) }
      for p in results.list(finding.extra + 1) { mark(provision: p, finding) }
    case .identity:
      for x in results.list(finding.extra) { mark(operator: x, finding) }
    case .waiver: break
    }
  }

  /// A cap on a pair marks the edges it counts; one on all suppliers together marks the recipient.
  private mutating func addCap(_ finding: Finding) {
    let counted = audit.caps.categories(of: Int(finding.subject)).intersection(categories)
    if counted.isEmpty { return }
    if finding.second == noIndex { return mark(operator: finding.third, finding) }
    let (supplier, recipient) = (places[Int(finding.second)], places[Int(finding.third)])
    if supplier == noIndex || recipient == noIndex { return }
    for category in Category.allCases where counted.has(category) {
      if let edge = drawing.edge(from: supplier, to: recipient, in: category) {
        keys.append(Self.key(drawing.nodes.count + edge, finding))
      }
    }
  }

  private mutating func mark(operator x: OperatorIndex, _ finding: Finding) {
    let place = places[Int(x)]
    if place != noIndex { keys.append(Self.key(Int(place), finding)) }
  }

  /// Marks the edge of a provision; a self-provision has none, so it marks the operator.
  private mutating func mark(provision p: ProvisionIndex, _ finding: Finding) {
    let chain = audit.state.chain
    let category = chain.tables.provisions.categories[Int(p)]
    if !categories.has(category) { return }
    let ends = chain.ends(of: p)
    if ends.supplier == ends.recipient { return mark(operator: ends.supplier, finding) }
    let (supplier, recipient) = (places[Int(ends.supplier)], places[Int(ends.recipient)])
    if supplier == noIndex || recipient == noIndex { return }
    if let edge = drawing.edge(from: supplier, to: recipient, in: category) {
      keys.append(Self.key(drawing.nodes.count + edge, finding))
    }
  }

  private static func key(_ item: Int, _ finding: Finding) -> UInt64 {
    UInt64(item) << 16 | UInt64(2 - finding.severity.rawValue) << 8 | UInt64(finding.rule.rawValue)
  }

  /// Makes marks of the sorted keys.
  private mutating func settle() {
    let items = drawing.nodes.count + drawing.edges.count
    ends.reserveLarge(items)
    var place = 0
    for item in 0..<items {
      while place < keys.count, keys[place] >> 16 == UInt64(item) {
        let key = keys[place]
        var count = 0
        while place < keys.count, keys[place] == key {
          count += 1
          place += 1
        }
        guard let rule = RuleID(rawValue: UInt8(truncatingIfNeeded: key)),
          let severity = Severity(rawValue: 2 - UInt8(truncatingIfNeeded: key >> 8))
        else { continue }
        marks.append(SupplyPicture.Mark(rule: rule, severity: severity, count: count))
      }
      ends.append(UInt32(marks.count))
    }
    keys = []
  }
}

extension CapBook {
  /// The categories whose numbers a cap counts.
  fileprivate func categories(of cap: Int) -> CategorySet {
    if cap < policyCaps.count { return policyCaps[cap].summedCategories }
    return table.categories[cap - policyCaps.count].map { CategorySet($0) } ?? .all
  }
}
