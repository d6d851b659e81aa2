import Bytes
import Decisions
import SupplyChain

/// Two files with the headers of neo4j-admin import: UTF-8 with a byte-order mark, CRLF, formula beginnings harmless.
///
/// Nodes are numbered, so that ids made harmless can never be taken for one another.
struct Neo4jGraph {
  let picture: SupplyPicture

  /// - Complexity: O(*n*) in nodes and their marks.
  func writeNodes(to output: any Output) throws(OutputError) {
    var sink = CSVSink([":ID"] + GraphProperty.ofNode.map(Self.header) + [":LABEL"])
    let graph = GraphRows(picture)
    let roles = picture.audit.state.chain.tables.operators.roles
    for (place, node) in picture.nodes.enumerated() {
      sink.number(UInt64(place))
      graph.append(node: place, to: &sink)
      var labels = "Operator"
      if picture.isHolder(node) { labels += ";Holder" }
      if roles[Int(node.operatorIndex)] == .agent { labels += ";Agent" }
      if picture.audit.state.isUser(node.operatorIndex) { labels += ";User" }
      sink.words(labels)
      try sink.endRow(to: output)
    }
    try output.write(sink.rows.buffer)
  }

  /// - Complexity: O(*n*) in edges and their marks.
  func writeRelationships(to output: any Output) throws(OutputError) {
    var sink = CSVSink(
      [":START_ID", ":END_ID"] + GraphProperty.ofEdge.map(Self.header) + [":TYPE"])
    let graph = GraphRows(picture)
    for (place, edge) in picture.edges.enumerated() {
      sink.number(UInt64(edge.supplier))
      sink.number(UInt64(edge.recipient))
      graph.append(edge: place, to: &sink)
      sink.words("PROVIDES")
      try sink.endRow(to: output)
    }
    try output.write(sink.rows.buffer)
  }

  private static func header(_ property: GraphProperty) -> String {
    switch property.kind {
    case .text: property.name
    case .list: "\(property.name):string[]"
    case .integer: "\(property.name):int"
    case .long: "\(property.name):long"
    case .flag: "\(property.name):boolean"
    }
  }
}

/// Cells of a row.
private struct CSVSink: ~Copyable, GraphSink {
  private(set) var rows: CSVRows

  init(_ columns: [String]) {
    rows = CSVRows(columns)
  }

  mutating func none() { rows.skip() }
  mutating func text(_ column: TextColumn, _ row: Int) { rows.add(column, UInt32(row)) }
  mutating func words(_ words: String) { rows.add(words) }
  mutating func number(_ number: UInt64) { rows.add(Optional(number)) }
  mutating func flag(_ isSo: Bool) { rows.add(isSo ? "true" : "false") }

  mutating func endRow(to output: any Output) throws(OutputError) {
    rows.endRow()
    if rows.buffer.count > 1 << 16 {
      try output.write(rows.buffer)
      rows.removeAll()
    }
  }
}
