import Bytes

/// What stands around the page: its head, the way through it, the end.
struct HTMLFrame {
  let data: HTMLData

  /// Nothing may be fetched, sent or run but the style and the script of the page itself, known by their digests.
  private static let policy = """
    default-src 'none'; style-src 'sha256-\(base64(digest(HTMLStyle.text)))'; script-src \
    'sha256-\(base64(digest(HTMLScript.text)))'; base-uri 'none'; form-action 'none'
    """

  private static func digest(_ text: String) -> [UInt8] { SHA256.digest(of: Array(text.utf8)) }

  func appendHead(to page: inout TextBuffer) {
    let title = "\(data.word(Words.reportTitle)) \(data.time)"
    page.append(
      "<!DOCTYPE html>\n<html lang=\"\(data.language.rawValue)\">\n<head>\n<meta charset=\"utf-8\"/>\n")
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"\(markup(Self.policy))\"/>\n")
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
    page.append("<meta name=\"color-scheme\" content=\"light dark\"/>\n")
    page.append(
      "<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"robots\" content=\"noindex\"/>\n")
    page.append("<meta name=\"generator\" content=\"banken \(markup(data.context.toolVersion))\"/>\n")
    page.append("<title>\(markup(title))</title>\n<style>\(HTMLStyle.text)</style>\n</head>\n<body>\n")
    page.append("<a class=\"skip\" href=\"#main\">\(data.word(HTMLWords.skip))</a>\n")
    page.append(HTMLSprite.text(data.language))
    appendHeader(to: &page)
    let summary = data.audit.summary
    page.append(
      "<main id=\"main\" data-violations=\"\(summary.violations)\" data-warnings=\"\(summary.warnings)\"")
    page.append(" data-notices=\"\(summary.notices)\" data-waived=\"\(summary.waived)\">\n")
  }

  private func appendHeader(to page: inout TextBuffer) {
    page.append("<header class=\"top\">\n<p class=\"kicker\">\(data.word(Words.reportTitle))</p>\n")
    page.append("<h1>\(data.time)</h1>\n<p class=\"ledger\">\(data.word(Words.dataset)) ")
    page.append("<bdi>\(markup(visible(data.context.dataset)))</bdi></p>\n</header>\n")
    page.append("<nav class=\"toc\" aria-label=\"\(data.word(HTMLWords.contents))\"><ul>")
    var parts: [(String, Phrase)] = [("summary", HTMLWords.summary)]
    if data.context.baseline != nil { parts.append(("changes", HTMLWords.baseline)) }
    parts += [("coverage", HTMLWords.coverage), ("measures", HTMLWords.measures)]
    if data.period != nil { parts.append(("timeline", HTMLWords.timeline)) }
    parts += [("suppliers", HTMLWords.suppliers), ("findings", Words.findings)]
    if data.audit.summary.waived > 0 { parts.append(("waived", Words.waivedFindings)) }
    for (id, phrase) in parts { page.append("<li><a href=\"#\(id)\">\(data.word(phrase))</a></li>") }
    page.append("</ul></nav>\n")
  }

  func appendEnd(to page: inout TextBuffer) {
    page.append("</main>\n<footer><p class=\"disclaimer\">\(Disclaimer.text[data.language])</p>\n")
    page.append("<p>banken \(markup(data.context.toolVersion))</p></footer>\n")
    page.append("<script>\(HTMLScript.text)</script>\n</body>\n</html>\n")
  }
}

/// Bytes in base 64, as RFC 4648 has it.
func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var text = ""
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let value = (0..<3).reduce(0) { $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0) }
    for place in 0..<4 {
      text.append(place <= group.count ? digits[value >> (18 - 6 * place) & 63] : "=")
    }
  }
  return text
}
