/// Text from the data as the content, or a quoted attribute, of HTML and XML.
///
/// What could disturb a reader (controls, marks that reorder text) is written out, as `\u{1B}`; the five characters that
/// mean something to markup become references. All of it is valid in XML 1.0 too.
func markup(_ text: String) -> String {
  var buffer = TextBuffer()
  buffer.append(markup: text)
  return buffer.text
}

extension TextBuffer {
  /// Appends text from the data as the content, or a quoted attribute, of HTML and XML.
  mutating func append(markup text: String) {
    var safe = safeText(text)
    safe.withUTF8 { append(markup: $0) }
  }

  /// Appends text that needs no escape for the eye, only for markup.
  private mutating func append(markup text: UnsafeBufferPointer<UInt8>) {
    var from = 0
    for (place, byte) in text.enumerated() {
      let reference: StaticString
      switch byte {
      case 0x26: reference = "&amp;"
      case 0x3C: reference = "&lt;"
      case 0x3E: reference = "&gt;"
      case 0x22: reference = "&quot;"
      case 0x27: reference = "&#39;"
      default: continue
      }
      append(UnsafeBufferPointer(rebasing: text[from..<place]))
      append(reference)
      from = place + 1
    }
    append(UnsafeBufferPointer(rebasing: text[from..<text.count]))
  }
}
