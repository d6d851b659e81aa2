import Numbering
import SupplyChain

/// The Japanese wording of diagnostics.
enum JapaneseText {
  static func wording(of diagnostic: Diagnostic) -> DiagnosticText.Wording {
    let found = diagnostic.found.map { shown($0) } ?? ""
    let table = diagnostic.table ?? .operators
    switch diagnostic.code {
    case .operatorsMissing:
      return .says("事業者の表がありません", hint: "ファイル名は 事業者.csv または operators.csv")
    case .secondFile(let other): return .says("同じ表が \(shown(other)) にもあります", hint: "どちらか一つにしてください")
    case .unknownFile(let near):
      return .says("表の名前ではないため読みません", hint: near.map { "\($0) の誤りではありませんか" })
    case .cannotConvert: return .says("このシステムはCP932を変換できません", hint: "UTF-8で保存し直してください")
    case .noHeader: return .says("ファイルが空です。見出し行が必要です", hint: header(table))
    case .titleRows(let line):
      return .says("見出し行（\(line)行目）より上に別の行があります", hint: "見出しより上の行を削除してください")
    case .unknownHeader(let isUTF16):
      return .says(
        "1行目に「\(table.japaneseName)」の列名が一つもありません",
        hint: isUTF16 ? "UTF-16かもしれません: --encoding utf-16le を試してください" : header(table))
    case .noCandidateHeader: return .says("ファイルが空です。見出し行が必要です", hint: candidateHeader)
    case .unknownCandidateHeader(let isUTF16):
      return .says(
        "1行目に候補の一覧の列名が一つもありません",
        hint: isUTF16 ? "バイト順マークのないUTF-16かもしれません" : candidateHeader)
    case .missingColumn(let column): return .says("列 \(both(column, table)) がありません")
    case .missingNumbers:
      return .says(
        "列が足りません: \(both(.rangeStart, table))と\(both(.rangeEnd, table))、または"
          + "\(both(.category, table))と\(both(.numbers, table))")
    case .duplicateColumn(let first): return .says("\(first)列目と同じ意味の列です")
    case .unknownColumns(let columns):
      return .says(
        "読まない列: "
          + columns.map { shown($0.name, limit: 40) + ($0.nearest.map { "（\($0) の誤りではありませんか）" } ?? "") }
          .joined(separator: "、"))
    case .tooLarge: return .says("表が大きすぎて扱えません")
    case .unclosedQuote: return .says("ここで始まる引用符が閉じていません", hint: "以降の行は読めません")
    case .textAfterQuote:
      return .says("引用符を閉じた後に文字があります:「\(found)」", hint: "引用符の中の引用符は二つ重ねます")
    case .surplusCell(let columns): return .says("見出しの\(columns)列を超えるセル「\(found)」があります")
    case .undecodable(let bytes, let encoding):
      return .says("バイト \(DiagnosticText.hexList(bytes)) は\(encoding.label)の文字ではありません:「\(found)」")
    case .nulByte: return .says("NULバイトがあります:「\(found)」")
    case .excelError: return .expected("値", hint: "Excelが計算できなかったセルです")
    case .blank: return .expected("値")
    case .idTooLong(let bytes): return .expected("64バイト以内のID", hint: "\(bytes)バイトあります")
    case .duplicateID(let line): return .expected("重複しないID", hint: "\(line)行目にもあります")
    case .unknownOperator(let near):
      return .expected("事業者の表にあるID", hint: near.map { "\(shown($0)) の誤りではありませんか" })
    case .noSuchOperator(let near):
      return .expected(
        "事業者の表にあるID、法人番号又は事業者名",
        hint: near.isEmpty ? nil : "近いもの: " + near.map { shown($0) }.joined(separator: "、"))
    case .ambiguousOperator(let ids, let others):
      let list = ids.map { shown($0) }.joined(separator: "、") + (others > 0 ? "ほか\(others)者" : "")
      return .expected("一つの事業者を示すID", hint: "\(list) に当てはまります")
    case .unknownProvision(let near):
      return .expected("番号提供の表にあるID", hint: near.map { "\(shown($0)) の誤りではありませんか" })
    case .operatorAside: return .says("事業者「\(found)」の行が除かれているため、この行も除きます")
    case .provisionAside: return .says("番号提供「\(found)」の行が除かれているため、この行も除きます")
    case .badDay(let failure): return .expected("2026-04-01や令和8年4月1日のような日付", hint: hint(failure))
    case .badTelephone(let failure): return .expected("電話番号", hint: hint(failure))
    case .badCategory:
      return .expected(
        "種別（" + Category.allCases.map { "\($0.japaneseName) \($0.name)" }.joined(separator: "、") + "）")
    case .badChoice(let english, let japanese, let near):
      return .expected(
        zip(japanese, english).map { "\($0)（\($1)）" }.joined(separator: "、") + "のいずれか",
        hint: near.map { "\($0) の誤りではありませんか" })
    case .badCount:
      return .expected(
        "1から10,000,000,000までの整数",
        hint: DiagnosticText.isScientific(found) ? "Excelが桁を省いた表示で、下の桁が失われています" : nil)
    case .badCorporateNumber(let failure): return .expected("法人番号", hint: hint(failure, found))
    case .unknownRule(let near): return .expected("ルールの名前", hint: near.map { "\($0) の誤りではありませんか" })
    case .rangeHalf(let missing): return .says("番号範囲の一方の端しかありません", hint: "\(both(missing, table))を記入")
    case .badRange(let start, let failure): return range(start, failure)
    case .categoryDisagrees(let category):
      return .expected("番号範囲の種別である\(category.japaneseName)（\(category.name)）")
    case .numbersDisagree(let size): return .expected("番号範囲の番号数である\(DiagnosticText.grouped(size))")
    case .neitherRangeNorCount: return .says("番号範囲も、種別と番号数もありません")
    case .countWithoutCategory(let missing):
      return .says("番号範囲がないときは種別と番号数の両方が必要です", hint: "\(both(missing, table))を記入")
    case .endBeforeStart(let start): return .expected("開始の\(start)以降の日付")
    case .needsRange: return .says("番号停止には番号範囲が必要です")
    case .needsOperator(let kind): return .says("\(kind == .suspendStock ? "在庫停止" : "新規提供拒否")には事業者IDが必要です")
    case .needsTarget: return .says("適用除外には事業者IDか提供IDが必要です")
    case .longCertificate(let usual): return .says("有効期限 \(found): 認証の有効期間は1年です（この場合 \(usual) まで）")
    case .reasonWithoutEnd:
      return .says("\(both(.endedOn, table))がないのに理由「\(found)」があります。終了していないものとして扱います")
    }
  }

  private static func both(_ column: Column, _ table: TableName) -> String {
    "\(column.japaneseName(in: table))（\(column.name)）"
  }

  private static func header(_ table: TableName) -> String {
    let required = Schema.of(table).columns.filter(\.isRequired).map { both($0.column, table) }
    return "1行目に列名を書きます: \(required.joined(separator: "、"))"
  }

  private static var candidateHeader: String {
    func name(_ column: Column) -> String { both(column, .provisions) }
    return "1行目に列名を書きます: \(name(.supplierID))、\(name(.recipientID))のほか、"
      + "\(name(.category))と\(name(.numbers))、または\(name(.rangeStart))と\(name(.rangeEnd))"
  }

  private static func range(_ start: TelephoneNumber, _ failure: NumberRangeFailure) -> DiagnosticText.Wording
  {
    switch failure {
    case .differentCategory(let first, _): .expected("\(start) と同じ種別（\(first.japaneseName)）の番号")
    case .differentLength(let first, _): .expected("\(start) と同じ\(first)桁の番号")
    case .endBeforeStart: .expected("\(start) 以降の番号")
    case .leavesCategory(let last):
      .expected("\(last ?? start) までの番号", hint: "それを超えると\(start.category.japaneseName)でない番号を含みます")
    }
  }

  private static func hint(_ failure: DayFailure) -> String? {
    switch failure {
    case .notADate: nil
    case .noSuchDay(let year, let month, let day): "\(year)年\(month)月\(day)日は存在しません"
    case .outsideEra(let era, let day): "\(day) は\(era.kanji)ではなく\(day.era.kanji)です"
    case .outOfRange: "1900年から2199年まで"
    case .excelSerial(let day): "Excelの日付 \(day) が数値になっています: 列の書式を日付にしてください"
    }
  }

  static func hint(_ failure: TelephoneNumberFailure) -> String? {
    switch failure {
    case .notANumber(let character): character.map { "「\(shown(String($0)))」は使えません" }
    case .scientific: "Excelが桁を省いた表示で、下の桁が失われています: 列の書式を文字列にしてください"
    case .lostLeadingZero(let number): "Excelが \(number) の先頭の0を落としています: 列の書式を文字列にしてください"
    case .nonSubscriber(let code): "加入者の番号ではなく\(name(code))です"
    case .foreign: "外国の番号です"
    case .unknownPrefix: "このように始まる番号はありません"
    case .wrongLength(let found, let expected, let category):
      "\(found)桁です。このように始まる\(category.japaneseName)は\(expected)桁"
    }
  }

  private static func name(_ code: String) -> String {
    switch code {
    case "00XY": "事業者識別番号（00XY）"
    case "1XY": "サービス番号（1XY）"
    case "110", "118", "119": "緊急通報の番号"
    case "091": "091で始まる番号"
    case "010": "外国の番号"
    default: code
    }
  }

  private static func hint(_ failure: CorporateNumberFailure, _ found: String) -> String {
    switch failure {
    case .notDigits:
      DiagnosticText.isScientific(found) ? "Excelが桁を省いた表示で、下の桁が失われています: 列の書式を文字列にしてください" : "数字13桁のみ"
    case .wrongLength(let digits): "13桁ではなく\(digits)桁です"
    case .wrongCheckDigit(let digit, let expected): "先頭の検査数字が\(digit)ですが、残りの12桁からは\(expected)です"
    }
  }
}
