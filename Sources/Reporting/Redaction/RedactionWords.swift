import SupplyChain

/// Words of reports in which pseudonyms stand.
enum RedactionWords {
  static let label = Phrase(ja: "仮名化", en: "Redacted")
  /// Stands for what is not shown at all.
  static let withheld = Phrase(ja: "（非公開）", en: "(withheld)")
  /// In place of a mistake in a file of candidates, which quotes the file.
  static let mistake = Phrase(
    ja: "記載の誤り（内容は標準エラー出力だけに示す）", en: "a mistake, told on standard error only")

  /// What was replaced.
  static func replaced(_ scope: Redaction.Scope) -> Phrase {
    switch scope {
    case .names:
      Phrase(
        ja: "名称（法人番号、認定番号、認証番号などを含む）を仮名に置き換えた",
        en: "names are pseudonyms, and so are corporate, approval and certificate numbers")
    case .numbers:
      Phrase(ja: "電話番号を仮の番号に置き換えた", en: "telephone numbers are pseudonyms")
    case .all:
      Phrase(
        ja: "名称、電話番号、IDを仮名に置き換えた", en: "names, telephone numbers and ids are pseudonyms")
    }
  }

  /// What was replaced, and with which key.
  static func note(_ redaction: Redaction) -> Phrase {
    let text = replaced(redaction.scope)
    return Phrase(
      ja: "\(text.ja)（鍵の識別子 \(redaction.keyID)）", en: "\(text.en) (key \(redaction.keyID))")
  }
}

extension Redaction {
  /// A redaction whose pseudonyms have the words of a language; nil for a key that is too short.
  public convenience init?(key: [UInt8], scope: Scope, language: Language) {
    self.init(
      key: key, scope: scope,
      words: Words(
        operatorName: language == .ja ? "事業者-" : "operator-", withheld: RedactionWords.withheld[language]))
  }

  /// What a report says of it.
  public var note: Phrase { RedactionWords.note(self) }

  /// What stands in an answer for a mistake in a file of candidates.
  package static var mistake: Phrase { RedactionWords.mistake }
}
