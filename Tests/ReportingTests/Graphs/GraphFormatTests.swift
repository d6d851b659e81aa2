import Banken
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Reporting

/// What each format of a graph holds, and that names can break none of them.
@Suite struct GraphFormatTests {
  private static let context = ReportContext(language: .en, toolVersion: "1.0.0", dataset: "led<g>er")

  private func text(
    _ picture: SupplyPicture, _ file: GraphFile, _ context: ReportContext = context
  ) throws -> String {
    String(decoding: try #require(picture.graph(file, context: context)), as: UTF8.self)
  }

  private func sample() throws -> SupplyPicture { SupplyPicture(try ReportSample.audit()) }
  private func hostile() throws -> SupplyPicture { SupplyPicture(try HostileSample.audit()) }

  // MARK: - Hostile names

  @Test func hostileNamesAreHarmlessInSVG() throws {
    let picture = try hostile()
    for language in Language.allCases {
      let context = ReportContext(language: language, toolVersion: "1", dataset: "</svg><script>")
      let svg = try text(picture, .svg, context)
      let elements = try Elements(svg)
      let known = ["svg", "title", "desc", "style", "rect", "g", "text", "path"]
      #expect(elements.counts.keys.sorted() == known.sorted())
      #expect(elements.attributes.allSatisfy { !$0.hasPrefix("on") && !$0.contains("href") })
      expectNoControls(svg)
      // A name of ten thousand characters is cut.
      #expect(svg.utf8.count < 60_000)
      #expect(elements.text.contains("</script><b>"))
    }
  }

  @Test func hostileNamesAreHarmlessInGraphML() throws {
    let picture = try hostile()
    let graphML = try text(picture, .graphml)
    let elements = try Elements(graphML)
    #expect(Set(elements.counts.keys) == ["graphml", "key", "graph", "node", "edge", "data"])
    #expect(elements.counts["node"] == 12)
    #expect(elements.counts["edge"] == 11)
    expectNoControls(graphML)
    // Exports cut nothing.
    #expect(elements.text.contains(String(repeating: "長", count: 10_000)))
    #expect(elements.text.contains("quote \" back \\ slash"))
    #expect(elements.text.contains("</script><b>"))
  }

  @Test func hostileNamesAreHarmlessInNeo4jCSV() throws {
    let picture = try hostile()
    let nodes = CSVReader(try text(picture, .nodes)).rows
    #expect(nodes.count == 13)
    #expect(nodes.allSatisfy { $0.count == nodes[0].count })
    for row in nodes.dropFirst() {
      for cell in row { #expect(!["=", "+", "-", "@", "\t", "\r"].contains { cell.hasPrefix($0) }) }
    }
    #expect(nodes[1][2] == "quote \" back \\ slash")
    #expect(nodes[1][1] == "'=1")
    #expect(nodes[2][2] == "'=HYPERLINK(\"http://x\",\"y\")")
    #expect(nodes.dropFirst().map { $0[0] } == (0..<12).map(String.init))
    let relationships = CSVReader(try text(picture, .relationships)).rows
    #expect(relationships.count == 12)
    #expect(relationships.dropFirst().map { "\($0[0])>\($0[1])" } == (0..<11).map { "\($0)>\($0 + 1)" })
    expectNoControls(try text(picture, .nodes))
  }

  @Test func hostileNamesAreHarmlessInDot() throws {
    let dot = try text(try hostile(), .dot)
    let statements = try DotStatements(dot)
    #expect(statements.nodes == 12)
    #expect(statements.edges == 11)
    #expect(statements.labels.contains { $0.hasPrefix("quote \\\" back \\\\ slash\\n=1") })
    expectNoControls(dot)
    #expect(dot.utf8.count < 8_000)
  }

  @Test func hostileNamesAreHarmlessInMermaid() throws {
    let mermaid = try text(try hostile(), .mermaid)
    try MermaidStatements(mermaid).expect(nodes: 12, edges: 11)
    #expect(mermaid.contains("quote #34; back #92; slash<br/>#61;1"))
    #expect(mermaid.contains("#60;/script#62;#60;b#62;"))
    expectNoControls(mermaid)
    #expect(mermaid.utf8.count < 8_000)
  }

  private func expectNoControls(_ text: String) {
    let bad = text.unicodeScalars.filter { scalar in
      scalar != "\n" && scalar != "\r" && scalar != "\u{FEFF}" && UnsafeCharacters.contains(scalar.value)
    }
    #expect(bad.isEmpty)
  }

  // MARK: - What they hold

  @Test func neo4jRowsAreTyped() throws {
    let picture = try sample()
    let nodes = CSVReader(try text(picture, .nodes)).rows
    #expect(
      nodes[0].joined(separator: ",").replacing("\u{FEFF}", with: "")
        == ":ID,operator_id,name,role,user:boolean,registration,holder:boolean,tier:int,approved:string[],"
        + "not_approved:string[],certification,violations:int,warnings:int,notices:int,rules:string[],:LABEL")
    #expect(
      nodes[1]
        == [
          "0", "H1", "千草原総合通信㈱", "operator", "false", "registered", "true", "0", "ip", "", "certified",
          "0", "0", "0", "", "Operator;Holder",
        ])
    #expect(nodes[3][9] == "ip" && nodes[3][10] == "never" && nodes[3][7] == "2")
    #expect(nodes[5][15] == "Operator;Agent")
    let edges = CSVReader(try text(picture, .relationships)).rows
    #expect(
      edges[0].joined(separator: ",").replacing("\u{FEFF}", with: "")
        == ":START_ID,:END_ID,category,provisions:int,numbers:long,least_tier:int,greatest_tier:int,"
        + "without_tier:int,under_terms:int,resale_clause,approval_checked:int,conditions_agreed:int,"
        + "continuity_checked:int,declared:int,violations:int,warnings:int,notices:int,rules:string[],:TYPE")
    #expect(
      edges[1]
        == [
          "0", "1", "ip", "1", "3000", "1", "1", "0", "0", "", "1", "", "", "", "0", "0", "0", "",
          "PROVIDES",
        ])
  }

  @Test func everyFormatHasTheSameTotals() throws {
    for seed in 1...UInt64(20) {
      let picture = try DrawingLayoutTests.picture(seed: seed, operators: 60)
      let (nodes, edges) = (picture.nodes.count, picture.edges.count)
      let rows = CSVReader(try text(picture, .relationships)).rows.dropFirst()
      #expect(rows.count == edges)
      #expect(rows.reduce(0) { $0 + (UInt64($1[4]) ?? 0) } == picture.numbers)
      #expect(rows.reduce(0) { $0 + (Int($1[3]) ?? 0) } == picture.audit.summary.activeProvisions)
      let elements = try Elements(try text(picture, .graphml))
      #expect(elements.counts["node"] == nodes && elements.counts["edge"] == edges)
      let statements = try DotStatements(try text(picture, .dot))
      #expect(statements.nodes == nodes && statements.edges == edges)
      try MermaidStatements(try text(picture, .mermaid)).expect(nodes: nodes, edges: edges)
      let svg = try Elements(try text(picture, .svg))
      // One group for each node and edge, besides the graph and its legend.
      #expect(svg.counts["g"] == nodes + edges + 2)
      #expect(svg.text.contains("\(grouped(picture.numbers)) numbers"))
    }
  }

  @Test func whatIsTooMuchIsNotDrawn() throws {
    let picture = try DrawingLayoutTests.picture(seed: 1, operators: 170)
    #expect(!picture.isDrawable)
    #expect(picture.graph(.svg, context: Self.context) == nil)
    #expect(picture.graph(.mermaid, context: Self.context) == nil)
    #expect(picture.graph(.dot, context: Self.context) != nil)
  }

  @Test func drawingsDoNotDependOnTheThreads() throws {
    let pictures = try [1, 2, 5].map { SupplyPicture(try ReportSample.audit(threads: $0)) }
    for file in GraphFile.allCases {
      let texts = try pictures.map { try text($0, file) }
      #expect(Set(texts).count == 1)
    }
  }

  /// Standing and findings are told in words and shapes, not by colour alone.
  @Test func standingIsTold() throws {
    let svg = try text(try sample(), .svg)
    for words in ["approved", "no approval record", "ETOC-certified", "no ETOC record", "not registered"] {
      #expect(svg.contains(words), "\(words)")
    }
    #expect(svg.contains("violation: Recipient without approval (approval-missing), 1"))
    #expect(svg.contains("<path class=\"mark violation\""))
    #expect(
      svg.contains(
        "role=\"graphics-document document\" aria-labelledby=\"picture-title picture-desc\" lang=\"en\""))
    // Every card and line is reached by keyboard and has its details for a name.
    let items = svg.components(separatedBy: "<g class=\"item\"").dropFirst()
    #expect(items.count > 3 && items.allSatisfy { $0.hasPrefix(" role=\"img\" tabindex=\"0\"><title>") })
    #expect(svg.contains("prefers-color-scheme:dark"))
    #expect(svg.contains("Findings are about the ledger, not a ruling on anyone&#39;s conduct."))
  }
}
