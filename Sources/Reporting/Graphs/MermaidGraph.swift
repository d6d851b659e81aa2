import Audit
import Bytes
import Decisions

/// A supply graph as a flowchart of Mermaid, for pages in Markdown.
struct MermaidGraph {
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
    buffer.append("flowchart LR\n  accTitle: ")
    buffer.append("\(GraphWords.title[language]) \(picture.day)")
    buffer.append("\n  accDescr: ")
    if let note = context.redactionNote { buffer.append(note + (language == .ja ? "。" : ". ")) }
    buffer.append(Disclaimer.text[language])
    buffer.append("\n")
    var byWorst: [[Int]] = [[], [], []]
    for (place, node) in picture.nodes.enumerated() {
      let worst = append(node, place, to: &buffer)
      if let worst { byWorst[2 - Int(worst.rawValue)].append(place) }
    }
    for (place, edge) in picture.edges.enumerated() { append(edge, place, to: &buffer) }
    // Thick, dashed and coloured borders: not by colour alone.
    buffer.append("  classDef violation stroke:#c5221f,stroke-width:4px\n")
    buffer.append("  classDef warning stroke:#9a5b00,stroke-width:3px\n")
    buffer.append("  classDef notice stroke:#1967d2,stroke-width:2px,stroke-dasharray:4\n")
    for (severity, places) in zip(Severity.allCases.reversed(), byWorst) where !places.isEmpty {
      buffer.append("  class \(places.map { "n\($0)" }.joined(separator: ",")) \(severity.name)\n")
    }
    try output.write(buffer)
  }

  /// Appends a node and returns the gravest of what was found about it.
  private func append(
    _ node: SupplyPicture.Node, _ place: Int, to buffer: inout TextBuffer
  ) -> Severity? {
    let marks = picture.marks(ofNode: place)
    let (open, close): (StaticString, StaticString) =
      labels.isUser(node) ? ("([\"", "\"])") : picture.isHolder(node) ? ("[[\"", "\"]]") : ("[\"", "\"]")
    buffer.append("  n")
    buffer.append(decimal: UInt64(place))
    buffer.append(open)
    let proofs = [labels.approval(node)?.words, labels.certification(node)?.words].compactMap(\.self)
    let lines = [
      labels.name(node), [labels.id(node), labels.role(node)].compactMap(\.self).joined(separator: " "),
      proofs.joined(separator: " / "), labels.marks(marks),
    ]
    append(lines, to: &buffer)
    buffer.append(close)
    buffer.append("\n")
    return MarkTally(marks).worst
  }

  private func append(_ edge: SupplyPicture.Edge, _ place: Int, to buffer: inout TextBuffer) {
    let marks = picture.marks(ofEdge: place)
    buffer.append("  n")
    buffer.append(decimal: UInt64(edge.supplier))
    let isGrave = MarkTally(marks).worst == .violation
    buffer.append(isGrave ? " ==>|\"" : edge.underTerms > 0 ? " -.->|\"" : " -->|\"")
    append([labels.numbers(edge), labels.marks(marks)], to: &buffer)
    buffer.append("\"| n")
    buffer.append(decimal: UInt64(edge.recipient))
    buffer.append("\n")
  }

  private func append(_ lines: [String], to buffer: inout TextBuffer) {
    for (place, line) in lines.filter({ !$0.isEmpty }).enumerated() {
      if place > 0 { buffer.append("<br/>") }
      append(escaped: line, to: &buffer)
    }
  }

  /// Every ASCII character but letters, digits, blanks, commas and slashes becomes an entity of Mermaid's own, such as `#34;`.
  private func append(escaped text: String, to buffer: inout TextBuffer) {
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x2C, 0x2F, 0x80...: buffer.append(byte: byte)
      default:
        buffer.append("#")
        buffer.append(decimal: UInt64(byte))
        buffer.append(";")
      }
    }
  }
}
