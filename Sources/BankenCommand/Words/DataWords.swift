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

  /// That lines of a list kept its numbers from being looked at.
  static func nothingTraced(_ lines: Int) -> Phrase {
    Phrase(
      ja: "電話番号でない行が\(lines)行あるため何も調べていません(--lenient でその行を除いて調べられます)",
      en: "\(lines) \(lines == 1 ? "line is" : "lines are") no telephone number, nothing was looked at "
        + "(--lenient passes over such lines)")
  }

  /// That a list holds no number at all.
  static func noNumbers(_ path: String) -> Phrase {
    Phrase(ja: "「\(safeText(path))」に電話番号がありません", en: "'\(safeText(path))' holds no telephone number")
  }

  /// That a list holds no candidate at all.
  static func noCandidates(_ path: String) -> Phrase {
    Phrase(
      ja: "「\(safeText(path))」に候補の行がありません(見出しだけです)",
      en: "'\(safeText(path))' holds no candidate, only a header")
  }

  /// That numbers were given more than once.
  static func repeatedNumbers(_ count: Int) -> Phrase {
    Phrase(
      ja: "同じ番号の繰り返し\(count)件は一度だけ調べました",
      en: "\(count) \(count == 1 ? "repetition" : "repetitions") of a number passed over")
  }
}
