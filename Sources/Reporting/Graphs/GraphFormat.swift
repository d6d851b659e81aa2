import Decisions

/// How a supply graph is written.
public enum GraphFormat: String, Sendable, CaseIterable {
  /// A drawing in layers by tier, for people.
  case svg
  /// The language of Graphviz.
  case dot
  /// A flowchart of Mermaid, for pages in Markdown.
  case mermaid
  /// GraphML with typed keys, for Gephi, yEd and networkx.
  case graphml
  /// Two files with the headers of neo4j-admin import.
  case neo4jCSV = "neo4j-csv"

  /// Whether it is a picture for people, which has a limit to what can be read.
  public var isDrawing: Bool { self == .svg || self == .mermaid }

  /// The files it is made of.
  public var files: [GraphFile] {
    switch self {
    case .svg: [.svg]
    case .dot: [.dot]
    case .mermaid: [.mermaid]
    case .graphml: [.graphml]
    case .neo4jCSV: [.nodes, .relationships]
    }
  }
}

/// One file of a supply graph.
public enum GraphFile: Sendable, CaseIterable {
  case svg, dot, mermaid, graphml
  /// Operators for neo4j-admin import.
  case nodes
  /// Provisions pair by pair for neo4j-admin import.
  case relationships

  /// The name of the file where a format has several.
  public var name: String {
    switch self {
    case .svg: "graph.svg"
    case .dot: "graph.dot"
    case .mermaid: "graph.mmd"
    case .graphml: "graph.graphml"
    case .nodes: "nodes.csv"
    case .relationships: "relationships.csv"
    }
  }
}

/// How much a drawing may hold and still be read.
public enum DrawingLimit {
  /// Operators.
  public static let nodes = 150
  /// Lines between them.
  public static let edges = 400
}

extension SupplyPicture {
  /// Whether it is small enough to be drawn: at most 150 operators and 400 lines.
  public var isDrawable: Bool { nodes.count <= DrawingLimit.nodes && edges.count <= DrawingLimit.edges }
}
