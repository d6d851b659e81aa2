import Audit
import Bytes
import Decisions

/// A supply graph in the language of Graphviz, from holders on the left to the last resellers.
struct DotGraph {
  private let picture: SupplyPicture
  private let context: ReportContext
  private let labels: GraphLabels

  init(_ picture: SupplyPicture, _ context: ReportContext) {
    self.picture = picture
    self.context = context
    labels = GraphLabels(picture, context.language)
  }

  /// - Complexity: O(*n*) in nodes, edges and marks.
  func write(to output: any Output) throws(OutputError) {
    let language = context.language
    var buffer = TextBuffer()
    buffer.append("digraph supply {\n  graph [rankdir=LR, labelloc=t, fontname=\"sans-serif\", label=\"")
    var lines = [
      "\(GraphWords.title[language]) \(picture.day)", visible(context.dataset),
      GraphWords.counts(picture)[language], GraphWords.findings(picture)[language],
    ]
    if let note = context.redactionNote { lines.append(note) }
    lines.append(Disclaimer.text[language])
    append(lines, to: &buffer)
    buffer.append("\"];\n  node [shape=box, fontname=\"sans-serif\"];\n")
    buffer.append("  edge [fontname=\"sans-serif\", fontsize=10];\n")
    for (place, node) in picture.nodes.enumerated() {
      append(node, place, to: &buffer)
      try buffer.flush(to: output)
    }
    for (place, edge) in picture.edges.enumerated() {
      append(edge, place, to: &buffer)
      try buffer.flush(to: output)
    }
    buffer.append("}\n")
    try output.write(buffer)
  }

  private func append(_ node: SupplyPicture.Node, _ place: Int, to buffer: inout TextBuffer) {
    buffer.append("  n")
    buffer.append(decimal: UInt64(place))
    buffer.append(" [label=\"")
    let marks = picture.marks(ofNode: place)
    let proofs = [labels.approval(node)?.words, labels.certification(node)?.words].compactMap(\.self)
    let lines = [
      labels.name(node), [labels.id(node), labels.role(node)].compactMap(\.self).joined(separator: " "),
      proofs.joined(separator: " / "), labels.marks(marks),
    ]
    append(lines.filter { !$0.isEmpty }, to: &buffer)
    buffer.append("\"")
    if picture.isHolder(node) { buffer.append(", peripheries=2") }
    if labels.isUser(node) { buffer.append(", shape=ellipse") }
    if labels.isAgent(node) { buffer.append(", style=dashed") }
    append(MarkTally(marks).worst, to: &buffer)
    buffer.append("];\n")
  }

  private func append(_ edge: SupplyPicture.Edge, _ place: Int, to buffer: inout TextBuffer) {
    buffer.append("  n")
    buffer.append(decimal: UInt64(edge.supplier))
    buffer.append(" -> n")
    buffer.append(decimal: UInt64(edge.recipient))
    buffer.append(" [label=\"")
    let marks = picture.marks(ofEdge: place)
    append([labels.numbers(edge), labels.marks(marks)].filter { !$0.isEmpty }, to: &buffer)
    buffer.append("\"")
    if edge.underTerms > 0 { buffer.append(", style=dashed") }
    append(MarkTally(marks).worst, to: &buffer)
    buffer.append("];\n")
  }

  private func append(_ worst: Severity?, to buffer: inout TextBuffer) {
    switch worst {
    case .violation: buffer.append(", color=\"#c5221f\", fontcolor=\"#c5221f\", penwidth=2.5")
    case .warning: buffer.append(", color=\"#9a5b00\", fontcolor=\"#9a5b00\", penwidth=2")
    case .notice: buffer.append(", color=\"#1967d2\", fontcolor=\"#1967d2\", penwidth=1.5")
    case nil: break
    }
  }

  /// Lines of text inside quotation marks: what means something to Graphviz is escaped.
  private func append(_ lines: [String], to buffer: inout TextBuffer) {
    for (place, line) in lines.enumerated() {
      if place > 0 { buffer.append("\\n") }
      for byte in line.utf8 {
        switch byte {
        case 0x22: buffer.append("\\\"")
        case 0x5C: buffer.append("\\\\")
        // Graphviz takes references of HTML in any text.
        case 0x26: buffer.append("&amp;")
        default: buffer.append(byte: byte)
        }
      }
    }
  }
}
