/// A language of reports.
public enum Language: String, Sendable, CaseIterable {
  /// Japanese.
  case ja
  /// English.
  case en

  /// The language an environment asks for: of `LC_ALL`, `LC_MESSAGES` and `LANG` the first that is set decides.
  ///
  /// Anything but Japanese reads as English.
  public init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
    let isJapanese = code.lowercased() == "ja" || code.lowercased() == "japanese"
    self = isJapanese ? .ja : .en
  }
}

/// A wording in both languages.
public struct Phrase: Sendable, Equatable {
  /// In Japanese.
  public let ja: String
  /// In English.
  public let en: String

  /// Takes both wordings.
  public init(ja: String, en: String) {
    self.ja = ja
    self.en = en
  }

  /// The wording in a language.
  public subscript(language: Language) -> String {
    language == .ja ? ja : en
  }
}
