/// Text as people may see it: characters that could disturb a terminal are written out, as `\u{1B}`.
package func safeText(_ text: String) -> String {
  var buffer = TextBuffer()
  buffer.append(text, .visible)
  return buffer.text
}

/// Text as a JSON string, quotation marks included; what could disturb a terminal is written as `\u001b`.
package func jsonText(_ text: String) -> String {
  var buffer = TextBuffer()
  buffer.append(quoted: text)
  return buffer.text
}

/// How many columns text takes on a terminal: two for East Asian wide and full-width characters.
package func displayWidth(_ text: String) -> Int {
  DisplayWidth.of(text)
}
