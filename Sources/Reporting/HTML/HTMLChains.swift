import Audit
import Numbering
import SupplyChain

/// The chains of findings as pictures, from the holder down.
///
/// Chains share most of their hops, so each operator and each hop is drawn once as a symbol and used by every chain it is
/// part of: a page of ten thousand chains stays small.
struct HTMLChains {
  /// How many hops of a long chain are shown at either end.
  static let hopsAtEnds = 4
  /// The sides of a picture and of its parts.
  private static let (width, node, arrow) = (360, 46, 72)
  /// How many columns of an id fit beside other words.
  private static let idColumns = 14

  private let data: HTMLData
  private let standings: HTMLStandings
  private var numbers: [Symbol: Int] = [:]

  /// What is drawn once: an operator that a chain begins with, or a hop with the operator it leads to.
  private struct Symbol: Hashable {
    var row: UInt32
    var isHop: Bool
    var standing: HTMLStandings.Standing
    /// The tier of a hop; of an operator 1 for a holder; 0 for none.
    var tier: Int
  }

  init(data: HTMLData) {
    self.data = data
    standings = HTMLStandings(data: data)
  }

  /// Appends the picture; what it uses for the first time goes to `symbols`.
  mutating func append(_ route: Route, on day: Int32, symbols: inout TextBuffer, to page: inout TextBuffer) {
    guard let first = route.hops.first else { return }
    let provisions = data.tables.provisions
    var parts = TextBuffer()
    var y = 0
    // The hops known are the last ones of the chain.
    let before = (route.tier ?? route.hops.count) - route.hops.count
    if route.tier == nil || before > 0 {
      appendGap(
        route.tier == nil ? HTMLChainWords.unrooted : HTMLChainWords.omitted(before), at: &y, to: &parts)
    }
    let isHolder = route.tier != nil && before == 0
    use(supplierOf: first, isHolder: isHolder, on: day, at: &y, symbols: &symbols, to: &parts)
    let count = route.hops.count
    let isCut = count > Self.hopsAtEnds * 2 + 1
    for (place, hop) in route.hops.enumerated() {
      if isCut, place >= Self.hopsAtEnds, place < count - Self.hopsAtEnds {
        guard place == Self.hopsAtEnds else { continue }
        appendGap(HTMLChainWords.omitted(count - Self.hopsAtEnds * 2), at: &y, to: &parts)
        let next = route.hops[count - Self.hopsAtEnds]
        use(supplierOf: next, isHolder: false, on: day, at: &y, symbols: &symbols, to: &parts)
        continue
      }
      let standing = standings.of(
        provisions.recipients[Int(hop)], in: provisions.categories[Int(hop)], on: day)
      let tier = route.tier == nil ? 0 : before + place + 1
      let symbol = Symbol(row: hop, isHop: true, standing: standing, tier: tier)
      use(symbol, at: y, symbols: &symbols, to: &parts)
      y += Self.arrow + Self.node
    }
    page.append("<svg class=\"c\" viewBox=\"0 0 \(Self.width) \(y)\" aria-hidden=\"true\">")
    parts.withBytes { page.append($0) }
    page.append("</svg>")
  }

  private mutating func use(
    supplierOf hop: ProvisionIndex, isHolder: Bool, on day: Int32, at y: inout Int, symbols: inout TextBuffer,
    to parts: inout TextBuffer
  ) {
    let provisions = data.tables.provisions
    let x = provisions.suppliers[Int(hop)]
    let standing = standings.of(x, in: provisions.categories[Int(hop)], on: day)
    use(
      Symbol(row: x, isHop: false, standing: standing, tier: isHolder ? 1 : 0), at: y, symbols: &symbols,
      to: &parts)
    y += Self.node
  }

  private mutating func use(
    _ symbol: Symbol, at y: Int, symbols: inout TextBuffer, to parts: inout TextBuffer
  ) {
    var number = numbers[symbol]
    if number == nil {
      number = numbers.count
      numbers[symbol] = numbers.count
      symbols.append("<g id=\"c\(numbers.count - 1)\">")
      if symbol.isHop {
        appendHop(symbol, to: &symbols)
      } else {
        appendNode(symbol.row, symbol, at: 0, to: &symbols)
      }
      symbols.append("</g>\n")
    }
    parts.append(y == 0 ? "<use href=\"#c\(number ?? 0)\"/>" : "<use href=\"#c\(number ?? 0)\" y=\"\(y)\"/>")
  }

  /// A wire with words in the place of what is not shown.
  private func appendGap(_ words: Phrase, at y: inout Int, to parts: inout TextBuffer) {
    parts.append("<g transform=\"translate(0 \(y))\">")
    appendArrow(isWhole: false, to: &parts)
    appendLine(data.word(words), at: 38, to: &parts)
    parts.append("</g>")
    y += Self.arrow
  }

  // MARK: Symbols

  private func appendHop(_ symbol: Symbol, to symbols: inout TextBuffer) {
    let provisions = data.tables.provisions
    let p = Int(symbol.row)
    let duties = HTMLDuties(p, provisions, isUser: symbol.standing == .user)
    appendArrow(isWhole: duties.isComplete, to: &symbols)
    var first: [String] = symbol.tier > 0 ? [data.word(HTMLChainWords.tier(symbol.tier))] : []
    first.append(data.cut(provisions.ids, p, to: Self.idColumns))
    var amount = TextBuffer()
    amount.append(count: provisions.numbers[p], .numbers, data.language)
    first.append(amount.text)
    var contract = data.word(HTMLChainWords.contract(provisions.contracts[p]))
    let clause = p < provisions.clauses.count ? HTMLChainWords.clause(provisions.clauses[p]) : nil
    if let clause { contract += " · \(data.word(clause))" }
    let lines = [first.joined(separator: " · "), contract] + duties.words(data.language)
    for (place, line) in lines.enumerated() { appendLine(line, at: 14 + 16 * place, to: &symbols) }
    appendNode(provisions.recipients[p], symbol, at: Self.arrow, to: &symbols)
  }

  /// An arrow down; dashed where something that is asked for is missing.
  private func appendArrow(isWhole: Bool, to symbols: inout TextBuffer) {
    symbols.append(
      isWhole
        ? "<path class=\"a\" d=\"M20 0V62M14 55 20 65 26 55Z\"/>"
        : "<path class=\"a m\" d=\"M20 0V54\"/><path class=\"a\" d=\"M14 55 20 65 26 55Z\"/>")
  }

  private func appendLine(_ line: String, at y: Int, to symbols: inout TextBuffer) {
    symbols.append("<text class=\"t\" x=\"\(HTMLSprite.wordsAt)\" y=\"\(y)\">\(line)</text>")
  }

  private func appendNode(_ x: OperatorIndex, _ symbol: Symbol, at y: Int, to symbols: inout TextBuffer) {
    let operators = data.tables.operators
    let node = HTMLSprite.node(symbol.standing, isHolder: !symbol.isHop && symbol.tier > 0)
    symbols.append(y == 0 ? "<use href=\"#\(node)\"/>" : "<use href=\"#\(node)\" y=\"\(y)\"/>")
    symbols.append("<text class=\"h\" x=\"\(HTMLSprite.wordsAt)\" y=\"\(y + HTMLSprite.nameAt)\">")
    var id = TextBuffer()
    id.append(data.isJapanese ? "（" : " (")
    id.append(operators.ids, Int(x), .cut(columns: Self.idColumns))
    id.append(data.isJapanese ? "）" : ")")
    let room = Self.width - HTMLSprite.wordsAt - Self.extent(of: id.text)
    symbols.append(markup: Self.fitted(operators.names[Int(x)], to: room))
    symbols.append(markup: id.text)
    symbols.append("</text>")
  }

  /// A name cut so that it fits into the picture.
  private static func fitted(_ name: String, to room: Int) -> String {
    var columns = 44
    while true {
      var buffer = TextBuffer()
      buffer.append(name, .cut(columns: columns))
      if columns <= 4 || extent(of: buffer.text) <= room { return buffer.text }
      columns -= 2
    }
  }

  /// How wide words are at most in the fonts of the page, bold, in the unit of the picture.
  private static func extent(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar {
      case "W", "M", "@", "%", "m", "w": sum + 15
      case "A"..."Z": sum + 11
      case "i", "j", "l", ".", ",", ":", "(", ")", " ": sum + 6
      default: sum + (DisplayWidth.of(scalar.value) > 1 ? 14 : 9)
      }
    }
  }
}
