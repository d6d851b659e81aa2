import Banken

/// Every word about the data as a whole; single mistakes are worded where they are found.
enum DataWords {
  /// How many messages were not shown.
  static func more(_ count: Int, errors: Int) -> Phrase {
    Phrase(
      ja: "ほかに\(count)件(うちエラー\(errors)件)。--all ですべて表示します",
      en: "\(count) more (\(errors) of them errors); --all shows them")
  }

  /// That errors kept the data from being checked.
  static func nothingChecked(_ errors: Int, isLenient: Bool) -> Phrase {
    let said = Phrase(
      ja: "データにエラーが\(errors)件あるため点検していません",
      en: "\(errors) \(errors == 1 ? "error" : "errors") in the data, nothing was checked")
    let hint = Phrase(
      ja: "(--lenient で誤りのある行を除いて点検できます)", en: " (--lenient sets bad rows aside)")
    return isLenient ? said : said + hint
  }
}
