import Banken

/// Every word about mistakes on the command line.
enum UsageWords {
  /// What is wrong, in one sentence without a full stop.
  static func message(_ kind: UsageError.Kind, _ language: Language) -> String {
    phrase(kind)[language]
  }

  /// Where to find help.
  static func hint(_ command: CommandID?) -> Phrase {
    let words = ["banken", command?.name, "--help"].compactMap(\.self).joined(separator: " ")
    return Phrase(ja: "使い方は「\(words)」で見られます。", en: "Try '\(words)' for help.")
  }

  private static func phrase(_ kind: UsageError.Kind) -> Phrase {
    switch kind {
    case .missingCommand:
      let names = list(CommandID.allCases.map(\.name))
      return Phrase(ja: "コマンドがありません(\(names) のいずれか)", en: "no command given (one of \(names))")
    case .unknownCommand(let name, let suggestion):
      return Phrase(ja: "不明なコマンド「\(safe(name))」", en: "unknown command '\(safe(name))'") + meant(suggestion)
    case .unknownOption(let option, let suggestion):
      return Phrase(ja: "不明なオプション「\(safe(option))」", en: "unknown option '\(safe(option))'")
        + meant(suggestion)
    case .missingValue(let option):
      return Phrase(ja: "「\(option)」に値がありません", en: "option '\(option)' needs a value")
    case .unwantedValue(let option, let value):
      return Phrase(
        ja: "「\(option)」は値をとりません(「\(safe(value))」)",
        en: "option '\(option)' takes no value ('\(safe(value))')")
    case .badChoice(let option, let value, let choices, let suggestion):
      return Phrase(
        ja: "「\(option)」の値「\(safe(value))」は使えません(\(list(choices)) のいずれか)",
        en: "bad value '\(safe(value))' for option '\(option)' (one of \(list(choices)))") + meant(suggestion)
    case .repeatedOption(let option):
      return Phrase(ja: "「\(option)」が二度指定されています", en: "option '\(option)' was given twice")
    case .missingArgument(let name):
      return Phrase(ja: "引数 \(name) がありません", en: "argument \(name) is missing")
    case .missingOption(let option):
      return Phrase(ja: "「\(option)」の指定が必要です", en: "option '\(option)' is needed")
    case .unexpectedArgument(let text):
      return Phrase(ja: "余分な引数「\(safe(text))」", en: "unexpected argument '\(safe(text))'")
    case .needs(let option, let other):
      return Phrase(
        ja: "「\(option)」は「\(other)」とともに使います", en: "option '\(option)' can only be used with '\(other)'")
    case .categoryOfRange(let value, let range, let category):
      return Phrase(
        ja: "「--category」の値「\(safe(value))」は「--range」の「\(safe(range))」の種別\(category.japaneseName)と合いません",
        en:
          "'\(safe(value))' for '--category' is not the category of '\(safe(range))', which is \(category.name)"
      )
    case .sizeOfRange(let value, let range, let size):
      return Phrase(
        ja: "「--numbers」の値「\(safe(value))」は「--range」の「\(safe(range))」の番号数\(size)と合いません",
        en: "'\(safe(value))' for '--numbers' is not the size of '\(safe(range))', which is \(size)")
    case .endsBeforeStart(let option, let value, let start):
      return Phrase(
        ja: "「\(option)」の値「\(safe(value))」は提供開始日の\(start)より前です",
        en: "'\(safe(value))' for '\(option)' is before the first day, \(start)")
    case .rejectsIntoDataset:
      return Phrase(
        ja: "「--rejects」にデータセットと同じフォルダは指定できません", en: "'--rejects' must not be the directory of the dataset")
    case .badDay(let option, let value, let failure):
      return Phrase(
        ja: "「\(option)」の値「\(safe(value))」は日付ではありません: ",
        en: "bad value '\(safe(value))' for option '\(option)': ") + day(failure)
    case .excludes(let option, let other):
      return Phrase(
        ja: "「\(option)」と「\(other)」は同時に指定できません",
        en: "options '\(option)' and '\(other)' cannot be used together")
    case .periodReversed(let from, let to):
      return Phrase(
        ja: "期間の初日 \(from) が最終日 \(to) より後です", en: "the period begins on \(from), after its last day \(to)")
    case .badFiscalYear(let value):
      return Phrase(
        ja: "「--fiscal-year」の値「\(safe(value))」は年度ではありません(2025、令和7、R7 のように書きます)",
        en: "bad value '\(safe(value))' for option '--fiscal-year' (a fiscal year such as 2025, 令和7 or R7)")
    case .badTelephone(let option, let value, let failure):
      return Phrase(
        ja: "「\(option)」の「\(safe(value))」は電話番号ではありません" + (failure.explanation(.ja).map { ": \($0)" } ?? ""),
        en: "'\(safe(value))' for '\(option)' is no telephone number"
          + (failure.explanation(.en).map { ": \($0)" } ?? ""))
    case .badRange(let option, let value, let failure):
      return Phrase(
        ja: "「\(option)」の「\(safe(value))」は番号の範囲になりません: ",
        en: "'\(safe(value))' for '\(option)' is no range: ") + range(failure)
    case .notARange(let option, let value):
      return Phrase(
        ja: "「\(option)」の値「\(safe(value))」は範囲ではありません(050-3123-0000..050-3123-0099 のように書きます)",
        en: "bad value '\(safe(value))' for option '\(option)' (a range such as 050-3123-0000..050-3123-0099)"
      )
    case .badCategory(let option, let value):
      return Phrase(
        ja: "「\(option)」の値「\(safe(value))」は種別ではありません(\(list(Category.allCases.map(\.name))) のいずれか)",
        en:
          "bad value '\(safe(value))' for option '\(option)' (one of \(list(Category.allCases.map(\.name))))")
    case .badNumber(let option, let value, let from, let to):
      return Phrase(
        ja: "「\(option)」の値「\(safe(value))」は使えません(\(from) から \(to) の整数)",
        en: "bad value '\(safe(value))' for option '\(option)' (a whole number from \(from) to \(to))")
    case .badShare(let option, let value):
      return Phrase(
        ja: "「\(option)」の値「\(safe(value))」は使えません(0 から 1 の小数、小数点以下 6 桁まで)",
        en: "bad value '\(safe(value))' for option '\(option)' (a decimal from 0 to 1, at most 6 places)")
    case .planExhausted:
      return Phrase(
        ja: "これだけの範囲を割り当てるには電話番号が足りません(「--provisions」か「--ranges」を小さくします)",
        en: "not enough telephone numbers for so many ranges; lower '--provisions' or '--ranges'")
    case .directoryNotEmpty(let path, let file):
      return Phrase(
        ja: "「\(safe(path))」には生成したもの以外のファイルがあります(「\(safe(file))」)",
        en: "'\(safe(path))' holds something that was not generated ('\(safe(file))')")
    case .redactionWithoutKey: return RedactWords.needsKey
    case .outputIsKey(let path): return RedactWords.outputIsKey(safe(path))
    case .notComparable(let differences):
      let reasons = Phrase(
        ja: differences.map(\.explanation.ja).joined(separator: "、"),
        en: differences.map(\.explanation.en).joined(separator: "; "))
      if !differences.allSatisfy(\.canBeForced) {
        return Phrase(ja: "比較できません: \(reasons.ja)", en: "not compared: \(reasons.en)")
      }
      return Phrase(
        ja: "比較できません: \(reasons.ja)。「--force」で承知のうえ比較します",
        en: "not compared: \(reasons.en); '--force' compares all the same")
    case .notAReport(let path, let schema):
      return Phrase(
        ja: "「\(safe(path))」は監査の報告(banken-report/1)ではなく「\(safe(schema))」です。「--force」で報告とみなして読みます",
        en:
          "'\(safe(path))' is no audit report (banken-report/1) but '\(safe(schema))'; '--force' reads it as one"
      )
    case .badGoal(let option, let value):
      return Phrase(
        ja: "「\(option)」の値「\(safe(value))」は使えません"
          + "(95%、99.5% または 0.95 のように書きます。小数は百分率なら4桁、割合なら6桁まで)",
        en: "bad value '\(safe(value))' for option '\(option)' (a share such as 95%, 99.5% or 0.95; at most "
          + "four decimal places of a percentage, six of a share)")
    case .tooLargeToDraw(let nodes, let edges, let isAround):
      let limits = (DrawingLimit.nodes, DrawingLimit.edges)
      let smaller = isAround ? "--depth, --category" : "--around, --category"
      return Phrase(
        ja: "図として読める大きさを超えます(事業者\(nodes)者、線\(edges)本。図は\(limits.0)者、\(limits.1)本まで)。"
          + "「\(smaller)」で範囲を絞るか、「--format graphml」などで書き出します",
        en: "too much to be read as a drawing: \(nodes) operators and \(edges) lines, "
          + "at most \(limits.0) and \(limits.1); narrow it with \(smaller), or export it with '--format graphml'"
      )
    case .needsDirectory(let format):
      return Phrase(
        ja: "「--format \(format)」は複数のファイルを書くため、「--output」でフォルダを指定します",
        en: "'--format \(format)' writes several files: name a directory with '--output'")
    case .noFees(end: true):
      return Phrase(
        ja: "「--by fees」で「--allow end」を使うには、方針の fees に提供を終えることの見積り額が必要です(例: \"end\": 100000)",
        en:
          "'--by fees' with '--allow end' needs what ending a provision is reckoned at in the policy's \"fees\", "
          + "such as \"end\": 100000")
    case .noFees(end: false):
      let example =
        "\"fees\": {\"associations\": [\"…\"], \"members\": {\"first\": 80000, \"renewal\": 60000}, "
        + "\"others\": {\"first\": 260000, \"renewal\": 260000}}"
      return Phrase(
        ja: "「--by fees」には方針の fees が必要です。方針ファイルに例えば次のように加えます(associations は会員料金になる加盟団体): \(example)",
        en: "'--by fees' needs the fees in the policy; add for example \(example), "
          + "with the associations whose members pay the fees of members")
    case .unknownRule(let name, let suggestion):
      return Phrase(
        ja: "不明なルール「\(safe(name))」(一覧は「banken rules」)",
        en: "unknown rule '\(safe(name))' ('banken rules' lists them)") + meant(suggestion)
    case .unknownDocument(let name, let suggestion):
      return Phrase(
        ja: "不明な文書「\(safe(name))」(一覧は「banken schema」)",
        en: "unknown document '\(safe(name))' ('banken schema' lists them)") + meant(suggestion)
    case .unknownOperator(let text, let near):
      let names = near.map(safe)
      return Phrase(
        ja: "事業者「\(safe(text))」はこのデータセットにありません"
          + (near.isEmpty ? "" : "。近いもの: \(names.joined(separator: "、"))"),
        en: "no operator '\(safe(text))' in this dataset"
          + (near.isEmpty ? "" : "; nearest: \(names.joined(separator: ", "))"))
    case .ambiguousOperator(let text, let candidates, let others):
      let names = candidates.map(safe)
      return Phrase(
        ja: "「\(safe(text))」に当たる事業者が複数あります。ID で指定してください: \(names.joined(separator: "、"))"
          + (others == 0 ? "" : "、ほか\(others)件"),
        en: "'\(safe(text))' fits several operators, use an id: \(names.joined(separator: ", "))"
          + (others == 0 ? "" : " and \(others) more"))
    }
  }

  /// Why a text is no day.
  static func day(_ failure: DayFailure) -> Phrase {
    switch failure {
    case .notADate:
      Phrase(ja: "2026-04-01 や 令和8年4月1日 のように書きます", en: "expected a date such as 2026-04-01 or R8.4.1")
    case .noSuchDay(let year, let month, let day):
      Phrase(ja: "\(year)年\(month)月\(day)日は暦にありません", en: "there is no day \(year)-\(month)-\(day)")
    case .outsideEra(let era, let day):
      Phrase(
        ja: "\(day) は\(era.kanji)ではなく\(day.eraDate)です", en: "\(day) is not in \(era.kanji) but \(day.eraDate)"
      )
    case .outOfRange(let year):
      Phrase(ja: "\(year)年は 1900 年から 2199 年の外です", en: "the year \(year) is outside 1900 to 2199")
    case .excelSerial(let day):
      Phrase(ja: "Excel の日付の通し番号らしい数です(\(day))", en: "this looks like Excel's number for \(day)")
    }
  }

  /// Why two numbers are no range.
  private static func range(_ failure: NumberRangeFailure) -> Phrase {
    switch failure {
    case .differentCategory(let first, let last):
      Phrase(
        ja: "種別が異なります(\(first.japaneseName)と\(last.japaneseName))",
        en: "the ends are of different categories (\(first.name), \(last.name))")
    case .differentLength(let first, let last):
      Phrase(ja: "桁数が異なります(\(first)桁と\(last)桁)", en: "the ends have \(first) and \(last) digits")
    case .endBeforeStart: Phrase(ja: "終わりが始まりより前です", en: "it ends before it starts")
    case .leavesCategory(let last):
      Phrase(
        ja: "間に別の種別の番号を含みます" + (last.map { "(\($0) まで)" } ?? ""),
        en: "not all numbers between are of one category" + (last.map { " (up to \($0))" } ?? ""))
    }
  }

  private static func meant(_ suggestion: String?) -> Phrase {
    guard let suggestion else { return Phrase(ja: "", en: "") }
    return Phrase(ja: "。「\(suggestion)」のことですか", en: "; did you mean '\(suggestion)'?")
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  private static func safe(_ text: String) -> String { safeText(text) }
}

extension Phrase {
  /// One wording after another.
  static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(ja: left.ja + right.ja, en: left.en + right.en)
  }
}
