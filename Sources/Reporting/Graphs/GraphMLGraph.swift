import Bytes
import Decisions
import SupplyChain

/// A supply graph as GraphML with typed keys.
struct GraphMLGraph {
  private let picture: SupplyPicture
  private let context: ReportContext

  init(_ picture: SupplyPicture, _ context: ReportContext) {
    self.picture = picture
    self.context = context
  }

  /// - Complexity: O(*n*) in nodes, edges and marks.
  func write(to output: any Output) throws(OutputError) {
    var sink = GraphMLSink()
    appendHead(to: &sink.buffer)
    let graph = GraphRows(picture)
    for place in picture.nodes.indices {
      sink.buffer.append("  <node id=\"n")
      sink.buffer.append(decimal: UInt64(place))
      sink.buffer.append("\">")
      sink.begin("n", GraphProperty.ofNode)
      graph.append(node: place, to: &sink)
      sink.buffer.append("</node>\n")
      try sink.buffer.flush(to: output)
    }
    for (place, edge) in picture.edges.enumerated() {
      sink.buffer.append("  <edge id=\"e")
      sink.buffer.append(decimal: UInt64(place))
      sink.buffer.append("\" source=\"n")
      sink.buffer.append(decimal: UInt64(edge.supplier))
      sink.buffer.append("\" target=\"n")
      sink.buffer.append(decimal: UInt64(edge.recipient))
      sink.buffer.append("\">")
      sink.begin("e", GraphProperty.ofEdge)
      graph.append(edge: place, to: &sink)
      sink.buffer.append("</edge>\n")
      try sink.buffer.flush(to: output)
    }
    sink.buffer.append(" </graph>\n</graphml>\n")
    try output.write(sink.buffer)
  }

  private func appendHead(to buffer: inout TextBuffer) {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    let about = about
    for (name, _) in about { Self.appendKey("g", name, "graph", "string", to: &buffer) }
    for property in GraphProperty.ofNode {
      Self.appendKey("n", property.name, "node", property.graphMLType, to: &buffer)
    }
    for property in GraphProperty.ofEdge {
      Self.appendKey("e", property.name, "edge", property.graphMLType, to: &buffer)
    }
    buffer.append(" <graph id=\"supply\" edgedefault=\"directed\">\n")
    for (name, value) in about {
      buffer.append("  <data key=\"g_\(name)\">")
      buffer.append(markup: value)
      buffer.append("</data>\n")
    }
  }

  /// What the graph as a whole is about.
  private var about: [(String, String)] {
    let scope = picture.scope
    let ids = picture.audit.state.chain.tables.operators.ids
    var all = [("day", picture.day.description), ("dataset", context.dataset)]
    if let category = scope.category { all.append(("category", category.name)) }
    if let x = scope.around {
      all.append(("around", ids[Int(x)]))
      all.append(("depth", String(scope.depth)))
    }
    all.append(("tool", "banken \(context.toolVersion)"))
    if context.redaction == nil { all.append(("policy_sha256", context.policySHA256)) }
    if let note = context.redactionNote { all.append(("redaction", note)) }
    all.append(("disclaimer", Disclaimer.text[context.language]))
    return all
  }

  private static func appendKey(
    _ prefix: String, _ name: String, _ domain: String, _ type: String, to buffer: inout TextBuffer
  ) {
    buffer.append(
      " <key id=\"\(prefix)_\(name)\" for=\"\(domain)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n")
  }
}

extension GraphProperty {
  fileprivate var graphMLType: String {
    switch kind {
    case .text, .list: "string"
    case .integer: "int"
    case .long: "long"
    case .flag: "boolean"
    }
  }
}

/// `data` elements of a node or an edge; what is not known has none.
private struct GraphMLSink: ~Copyable, GraphSink {
  var buffer = TextBuffer()
  private var prefix: StaticString = "n"
  private var properties: [GraphProperty] = []
  private var place = 0

  mutating func begin(_ prefix: StaticString, _ properties: [GraphProperty]) {
    self.prefix = prefix
    self.properties = properties
    place = 0
  }

  mutating func none() { place += 1 }

  mutating func text(_ column: TextColumn, _ row: Int) {
    open()
    buffer.append(markup: column[row])
    close()
  }

  mutating func words(_ words: String) {
    open()
    buffer.append(words)
    close()
  }

  mutating func number(_ number: UInt64) {
    open()
    buffer.append(decimal: number)
    close()
  }

  mutating func flag(_ isSo: Bool) {
    open()
    buffer.append(isSo ? "true" : "false")
    close()
  }

  private mutating func open() {
    buffer.append("<data key=\"")
    buffer.append(prefix)
    buffer.append("_")
    buffer.append(properties[place].name)
    buffer.append("\">")
    place += 1
  }

  private mutating func close() { buffer.append("</data>") }
}
