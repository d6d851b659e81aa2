import Foundation
import FoundationXML
import Testing

/// The elements of an XML document, as the parser of Foundation reads them.
final class Elements: NSObject, XMLParserDelegate {
  private(set) var counts: [String: Int] = [:]
  private(set) var attributes: Set<String> = []
  private(set) var text = ""

  init(_ document: String) throws {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    let isRead = parser.parse()
    try #require(isRead, "\(parser.parserError.map { "\($0)" } ?? "") line \(parser.lineNumber)")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    self.attributes.formUnion(attributes.keys)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

/// The statements of a graph in the language of Graphviz: enough of its grammar to tell what belongs to a label.
struct DotStatements {
  private(set) var nodes = 0
  private(set) var edges = 0
  private(set) var labels: [String] = []

  init(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    try #require(lines.first == "digraph supply {" && lines.last == "}")
    for line in lines.dropFirst().dropLast() {
      let label = try Self.label(line)
      if line.hasPrefix("  graph [") || line.hasPrefix("  node [") || line.hasPrefix("  edge [") { continue }
      labels.append(label)
      let statement = line.prefix { $0 != "[" }
      if statement.contains("->") { edges += 1 } else { nodes += 1 }
      #expect(line.hasPrefix("  n") && line.hasSuffix("];"))
    }
  }

  /// What stands between the first quotation marks; outside them only what we write is left.
  private static func label(_ line: Substring) throws -> String {
    var (first, inside, isEscaped, plain) = ("", false, false, "")
    var strings = 0
    for character in line {
      if inside {
        if isEscaped || character == "\\" {
          isEscaped.toggle()
        } else if character == "\"" {
          inside = false
          continue
        }
        if strings == 1 { first.append(character) }
      } else if character == "\"" {
        inside = true
        strings += 1
      } else {
        plain.append(character)
      }
    }
    #expect(!inside && !isEscaped)
    let allowed = Set("abcdefghijklmnopqrstuvwxyzLR0123456789 []=,;->._")
    #expect(plain.allSatisfy { allowed.contains($0) }, "\(plain)")
    return first
  }
}

/// The statements of a flowchart of Mermaid: every line is one of the few forms we write, labels without anything that
/// means something to Mermaid.
struct MermaidStatements {
  private var nodes = 0
  private var edges = 0

  init(_ text: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
    try #require(lines.popFirst() == "flowchart LR")
    let node = #/  n[0-9]+(?:\[\["(.*)"\]\]|\(\["(.*)"\]\)|\["(.*)"\])/#
    let edge = #/  n[0-9]+ (?:-->|==>|-\.->)\|"(.*)"\| n[0-9]+/#
    let title = #/  acc(?:Title|Descr): [^#;"<]*/#
    let style = #/  class(?:Def [a-z]+ [a-z0-9:#,-]+| [n0-9,]+ [a-z]+)/#
    let harmless = #/[^\x00-\x7F]|[A-Za-z0-9 ,\/]|#[0-9]+;|<br\/>/#
    for line in lines {
      let body: Substring
      if let match = line.wholeMatch(of: node) {
        nodes += 1
        body = match.1 ?? match.2 ?? match.3 ?? ""
      } else if let match = line.wholeMatch(of: edge) {
        edges += 1
        body = match.1
      } else {
        #expect(line.wholeMatch(of: title) != nil || line.wholeMatch(of: style) != nil, "\(line)")
        continue
      }
      #expect(body.replacing(harmless, with: "").isEmpty, "\(body)")
    }
  }

  func expect(nodes: Int, edges: Int) {
    #expect(self.nodes == nodes)
    #expect(self.edges == edges)
  }
}
