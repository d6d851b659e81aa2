/// Shapes and patterns that the pictures of the page share.
///
/// Each is flat: every use of a shape is a copy for a browser, and a page may have a hundred thousand.
enum HTMLSprite {
  /// How far above the words of an operator its picture begins, and where they stand.
  static let (wordsAt, nameAt, standingAt) = (52, 21, 38)

  /// A picture without a size that holds them; it must not be hidden, or patterns would not be drawn.
  static func text(_ language: Language) -> String {
    var parts = [patterns, person, flag]
    for standing in HTMLStandings.Standing.all {
      if let house = house(standing) { parts.append("<g id=\"\(standing.symbol)\">\(house)</g>") }
      for isHolder in [false, true] { parts.append(node(standing, isHolder: isHolder, language)) }
    }
    return "<svg class=\"sprite\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>\n"
      + parts.joined(separator: "\n") + "\n</defs></svg>\n"
  }

  /// The name of the shape of an operator with the words on its standing.
  static func node(_ standing: HTMLStandings.Standing, isHolder: Bool) -> String {
    "n" + standing.symbol.dropFirst() + (isHolder ? "h" : "")
  }

  private static let patterns = """
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect class="p0" width="6" height="6"/><rect class="p1" width="3" height="6"/></pattern>
    <pattern id="broken" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">\
    <rect class="q0" width="7" height="7"/><rect class="q1" width="2.5" height="7"/></pattern>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect class="d0" width="6" height="6"/><circle class="d1" cx="3" cy="3" r="1.6"/></pattern>
    """
  private static let flagPath = "<path class=\"flag\" d=\"M20 6V0L30 2.5 20 5Z\"/>"
  private static let flag = "<g id=\"flag\">\(flagPath)</g>"
  private static let personPath =
    "<path class=\"line\" d=\"M20 6a7 7 0 0 1 0 14a7 7 0 0 1 0-14ZM5 40.5c0-22 30-22 30 0Z\"/>"
  private static let person = "<g id=\"ku\">\(personPath)</g>"

  private static func node(
    _ standing: HTMLStandings.Standing, isHolder: Bool, _ language: Language
  ) -> String {
    let words = (isHolder ? [HTMLChainWords.holder] : []) + standing.words
    return "<g id=\"\(node(standing, isHolder: isHolder))\">\(house(standing) ?? personPath)"
      + (isHolder ? flagPath : "") + "<text class=\"t\" x=\"\(wordsAt)\" y=\"\(standingAt)\">"
      + words.map { $0[language] }.joined(separator: " · ") + "</text></g>"
  }

  /// A house with two storeys; nil for a user.
  private static func house(_ standing: HTMLStandings.Standing) -> String? {
    guard case .operator(let isApproved, let isCertified) = standing else { return nil }
    return "<path class=\"line\" d=\"M1 17 20 6 39 17Z\"/>" + storey("2F", "f2s", at: 17.5, isCertified)
      + storey("1F", "f1s", at: 29.5, isApproved)
  }

  private static func storey(_ name: String, _ style: String, at y: Double, _ has: Bool?) -> String {
    let frame = "x=\"4\" y=\"\(y)\" width=\"32\" height=\"11\"/>"
    let words = "x=\"20\" y=\"\(y + 8.5)\">"
    switch has {
    case true: return "<rect class=\"yes \(style)\" \(frame)<text class=\"in\" \(words)\(name)</text>"
    case false:
      return
        "<rect class=\"no\" \(frame)<path class=\"x\" d=\"M16.5 \(y + 2.5) 23.5 \(y + 8.5)M23.5 \(y + 2.5) "
        + "16.5 \(y + 8.5)\"/>"
    default: return "<rect class=\"un\" \(frame)<text class=\"q\" \(words)–</text>"
    }
  }
}
