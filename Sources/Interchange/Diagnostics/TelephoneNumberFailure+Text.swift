import Numbering

extension TelephoneNumberFailure {
  /// What is wrong with the text in words, as messages about data say it; nil when it is simply no number.
  package func explanation(_ language: DiagnosticLanguage) -> String? {
    language == .ja ? JapaneseText.hint(self) : EnglishText.hint(self)
  }
}
