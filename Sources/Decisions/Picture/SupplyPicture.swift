import Audit
import Numbering
import SupplyChain

/// The supply chain of a day pair by pair: operators, and what passes between each two of them in a category.
///
/// What is drawn and exported by `banken graph`. Self-provisions are no part of it: numbers do not change hands.
public struct SupplyPicture: Sendable {
  /// Which part of the ledger is shown.
  public struct Scope: Sendable, Equatable {
    /// How many steps are gone from the operator in the middle when nothing else is asked for.
    public static let defaultDepth = 2

    /// The only category shown; nil for all.
    public var category: Category?
    /// The operator in the middle; nil for the whole ledger.
    public var around: OperatorIndex?
    /// How many steps up to suppliers, and how many down to recipients; means nothing without an operator in the middle.
    public var depth: Int

    /// A part of the ledger, by default all of it.
    public init(category: Category? = nil, around: OperatorIndex? = nil, depth: Int = defaultDepth) {
      self.category = category
      self.around = around
      self.depth = depth
    }

    /// The categories shown.
    var categories: CategorySet { category.map { CategorySet($0) } ?? .all }
  }

  /// An operator of the picture.
  public struct Node: Sendable, Equatable {
    /// Who it is.
    public let operatorIndex: OperatorIndex
    /// 0 for a holder in a category shown, else the greatest tier of what it receives in them; nil where none has one.
    ///
    /// All provisions in force count, also from suppliers that are not shown.
    public let tier: Int?
    /// The categories of its edges.
    public internal(set) var categories: CategorySet = []
  }

  /// What was found about a node or an edge by one rule with one severity; waived findings apart.
  public struct Mark: Sendable, Equatable {
    /// The rule.
    public let rule: RuleID
    /// After policy and cause.
    public let severity: Severity
    /// How many findings.
    public let count: Int
  }

  /// The audit of the day it shows.
  public let audit: DayAudit
  /// Which part is shown.
  public let scope: Scope
  /// In file order: the ends of active provisions in scope, and the operator in the middle in any case.
  public let nodes: [Node]
  /// By supplier, then category, then recipient.
  public let edges: [Edge]
  /// Findings that mark something shown, each counted once, by `Severity.rawValue`; waived ones apart.
  public let findings: [Int]

  /// Marks of nodes, then of edges; those of item *i* end at `markEnds[i]`.
  private let marks: [Mark]
  private let markEnds: [UInt32]
  /// Why each person is or is not approved and certified.
  private let standings: Standings

  /// The day it shows.
  public var day: Day { audit.state.day }

  /// Which optional columns of provisions the dataset has: the counts of the others mean nothing.
  public var columns: ProvisionColumns { audit.state.chain.tables.provisions.columns }

  /// Draws up the picture of an audited day.
  ///
  /// - Complexity: O(*n* + *p*) in operators and provisions, and O(*e* log *e*) in edges and in findings shown.
  public init(_ audit: DayAudit, scope: Scope = Scope()) {
    self.audit = audit
    self.scope = scope
    let state = audit.state
    let chosen = PictureChoice(state, scope)
    let drawing = PictureEdges(state, chosen, scope.categories)
    nodes = drawing.nodes
    edges = drawing.edges
    let found = PictureMarks(audit, scope.categories, drawing, places: chosen.places)
    (marks, markEnds, findings) = (found.marks, found.ends, found.bySeverity)
    standings = Standings(state, approvals: true, certifications: true)
  }

  /// What was found about an operator itself, the gravest first.
  public func marks(ofNode place: Int) -> ArraySlice<Mark> { marks(place) }

  /// What was found about the provisions of an edge, the gravest first.
  public func marks(ofEdge place: Int) -> ArraySlice<Mark> { marks(nodes.count + place) }

  private func marks(_ item: Int) -> ArraySlice<Mark> {
    marks[(item == 0 ? 0 : Int(markEnds[item - 1]))..<Int(markEnds[item])]
  }

  /// Why the person of a node is or is not approved in a category.
  public func approval(of node: Node, in category: Category) -> ApprovalStanding {
    standings.approval(of: node.operatorIndex, in: category)
  }

  /// Why the person of a node is or is not certified.
  public func certification(of node: Node) -> CertificationStanding {
    standings.certification(of: node.operatorIndex)
  }

  /// Whether a node has a designation of its own in a category shown.
  public func isHolder(_ node: Node) -> Bool {
    audit.state.holder[Int(node.operatorIndex)] & scope.categories.rawValue != 0
  }

  /// Active provisions shown, self-provisions apart.
  public var provisions: Int { edges.reduce(0) { $0 + $1.provisions } }

  /// Telephone numbers of the provisions shown, added up provision by provision.
  public var numbers: UInt64 { edges.reduce(0) { $0 + $1.numbers } }
}
