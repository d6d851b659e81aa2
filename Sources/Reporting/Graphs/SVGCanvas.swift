import Audit

/// Elements of SVG written one after another; numbers are rounded to tenths of a pixel.
struct SVGCanvas: ~Copyable {
  var buffer = TextBuffer()

  mutating func raw(_ text: String) { buffer.append(text) }

  mutating func number(_ value: Double) {
    let tenths = Int((value * 10).rounded())
    if tenths < 0 { buffer.append(byte: 0x2D) }
    buffer.append(decimal: UInt64(tenths.magnitude / 10))
    if tenths % 10 != 0 {
      buffer.append(byte: 0x2E)
      buffer.append(decimal: UInt64(tenths.magnitude % 10))
    }
  }

  private mutating func attribute(_ name: StaticString, _ value: Double) {
    buffer.append(byte: 0x20)
    buffer.append(name)
    buffer.append("=\"")
    number(value)
    buffer.append(byte: 0x22)
  }

  mutating func rectangle(_ box: DrawingLayout.Box, radius: Double = 0, _ style: String) {
    buffer.append("<rect class=\"\(style)\"")
    attribute("x", box.x)
    attribute("y", box.y)
    attribute("width", box.width)
    attribute("height", box.height)
    if radius > 0 { attribute("rx", radius) }
    buffer.append("/>")
  }

  /// Text whose ends are known: what fonts may draw wider than that is clipped.
  mutating func text(
    _ words: String, x: Double, y: Double, _ style: String, isEnd: Bool = false,
    clippedTo width: Double? = nil
  ) {
    let clips = width != nil && !TextMeasure.isReliable(words)
    if clips, let width {
      buffer.append("<svg")
      attribute("x", x)
      attribute("y", y - 15)
      attribute("width", width)
      attribute("height", 20)
      buffer.append(">")
    }
    buffer.append("<text class=\"\(style)\"")
    attribute("x", clips ? 0 : x)
    attribute("y", clips ? 15 : y)
    if isEnd { buffer.append(" text-anchor=\"end\"") }
    buffer.append(">")
    buffer.append(markup: words)
    buffer.append("</text>")
    if clips { buffer.append("</svg>") }
  }

  /// What a pointer or a screen reader is told about an element.
  mutating func title(_ lines: [String]) {
    buffer.append("<title>")
    for (place, line) in lines.enumerated() {
      if place > 0 { buffer.append("&#10;") }
      buffer.append(markup: line)
    }
    buffer.append("</title>")
  }

  /// The mark of a severity, ten pixels wide, by its middle: a diamond, a triangle or a disc.
  mutating func shape(_ severity: Severity, x: Double, y: Double) {
    buffer.append("<path class=\"mark \(severity.name)\" d=\"M")
    number(x)
    buffer.append(" ")
    switch severity {
    case .violation:
      number(y - 5)
      buffer.append("l5 5-5 5-5-5z")
    case .warning:
      number(y - 4.5)
      buffer.append("l5 9h-10z")
    case .notice:
      number(y - 4)
      buffer.append("a4 4 0 0 1 0 8a4 4 0 0 1 0-8z")
    }
    buffer.append("\"/>")
  }

  /// The marks of some findings with their counts, from left to right.
  mutating func marks(_ tally: MarkTally, x: Double, middle: Double, size: Double, _ style: String) {
    var x = x
    for (severity, count) in zip(Severity.allCases.reversed(), tally.counts) where count > 0 {
      shape(severity, x: x + 5, y: middle)
      let words = grouped(count)
      text(words, x: x + NodeCard.shapeWidth, y: middle + size * 0.36, "\(style) count")
      x += NodeCard.shapeWidth + TextMeasure.width(words, size: size, isBold: true) + 5
    }
  }

  /// A tick or a cross, eight pixels wide.
  mutating func icon(isGiven: Bool, x: Double, middle: Double) {
    buffer.append("<path class=\"icon \(isGiven ? "given" : "lacking")\" d=\"M")
    number(x)
    buffer.append(" ")
    number(isGiven ? middle : middle - 3)
    buffer.append(isGiven ? "l2.5 3 4.5-6" : "l6 6m0-6l-6 6")
    buffer.append("\"/>")
  }

  /// A line with its bends and its arrow.
  mutating func line(_ line: DrawingLayout.Line, _ style: String) {
    let points = line.points
    buffer.append("<path class=\"line\(style)\" d=\"M")
    point(points[0])
    for place in 1..<points.count {
      let (from, to) = (points[place - 1], points[place])
      if place % 2 == 1 || from.y == to.y && line.reach == nil {
        // The head of the arrow covers the end of the line.
        let isLast = place == points.count - 1
        buffer.append("H")
        number(isLast ? to.x - (line.pointsRight ? 6 : -6) : to.x)
      } else {
        let middle = line.reach.map { from.x + $0 * 4 / 3 } ?? (from.x + to.x) / 2
        buffer.append("C")
        point((middle, from.y))
        buffer.append(" ")
        point((middle, to.y))
        buffer.append(" ")
        point(to)
      }
    }
    buffer.append("\"/><path class=\"arrow\(style)\" d=\"M")
    let end = points[points.count - 1]
    point(end)
    buffer.append(line.pointsRight ? "l-9-3.5v7z" : "l9-3.5v7z")
    buffer.append("\"/>")
  }

  private mutating func point(_ point: (x: Double, y: Double)) {
    number(point.x)
    buffer.append(" ")
    number(point.y)
  }
}
