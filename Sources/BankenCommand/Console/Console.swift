import Banken
import Bytes

/// How grave a message on standard error is.
enum MessageLevel: String {
  case error, warning, note
}

/// Standard error: messages as text, or as JSON, one object a line.
///
/// Nothing can be said about a message that cannot be written, so failures to write are ignored.
final class Console {
  private let errors: any Output
  let language: Language
  /// Whether messages are JSON objects.
  var isJSON = false

  init(errors: any Output, language: Language) {
    self.errors = errors
    self.language = language
  }

  /// A message about the run as a whole.
  func say(_ level: MessageLevel, _ text: Phrase) {
    say(level, text[language])
  }

  /// A message about the run as a whole.
  func say(_ level: MessageLevel, _ text: String) {
    guard isJSON else { return line("banken: \(level.rawValue): \(text)") }
    line("{\"level\": \"\(level.rawValue)\", \"message\": \(jsonText(text))}")
  }

  /// A message about a place in a file.
  ///
  /// - Parameter column: in characters or fields, from 1; 0 for the line as a whole.
  func say(_ level: MessageLevel, _ text: String, file: String, line number: Int, column: Int) {
    guard isJSON else {
      return line("\(safeText(file)):\(number):\(column): \(level.rawValue): \(text)")
    }
    line(
      "{\"level\": \"\(level.rawValue)\", \"file\": \(jsonText(file)), \"line\": \(number), "
        + "\"column\": \(column), \"message\": \(jsonText(text))}")
  }

  /// A line of plain text.
  func line(_ text: String) {
    write(text + "\n")
  }

  /// Text or bytes as they are.
  func write(_ text: String) {
    try? errors.write(text)
  }
}
