import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// A supply graph drawn in columns: holders on the left, then tier by tier.
///
/// One file that needs nothing else; no script, no network. Standing is told by words, shapes and ticks as well as colours.
struct SVGGraph {
  private static let margin = 28.0
  private static let leastWidth = 860.0
  private static let leading = 18.0

  private let picture: SupplyPicture
  private let context: ReportContext
  private let labels: GraphLabels
  private let tips: GraphTips
  private let layout: DrawingLayout
  private let legend: SVGLegend
  private let width: Double
  private var language: Language { context.language }

  init(_ picture: SupplyPicture, _ context: ReportContext) {
    self.picture = picture
    self.context = context
    labels = GraphLabels(picture, context.language)
    tips = GraphTips(labels)
    layout = DrawingLayout(picture, labels)
    width = max(Self.leastWidth, layout.width + 2 * Self.margin)
    legend = SVGLegend(context.language, width: width - 2 * Self.margin, picture)
  }

  func write(to output: any Output) throws(OutputError) {
    let head = headLines
    let top = Self.margin + 30 + Double(head.count) * Self.leading + 14
    let foot = footLines
    let legendTop = top + layout.height + 26
    let height = legendTop + legend.height + Double(foot.count) * 15 + 24
    var canvas = SVGCanvas()
    open(&canvas, height: height)
    canvas.text(title, x: Self.margin, y: Self.margin + 16, "title")
    for (place, line) in head.enumerated() {
      let y = Self.margin + 26 + Double(place + 1) * Self.leading
      canvas.text(fit(line, 12), x: Self.margin, y: y, place == 0 ? "head faint" : "head")
    }
    canvas.raw("\n<g transform=\"translate(")
    canvas.number((width - layout.width) / 2)
    canvas.raw(" ")
    canvas.number(top)
    canvas.raw(")\">\n")
    appendColumns(to: &canvas)
    for place in drawingOrder { appendLine(place, to: &canvas) }
    for place in picture.nodes.indices { appendCard(place, to: &canvas) }
    canvas.raw("</g>\n")
    legend.append(to: &canvas, x: Self.margin, y: legendTop)
    for (place, line) in foot.enumerated() {
      let y = legendTop + legend.height + 12 + Double(place) * 15
      canvas.text(fit(line, 10.5), x: Self.margin, y: y, "small faint")
    }
    canvas.raw("\n</svg>\n")
    try output.write(canvas.buffer)
  }

  private func open(_ canvas: inout SVGCanvas, height: Double) {
    canvas.raw(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
    canvas.number(width)
    canvas.raw("\" height=\"")
    canvas.number(height)
    canvas.raw("\" viewBox=\"0 0 ")
    canvas.number(width)
    canvas.raw(" ")
    canvas.number(height)
    canvas.raw(
      "\" role=\"graphics-document document\" aria-labelledby=\"picture-title picture-desc\" lang=\"\(language.rawValue)\">"
    )
    canvas.raw("<title id=\"picture-title\">")
    canvas.buffer.append(markup: title)
    canvas.raw("</title><desc id=\"picture-desc\">")
    canvas.buffer.append(markup: headLines.joined(separator: language == .ja ? "。" : ". "))
    canvas.raw("</desc>\n<style>")
    canvas.raw(SVGStyle.sheet)
    canvas.raw("</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>")
  }

  private var title: String {
    let day = language == .ja ? picture.day.japanese : picture.day.description
    return "\(GraphWords.title[language]) \(day)"
  }

  private var headLines: [String] {
    let scope = picture.scope
    var first = ["\(Words.dataset[language]): \(visible(context.dataset))"]
    if let category = scope.category {
      first.append("\(Words.category[language]): \(category.term[language])")
    }
    if let x = scope.around {
      let name = picture.audit.state.chain.shownName(x, language)
      first.append(GraphWords.around(name, scope.depth)[language])
    }
    let comma = language == .ja ? "　" : " · "
    var lines = [first.joined(separator: comma)]
    lines.append(GraphWords.counts(picture)[language] + comma + GraphWords.findings(picture)[language])
    if picture.edges.isEmpty { lines.append(emptyWords) }
    if let note = context.redactionNote { lines.append(note) }
    if context.isLenient || context.inputs.contains(where: { $0.rejected > 0 }) {
      lines.append(LenientReading(context, language).sentences)
    }
    return lines
  }

  private var emptyWords: String {
    guard let x = picture.scope.around else { return GraphWords.noProvisions[language] }
    return GraphWords.alone(picture.audit.state.chain.shownName(x, language))[language]
  }

  private var footLines: [String] {
    let isBuiltIn = context.policySource == "built-in"
    var policy = isBuiltIn ? Words.builtInPolicy[language] : visible(context.policySource)
    if !context.policySHA256.isEmpty {
      policy += " (\(context.digestName) \(context.policySHA256.prefix(16))…)"
    }
    return [
      Disclaimer.text[language],
      "banken \(context.toolVersion) · \(Words.policy[language]): \(policy)",
    ]
  }

  private func fit(_ text: String, _ size: Double) -> String {
    TextMeasure.cut(text, to: width - 2 * Self.margin, size: size)
  }

  // MARK: - The graph

  private func appendColumns(to canvas: inout SVGCanvas) {
    if picture.edges.isEmpty { return }
    for column in layout.columns {
      canvas.text(column.words, x: column.band.x, y: 13, "column")
      canvas.raw("<path class=\"rule\" d=\"M")
      canvas.number(column.band.x)
      canvas.raw(" 20h")
      canvas.number(column.band.width)
      canvas.raw("\"/>\n")
    }
  }

  /// Edges so that what was found comes last and lies on top.
  private var drawingOrder: [Int] {
    let ranks = picture.edges.indices.map { place -> Int in
      MarkTally(picture.marks(ofEdge: place)).worst.map { Int($0.rawValue) + 1 } ?? 0
    }
    return picture.edges.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }

  private func appendLine(_ place: Int, to canvas: inout SVGCanvas) {
    let (edge, line, tag) = (picture.edges[place], layout.lines[place], layout.tags[place])
    canvas.raw("<g class=\"item\" role=\"img\" tabindex=\"0\">")
    canvas.title(tips.lines(ofEdge: place))
    let style = tag.tally.worst.map { " \($0.name)" } ?? ""
    canvas.line(line, edge.underTerms > 0 ? " terms\(style)" : style)
    // Marks stand next to the arrow: their width is known best.
    let marks = NodeCard.width(of: tag.tally, before: 5, size: EdgeTag.size)
    let (left, right) = (line.tag.x, line.tag.x + line.tag.width)
    let baseline = line.tag.y + 10
    let middle = baseline - EdgeTag.size * 0.36
    if line.pointsRight {
      canvas.text(tag.words, x: right - marks, y: baseline, "tag", isEnd: true)
      canvas.marks(tag.tally, x: right - marks + 5, middle: middle, size: EdgeTag.size, "tag")
    } else {
      canvas.marks(tag.tally, x: left, middle: middle, size: EdgeTag.size, "tag")
      canvas.text(tag.words, x: left + marks, y: baseline, "tag")
    }
    canvas.raw("</g>\n")
  }

  private func appendCard(_ place: Int, to canvas: inout SVGCanvas) {
    let (node, box, card) = (picture.nodes[place], layout.cards[place], layout.cardTexts[place])
    canvas.raw("<g class=\"item\" role=\"img\" tabindex=\"0\">")
    canvas.title(tips.lines(ofNode: place))
    var style = "card"
    if node.tier == nil { style += " lost" } else if labels.isAgent(node) { style += " agent" }
    if let worst = card.tally.worst { style += " \(worst.name)" }
    if node.operatorIndex == picture.scope.around { style += " centre" }
    let radius = labels.isUser(node) ? 24.0 : picture.isHolder(node) ? 2 : 7
    canvas.rectangle(box, radius: radius, style)
    if picture.isHolder(node) {
      canvas.rectangle(.init(x: box.x, y: box.y, width: 5, height: box.height), "bar")
    }
    let middle = box.y + box.height / 2
    let left = box.x + NodeCard.padding
    let right = box.x + box.width - NodeCard.padding
    let nameWidth = TextMeasure.width(card.name, size: NodeCard.nameSize, isBold: true)
    canvas.text(card.name, x: left, y: middle - 5, "name", clippedTo: nameWidth + 2)
    let marks = NodeCard.width(of: card.tally, before: 0)
    canvas.marks(
      card.tally, x: right - marks + 5, middle: middle - 9.5, size: NodeCard.smallSize, "small")
    let factsWidth = TextMeasure.width(card.facts, size: NodeCard.smallSize)
    canvas.text(card.facts, x: left, y: middle + 15, "small faint", clippedTo: factsWidth + 2)
    var x = right
    for chip in card.chips.reversed() {
      x -= chip.width
      append(chip, x: x, middle: middle + 11.5, to: &canvas)
      x -= 6
    }
    canvas.raw("</g>\n")
  }

  private func append(_ chip: NodeCard.Chip, x: Double, middle: Double, to canvas: inout SVGCanvas) {
    let isGiven = chip.proof == .given
    let style = isGiven ? "given" : "lacking"
    canvas.rectangle(.init(x: x, y: middle - 8, width: chip.width, height: 16), radius: 8, "chip \(style)")
    canvas.icon(isGiven: isGiven, x: x + NodeCard.chipPadding - 1, middle: middle)
    let room = chip.width - 2 * NodeCard.chipPadding - NodeCard.iconWidth
    canvas.text(
      chip.words, x: x + NodeCard.chipPadding + NodeCard.iconWidth + room / 2, y: middle + 3.8,
      "small chipword \(style)")
  }
}
