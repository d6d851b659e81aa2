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
  private static let (width, node, arrow) = (420, 46, 54)
  /// How many columns of a name and of an id fit beside each other.
  private static let (nameColumns, idColumns) = (34, 18)

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
    appendLine(data.word(words), at: 28, to: &parts)
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
    first.append(data.word(HTMLChainWords.contract(provisions.contracts[p])))
    var lines = [first.joined(separator: " · "), duties.words(data.language)]
    let clause = p < provisions.clauses.count ? HTMLChainWords.clause(provisions.clauses[p]) : nil
    if let clause { lines.append(data.word(clause)) }
    for (place, line) in lines.enumerated() {
      appendLine(line, at: (lines.count > 2 ? 13 : 19) + 16 * place, to: &symbols)
    }
    appendNode(provisions.recipients[p], symbol, at: Self.arrow, to: &symbols)
  }

  /// An arrow down; dashed where something that is asked for is missing.
  private func appendArrow(isWhole: Bool, to symbols: inout TextBuffer) {
    symbols.append(
      isWhole
        ? "<path class=\"a\" d=\"M20 0V44M14 37 20 47 26 37Z\"/>"
        : "<path class=\"a m\" d=\"M20 0V36\"/><path class=\"a\" d=\"M14 37 20 47 26 37Z\"/>")
  }

  private func appendLine(_ line: String, at y: Int, to symbols: inout TextBuffer) {
    symbols.append("<text class=\"t\" x=\"\(HTMLSprite.wordsAt)\" y=\"\(y)\">\(line)</text>")
  }

  private func appendNode(_ x: OperatorIndex, _ symbol: Symbol, at y: Int, to symbols: inout TextBuffer) {
    let operators = data.tables.operators
    let node = HTMLSprite.node(symbol.standing, isHolder: !symbol.isHop && symbol.tier > 0)
    symbols.append(y == 0 ? "<use href=\"#\(node)\"/>" : "<use href=\"#\(node)\" y=\"\(y)\"/>")
    symbols.append("<text class=\"h\" x=\"\(HTMLSprite.wordsAt)\" y=\"\(y + HTMLSprite.nameAt)\">")
    symbols.append(markup: Self.fitted(operators.names[Int(x)], to: Self.nameColumns))
    let id = data.cut(operators.ids, Int(x), to: Self.idColumns)
    symbols.append(data.isJapanese ? "（\(id)）</text>" : " (\(id))</text>")
  }

  /// A name cut so that it fits into the picture, where capitals take more room than other letters.
  private static func fitted(_ name: String, to columns: Int) -> String {
    var buffer = TextBuffer()
    buffer.append(name, .cut(columns: columns))
    let cut = buffer.text
    let wide = cut.utf8.count {
      (0x41...0x5A).contains($0) || $0 == 0x40 || $0 == 0x25 || $0 == 0x6D || $0 == 0x77
    }
    let taken = DisplayWidth.of(cut) + wide / 2
    if taken <= columns { return cut }
    buffer.removeAll()
    buffer.append(name, .cut(columns: columns * columns / taken))
    return buffer.text
  }
}
