import Banken
import Bytes

/// Every word about mistakes in policies.
enum PolicyWords {
  /// What is wrong, with the place in the document.
  static func message(_ problem: PolicyProblem, _ language: Language) -> String {
    let text = phrase(problem.kind)[language]
    return problem.path.isEmpty ? text : "\(safeText(problem.path)): \(text)"
  }

  /// How many mistakes are not shown.
  static func more(_ hidden: Int) -> Phrase {
    Phrase(ja: "ほかに\(hidden)件の誤りがあります", en: "\(hidden) more \(hidden == 1 ? "error" : "errors")")
  }

  /// A cap of the policy has the id of a row of the caps table.
  static func capInTable(_ id: String, file: String, line: Int) -> Phrase {
    Phrase(
      ja: "上限ID「\(safeText(id))」は \(safeText(file)) の \(line) 行目と重複しています",
      en: "the cap id \"\(safeText(id))\" is also used in \(safeText(file)), line \(line)")
  }

  /// `ledger.complete` names an operator that the dataset does not have.
  static func unknownComplete(_ id: String) -> Phrase {
    Phrase(
      ja: "ledger.complete の事業者「\(safeText(id))」はこのデータセットにありません",
      en: "ledger.complete names the operator \"\(safeText(id))\", which is not in this dataset")
  }

  private static func phrase(_ kind: PolicyProblem.Kind) -> Phrase {
    switch kind {
    case .notJSON(let kind): json(kind)
    case .unknownMember(let name, let suggestion, let known):
      Phrase(ja: "不明な項目 \(quoted(name))", en: "unknown member \(quoted(name))")
        + meant(suggestion, else: known)
    case .duplicateMember(let name, let line):
      Phrase(
        ja: "項目 \(quoted(name)) は \(line) 行目にもあります",
        en: "the member \(quoted(name)) is already on line \(line)")
    case .missingMember(let name):
      Phrase(ja: "項目 \"\(name)\" がありません", en: "the member \"\(name)\" is missing")
    case .wrongValue(let found, let expected, let suggestion):
      Phrase(
        ja: "\(show(found).ja)ではなく\(show(expected).ja)を書きます",
        en: "found \(show(found).en), expected \(show(expected).en)") + meant(suggestion, else: [])
    case .emptyTrackRecord(let from, let under):
      Phrase(
        ja: "track_record_from_months (\(from)) は track_record_under_months (\(under)) より小さくします",
        en: "track_record_from_months (\(from)) must be less than track_record_under_months (\(under))")
    case .duplicateCap(let id, let line):
      Phrase(
        ja: "上限ID \(quoted(id)) は \(line) 行目にもあります", en: "the cap id \(quoted(id)) is already on line \(line)"
      )
    case .unknownRule(let name, let suggestion):
      Phrase(
        ja: "不明なルール \(quoted(name))(一覧は「banken rules」)",
        en: "unknown rule \(quoted(name)) ('banken rules' lists them)") + meant(suggestion, else: [])
    case .unknownCause(let name, let rule, let suggestion, let known):
      if known.isEmpty {
        Phrase(ja: "ルール \(rule.name) に原因の別はありません", en: "the rule \(rule.name) has no causes")
      } else {
        Phrase(
          ja: "ルール \(rule.name) に原因 \(quoted(name)) はありません",
          en: "the rule \(rule.name) has no cause \(quoted(name))") + meant(suggestion, else: known)
      }
    }
  }

  /// The word that was probably meant, or all there are.
  private static func meant(_ suggestion: String?, else known: [String]) -> Phrase {
    if let suggestion {
      Phrase(ja: "。\"\(suggestion)\" のことですか", en: "; did you mean \"\(suggestion)\"?")
    } else if known.isEmpty {
      Phrase(ja: "", en: "")
    } else {
      Phrase(
        ja: "(\(known.joined(separator: ", ")) のいずれか)", en: " (one of \(known.joined(separator: ", ")))")
    }
  }

  private static func show(_ found: PolicyProblem.Found) -> Phrase {
    switch found {
    case .null: Phrase(ja: "null ", en: "null")
    case .boolean(let value): Phrase(ja: "\(value) ", en: "\(value)")
    case .number(let text): Phrase(ja: "数 \(short(text)) ", en: "the number \(short(text))")
    case .string(let text): Phrase(ja: "文字列 \(quoted(text)) ", en: "the string \(quoted(text))")
    case .array: Phrase(ja: "配列 […] ", en: "an array")
    case .object: Phrase(ja: "オブジェクト {…} ", en: "an object")
    }
  }

  private static func show(_ expected: PolicyProblem.Expected) -> Phrase {
    switch expected {
    case .object: Phrase(ja: "オブジェクト {…} ", en: "an object {…}")
    case .array: Phrase(ja: "配列 […] ", en: "an array […]")
    case .boolean: Phrase(ja: " true か false ", en: "true or false")
    case .wholeNumber(let from, let to):
      Phrase(ja: " \(from) から \(to) の整数", en: "a whole number from \(from) to \(to)")
    case .date: Phrase(ja: "日付(\"2026-04-01\" など)", en: "a date such as \"2026-04-01\"")
    case .category:
      Phrase(
        ja: "種別(\(Category.allCases.map(\.name).joined(separator: ", ")) など)",
        en: "a category (\(Category.allCases.map(\.name).joined(separator: ", ")))")
    case .choice(let words):
      Phrase(
        ja: " \(words.map { "\"\($0)\"" }.joined(separator: ", ")) のいずれか",
        en: "one of \(words.map { "\"\($0)\"" }.joined(separator: ", "))")
    case .id: Phrase(ja: "空でない文字列", en: "a string that is not blank")
    case .idsOrAll: Phrase(ja: "事業者IDの配列か \"all\" ", en: "an array of operator ids or \"all\"")
    }
  }

  static func json(_ kind: JSONError.Kind) -> Phrase {
    switch kind {
    case .empty:
      Phrase(ja: "空のファイルです。JSON のオブジェクト {…} を書きます", en: "the file is empty, expected a JSON object")
    case .unexpectedEnd: Phrase(ja: "JSON が途中で終わっています", en: "the JSON text ends too early")
    case .unexpected(let found, let expected):
      Phrase(
        ja: "JSON の誤り: \(quoted(found)) の位置には\(show(expected).ja)が必要です",
        en: "not JSON: found \(quoted(found)), expected \(show(expected).en)")
    case .invalidUTF8: Phrase(ja: "UTF-8 でないバイトがあります", en: "bytes that are not UTF-8")
    case .controlCharacter(let byte):
      Phrase(
        ja: "文字列の中の制御文字 (\(byte)) は \\u でエスケープします",
        en: "the control character \(byte) in a string must be escaped")
    case .invalidEscape: Phrase(ja: "文字列の中に不正なエスケープがあります", en: "an invalid escape in a string")
    case .loneSurrogate:
      Phrase(ja: "サロゲートの片方だけがあります", en: "half of a surrogate pair without the other half")
    case .invalidNumber(let text):
      Phrase(ja: "\(quoted(text)) は JSON の数ではありません", en: "\(quoted(text)) is not a JSON number")
    case .tooDeep(let limit):
      Phrase(ja: "入れ子が \(limit) 段を超えています", en: "nested deeper than \(limit) levels")
    }
  }

  private static func show(_ expected: JSONError.Expected) -> Phrase {
    switch expected {
    case .value: Phrase(ja: "値", en: "a value")
    case .nameOrBrace: Phrase(ja: "項目名か「}」", en: "a member name or '}'")
    case .name: Phrase(ja: "項目名", en: "a member name")
    case .colon: Phrase(ja: "「:」", en: "':'")
    case .commaOrBracket: Phrase(ja: "「,」か「]」", en: "',' or ']'")
    case .commaOrBrace: Phrase(ja: "「,」か「}」", en: "',' or '}'")
    case .end: Phrase(ja: "ファイルの終わり", en: "the end of the file")
    }
  }

  /// Text from the file in quotation marks, cut when it is long.
  private static func quoted(_ text: String) -> String { "\"\(short(text))\"" }

  private static func short(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex) ?? scalars.endIndex
    return safeText(String(scalars[..<end])) + (end == scalars.endIndex ? "" : "…")
  }
}
