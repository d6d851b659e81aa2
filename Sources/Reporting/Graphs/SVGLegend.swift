import Audit
import Decisions

/// What the shapes, lines and marks of a drawing mean.
struct SVGLegend {
  private enum Sign {
    case holder, plain, agent, user, lost
    case chip(isGiven: Bool)
    case mark(Severity)
    case line(String)
  }

  private static let signWidth = 34.0
  private static let row = 24.0
  /// One sign and what it means.
  private struct Item {
    let x: Double
    let row: Int
    let sign: Sign
    let words: String
  }

  private let items: [Item]
  private let language: Language
  private let width: Double
  let height: Double

  init(_ language: Language, width: Double, _ picture: SupplyPicture) {
    self.language = language
    self.width = width
    let all: [(Sign, Phrase)] = [
      (.holder, GraphWords.holders), (.plain, GraphWords.plain), (.user, Words.user),
      (.agent, GraphWords.agent), (.lost, GraphWords.tierUnknown),
      (.chip(isGiven: true), GraphWords.given), (.chip(isGiven: false), GraphWords.lacking),
      (.mark(.violation), GraphWords.violation), (.mark(.warning), Severity.warning.term),
      (.mark(.notice), Severity.notice.term),
      (.line(""), GraphWords.wholesaleLine), (.line(" terms"), GraphWords.termsLine),
    ]
    var items: [Item] = []
    var (x, row) = (0.0, 0)
    for (sign, words) in all {
      let needed = Self.signWidth + TextMeasure.width(words[language], size: 10.5) + 22
      if x > 0, x + needed > width { (x, row) = (0, row + 1) }
      items.append(Item(x: x, row: row, sign: sign, words: words[language]))
      x += needed
    }
    self.items = items
    height = 24 + Double(row + 1) * Self.row + 20
  }

  func append(to canvas: inout SVGCanvas, x: Double, y: Double) {
    canvas.raw("<g class=\"legend\"><path class=\"rule\" d=\"M")
    canvas.number(x)
    canvas.raw(" ")
    canvas.number(y)
    canvas.raw("h")
    canvas.number(width)
    canvas.raw("\"/>")
    canvas.text(GraphWords.legend[language], x: x, y: y + 19, "column")
    canvas.text(
      GraphWords.numbersOnLine[language],
      x: x + TextMeasure.width(GraphWords.legend[language], size: 12, isBold: true) + 14, y: y + 19,
      "small faint")
    for item in items {
      let middle = y + 38 + Double(item.row) * Self.row
      append(item.sign, x: x + item.x, middle: middle, to: &canvas)
      canvas.text(item.words, x: x + item.x + Self.signWidth, y: middle + 3.8, "small")
    }
    canvas.raw("</g>\n")
  }

  private func append(_ sign: Sign, x: Double, middle: Double, to canvas: inout SVGCanvas) {
    let box = DrawingLayout.Box(x: x, y: middle - 8, width: 26, height: 16)
    switch sign {
    case .holder:
      canvas.rectangle(box, radius: 2, "card")
      canvas.rectangle(.init(x: x, y: box.y, width: 5, height: 16), "bar")
    case .plain: canvas.rectangle(box, radius: 5, "card")
    case .agent: canvas.rectangle(box, radius: 5, "card agent")
    case .user: canvas.rectangle(box, radius: 8, "card")
    case .lost: canvas.rectangle(box, radius: 5, "card lost")
    case .chip(let isGiven):
      canvas.rectangle(box, radius: 8, isGiven ? "chip given" : "chip lacking")
      canvas.icon(isGiven: isGiven, x: x + 9.5, middle: middle)
    case .mark(let severity): canvas.shape(severity, x: x + 22, y: middle)
    case .line(let style):
      let line = DrawingLayout.Line(
        points: [(x, middle), (x + 27, middle)], pointsRight: true,
        tag: .init(x: 0, y: 0, width: 0, height: 0))
      canvas.line(line, style)
    }
  }
}
