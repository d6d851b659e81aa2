import Audit
import Decisions

/// What is written on the card of a node, and how much room it takes.
struct NodeCard {
  static let nameSize = 13.0
  static let smallSize = 10.5
  static let padding = 12.0
  /// No card is lower.
  static let height = 48.0
  private static let widestName = 216.0
  /// A mark of findings: its shape and the count behind it.
  static let shapeWidth = 12.0
  static let chipPadding = 7.0
  static let iconWidth = 12.0

  /// A rounded label that says how the law or ETOC stands.
  struct Chip {
    let proof: GraphLabels.Proof
    let words: String
    let width: Double
  }

  let name: String
  /// Id, registration, role.
  let facts: String
  let chips: [Chip]
  /// Findings by severity, the gravest first.
  let tally: MarkTally
  /// Everything inside, without the padding at the sides.
  let innerWidth: Double

  init(_ place: Int, _ labels: GraphLabels) {
    let language = labels.language
    let node = labels.picture.nodes[place]
    let name = TextMeasure.cut(
      labels.name(node), to: Self.widestName, size: Self.nameSize, isBold: true)
    var parts = [labels.id(node, columns: 16)]
    let registration = labels.registration(node)
    if labels.isUser(node) {
      parts.append(Words.user[language])
    } else {
      if registration != .unknown { parts.append(registration.term[language]) }
      if labels.isAgent(node) { parts.append(GraphWords.agent[language]) }
    }
    facts = parts.joined(separator: " · ")
    self.name = name
    var chips: [Chip] = []
    if !labels.isUser(node) {
      for proof in [labels.approval(node), labels.certification(node)] {
        guard let (proof, words) = proof else { continue }
        let width =
          TextMeasure.width(words, size: Self.smallSize) + 2 * Self.chipPadding + Self.iconWidth
        chips.append(Chip(proof: proof, words: words, width: width))
      }
    }
    self.chips = chips
    tally = MarkTally(labels.picture.marks(ofNode: place))
    let upper =
      TextMeasure.width(name, size: Self.nameSize, isBold: true) + Self.width(of: tally, before: 10)
    let lower =
      TextMeasure.width(facts, size: Self.smallSize) + chips.reduce(0) { $0 + $1.width + 6 } + 4
    innerWidth = max(upper, lower, 120)
  }

  /// How wide the marks of findings are; with some room before them, where there are any.
  static func width(of tally: MarkTally, before: Double, size: Double = NodeCard.smallSize) -> Double {
    var width = 0.0
    for count in tally.counts where count > 0 {
      width += shapeWidth + TextMeasure.width(grouped(count), size: size, isBold: true) + 5
    }
    return width == 0 ? 0 : width + before
  }
}

/// What stands at the head of a line: its numbers and what was found on it.
struct EdgeTag {
  static let size = 10.0
  static let height = 16.0

  let words: String
  let tally: MarkTally
  let width: Double

  init(_ place: Int, _ labels: GraphLabels) {
    words = labels.numbers(labels.picture.edges[place])
    tally = MarkTally(labels.picture.marks(ofEdge: place))
    width =
      TextMeasure.width(words, size: Self.size) + NodeCard.width(of: tally, before: 5, size: Self.size)
  }
}
