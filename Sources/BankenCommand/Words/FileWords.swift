import Banken
import Glibc

/// Every word about files that cannot be used, and about the run itself.
enum FileWords {
  /// What was tried with a file.
  enum Purpose {
    case read, write
  }

  /// That a file cannot be used, and why.
  static func cannot(_ purpose: Purpose, _ path: String, code: Int32) -> Phrase {
    let name = safeText(path)
    return switch purpose {
    case .read: Phrase(ja: "「\(name)」を読めません: ", en: "cannot read '\(name)': ") + reason(code)
    case .write: Phrase(ja: "「\(name)」に書けません: ", en: "cannot write '\(name)': ") + reason(code)
    }
  }

  static let standardOutput = Phrase(ja: "標準出力", en: "standard output")

  /// What the system said.
  private static func reason(_ code: Int32) -> Phrase {
    if code == EOPNOTSUPP {
      return Phrase(ja: "パイプや装置であり、通常のファイルではありません", en: "a pipe or a device, not a file")
    }
    let said = String(cString: strerror(code))
    return Phrase(ja: japanese[code] ?? said, en: said)
  }

  private static let japanese: [Int32: String] = [
    ENOENT: "ファイルまたはフォルダがありません", EACCES: "権限がありません", EPERM: "許可されていません",
    EISDIR: "フォルダです", ENOTDIR: "フォルダではありません", ENOSPC: "空き容量がありません",
    EROFS: "読み取り専用です", EIO: "入出力エラーです", ENAMETOOLONG: "名前が長すぎます",
    EMFILE: "開いているファイルが多すぎます", EDQUOT: "割り当て容量を超えます", ELOOP: "リンクが循環しています",
    ENOMEM: "メモリが足りません", EEXIST: "すでにあります",
  ]

  /// That a period reaches beyond today.
  static func daysToCome(_ last: Day) -> Phrase {
    Phrase(
      ja: "期間は今日より後の \(last) まであります。先の日は、台帳が今のまま変わらないものとして判定しています。継続中・解消済みもその日についてのものです",
      en:
        "the period reaches beyond today, to \(last): days to come are judged as if the ledger stayed as it is, "
        + "and so is what is still open or mended")
  }

  static let reading = Phrase(ja: "データを読んでいます…", en: "reading the data…")
  static let readingReports = Phrase(ja: "報告を読んでいます…", en: "reading the reports…")
  static let comparing = Phrase(ja: "比べています…", en: "comparing…")
  static let auditing = Phrase(ja: "点検しています…", en: "checking…")
  static let tracing = Phrase(ja: "番号をたどる準備をしています…", en: "preparing to trace…")
  static let takingStock = Phrase(ja: "在庫を調べています…", en: "taking stock…")
  static let examining = Phrase(ja: "調べています…", en: "examining…")
  static let drawing = Phrase(ja: "流通図を作っています…", en: "drawing up the graph…")
  static let planning = Phrase(ja: "計画を立てています…", en: "planning…")
  static let generating = Phrase(ja: "データを生成しています…", en: "generating the data…")
  static let writing = Phrase(ja: "報告を書いています…", en: "writing the report…")
}
