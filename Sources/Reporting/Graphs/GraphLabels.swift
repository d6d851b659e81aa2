import Audit
import Decisions
import Numbering
import SupplyChain

/// What stands beside the nodes and edges of a drawing, safe to show and cut to what can be read.
struct GraphLabels {
  /// How the law or ETOC stands for a node.
  enum Proof {
    case given, lacking, notNeeded
  }

  let picture: SupplyPicture
  let language: Language
  /// How many columns a name or an id may take.
  static let nameColumns = 40

  private var state: DayState { picture.audit.state }
  private var table: OperatorTable { state.chain.tables.operators }

  init(_ picture: SupplyPicture, _ language: Language) {
    self.picture = picture
    self.language = language
  }

  func name(_ node: SupplyPicture.Node, columns: Int = GraphLabels.nameColumns) -> String {
    cut(table.names, node, columns)
  }

  func id(_ node: SupplyPicture.Node, columns: Int = GraphLabels.nameColumns) -> String {
    cut(table.ids, node, columns)
  }

  private func cut(_ column: TextColumn, _ node: SupplyPicture.Node, _ columns: Int) -> String {
    var buffer = TextBuffer()
    buffer.append(column, Int(node.operatorIndex), .cut(columns: columns))
    return buffer.text
  }

  func registration(_ node: SupplyPicture.Node) -> Registration {
    table.registrations[Int(node.operatorIndex)]
  }

  func isUser(_ node: SupplyPicture.Node) -> Bool { state.isUser(node.operatorIndex) }

  func isAgent(_ node: SupplyPicture.Node) -> Bool { table.roles[Int(node.operatorIndex)] == .agent }

  /// The part an operator plays, where it is no plain one; nil for those.
  func role(_ node: SupplyPicture.Node) -> String? {
    if isUser(node) { return Words.user[language] }
    if picture.isHolder(node) { return Words.holder[language] }
    return isAgent(node) ? GraphWords.agent[language] : nil
  }

  /// 1F in the categories of a node; nil where the ledger has no approvals, or the node no edges.
  func approval(_ node: SupplyPicture.Node) -> (proof: Proof, words: String)? {
    if isUser(node) { return (.notNeeded, GraphWords.approvalNotNeeded[language]) }
    if !state.chain.tables.approvals.origin.isPresent || node.categories.isEmpty { return nil }
    var worst = ApprovalStanding.approved
    var isAnyApproved = false
    for category in Category.allCases where node.categories.has(category) {
      let standing = picture.approval(of: node, in: category)
      if standing == .approved { isAnyApproved = true }
      if standing.rawValue > worst.rawValue { worst = standing }
    }
    let words = worst.chip[language]
    if worst == .approved { return (.given, words) }
    return (.lacking, isAnyApproved ? words + GraphWords.inPart[language] : words)
  }

  /// 2F; nil where the ledger has no certifications.
  func certification(_ node: SupplyPicture.Node) -> (proof: Proof, words: String)? {
    if isUser(node) { return (.notNeeded, GraphWords.certificationNotNeeded[language]) }
    if !state.chain.tables.certifications.origin.isPresent { return nil }
    let standing = picture.certification(of: node)
    return (standing == .certified ? .given : .lacking, standing.chip[language])
  }

  /// The numbers of an edge, with its category where the picture has several.
  func numbers(_ edge: SupplyPicture.Edge) -> String {
    let count = grouped(edge.numbers)
    return picture.scope.category == nil ? "\(edge.category.shortTerm[language]) \(count)" : count
  }

  /// Findings by severity: `◆1 ▲2 ●3`; empty for none.
  func marks(_ marks: ArraySlice<SupplyPicture.Mark>) -> String {
    let tally = MarkTally(marks)
    return zip(["◆", "▲", "●"], tally.counts).filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }
      .joined(separator: " ")
  }

  /// The tiers of an edge: `2`, `1–3`, and whether some have none.
  func tiers(_ edge: SupplyPicture.Edge) -> String {
    guard let least = edge.leastTier, let greatest = edge.greatestTier else {
      return Words.unknownTier[language]
    }
    let range = least == greatest ? "\(least)" : "\(least)–\(greatest)"
    if edge.untiered == 0 { return range }
    return language == .ja ? "\(range)、一部不明" : "\(range), some unknown"
  }

  /// The form of contract of an edge.
  func contract(_ edge: SupplyPicture.Edge) -> String {
    let both = GraphWords.bothContracts[language]
    if edge.underTerms == 0 { return ContractForm.wholesale.term[language] }
    return edge.underTerms == edge.provisions ? ContractForm.terms.term[language] : both
  }
}
