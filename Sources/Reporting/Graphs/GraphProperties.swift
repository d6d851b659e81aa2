import Audit
import Decisions
import Numbering
import SupplyChain

/// A property that exports give to nodes or edges.
struct GraphProperty {
  /// What a value is.
  enum Kind {
    case text, list, integer, long, flag
  }

  let name: String
  let kind: Kind

  private init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// Those of a node, in the order of `GraphRows.append(node:)`.
  static let ofNode = [
    GraphProperty("operator_id", .text), GraphProperty("name", .text), GraphProperty("role", .text),
    GraphProperty("user", .flag), GraphProperty("registration", .text), GraphProperty("holder", .flag),
    GraphProperty("tier", .integer), GraphProperty("approved", .list), GraphProperty("not_approved", .list),
    GraphProperty("certification", .text), GraphProperty("violations", .integer),
    GraphProperty("warnings", .integer), GraphProperty("notices", .integer), GraphProperty("rules", .list),
  ]

  /// Those of an edge, in the order of `GraphRows.append(edge:)`.
  static let ofEdge = [
    GraphProperty("category", .text), GraphProperty("provisions", .integer),
    GraphProperty("numbers", .long), GraphProperty("least_tier", .integer),
    GraphProperty("greatest_tier", .integer), GraphProperty("without_tier", .integer),
    GraphProperty("under_terms", .integer), GraphProperty("resale_clause", .text),
    GraphProperty("approval_checked", .integer), GraphProperty("conditions_agreed", .integer),
    GraphProperty("continuity_checked", .integer), GraphProperty("declared", .integer),
    GraphProperty("violations", .integer), GraphProperty("warnings", .integer),
    GraphProperty("notices", .integer), GraphProperty("rules", .list),
  ]
}

/// Takes the properties of a node or an edge, each in its turn.
protocol GraphSink: ~Copyable {
  /// Nothing is known, or it does not apply.
  mutating func none()
  /// Text from the data.
  mutating func text(_ column: TextColumn, _ row: Int)
  /// A word or a list of words of ours.
  mutating func words(_ words: String)
  mutating func number(_ number: UInt64)
  mutating func flag(_ isSo: Bool)
}

/// Gives the properties of a picture to an export.
struct GraphRows {
  let picture: SupplyPicture
  private let hasApprovals: Bool
  private let hasCertifications: Bool

  init(_ picture: SupplyPicture) {
    self.picture = picture
    let tables = picture.audit.state.chain.tables
    hasApprovals = tables.approvals.origin.isPresent
    hasCertifications = tables.certifications.origin.isPresent
  }

  func append<Sink: GraphSink & ~Copyable>(node place: Int, to sink: inout Sink) {
    let node = picture.nodes[place]
    let state = picture.audit.state
    let x = Int(node.operatorIndex)
    let table = state.chain.tables.operators
    let isUser = state.isUser(node.operatorIndex)
    sink.text(table.ids, x)
    sink.text(table.names, x)
    sink.words(table.roles[x].code)
    sink.flag(isUser)
    if let code = table.registrations[x].code { sink.words(code) } else { sink.none() }
    sink.flag(picture.isHolder(node))
    append(node.tier, to: &sink)
    append(node, isUser: isUser, approved: true, to: &sink)
    append(node, isUser: isUser, approved: false, to: &sink)
    if hasCertifications, !isUser {
      sink.words(picture.certification(of: node).code)
    } else {
      sink.none()
    }
    append(picture.marks(ofNode: place), to: &sink)
  }

  func append<Sink: GraphSink & ~Copyable>(edge place: Int, to sink: inout Sink) {
    let edge = picture.edges[place]
    let columns = picture.columns
    sink.words(edge.category.name)
    sink.number(UInt64(edge.provisions))
    sink.number(edge.numbers)
    append(edge.leastTier, to: &sink)
    append(edge.greatestTier, to: &sink)
    sink.number(UInt64(edge.untiered))
    sink.number(UInt64(edge.underTerms))
    if columns.contains(.resaleClause) { sink.words(edge.clause.code) } else { sink.none() }
    append(columns.contains(.approvalCheckedOn) ? edge.approvalChecked : nil, to: &sink)
    append(columns.contains(.conditionsAgreedOn) ? edge.conditionsAgreed : nil, to: &sink)
    append(columns.contains(.continuityCheckedOn) ? edge.continuityChecked : nil, to: &sink)
    append(columns.contains(.declaredOn) ? edge.declared : nil, to: &sink)
    append(picture.marks(ofEdge: place), to: &sink)
  }

  private func append<Sink: GraphSink & ~Copyable>(_ number: Int?, to sink: inout Sink) {
    if let number { sink.number(UInt64(number)) } else { sink.none() }
  }

  /// The categories of a node in which its person is approved, or is not; a user needs none.
  private func append<Sink: GraphSink & ~Copyable>(
    _ node: SupplyPicture.Node, isUser: Bool, approved: Bool, to sink: inout Sink
  ) {
    if !hasApprovals || isUser { return sink.none() }
    var names = ""
    for category in Category.allCases where node.categories.has(category) {
      if (picture.approval(of: node, in: category) == .approved) != approved { continue }
      names += names.isEmpty ? category.name : ";" + category.name
    }
    if names.isEmpty { sink.none() } else { sink.words(names) }
  }

  /// Counts by severity, then the rules with their counts: `approval-missing:2;no-source:1`.
  private func append<Sink: GraphSink & ~Copyable>(
    _ marks: ArraySlice<SupplyPicture.Mark>, to sink: inout Sink
  ) {
    let tally = MarkTally(marks)
    for count in tally.counts { sink.number(UInt64(count)) }
    var names = ""
    for mark in marks { names += "\(names.isEmpty ? "" : ";")\(mark.rule.name):\(mark.count)" }
    if names.isEmpty { sink.none() } else { sink.words(names) }
  }
}

/// Findings by severity, the gravest first.
struct MarkTally {
  private(set) var counts = [0, 0, 0]

  init(_ marks: ArraySlice<SupplyPicture.Mark>) {
    for mark in marks { counts[2 - Int(mark.severity.rawValue)] += mark.count }
  }

  /// The gravest of them; nil for none.
  var worst: Severity? {
    Severity.allCases.reversed().first { counts[2 - Int($0.rawValue)] > 0 }
  }
}

extension ResaleClause {
  /// The code used in data.
  var code: String {
    switch self {
    case .free: "free"
    case .certifiedOnly: "certified-only"
    case .prohibited: "prohibited"
    }
  }

  /// The word for what a contract says of resale.
  var term: Phrase {
    switch self {
    case .free: Phrase(ja: "再卸は自由", en: "resale is free")
    case .certifiedOnly: Phrase(ja: "再卸は認証事業者限定", en: "resale to certified operators only")
    case .prohibited: Phrase(ja: "再卸は禁止", en: "resale is prohibited")
    }
  }
}
