import Decisions

/// Every word about the stock of an operator.
enum StockWords {
  static let title = Phrase(ja: "番号の在庫", en: "Stock of telephone numbers")
  static let `operator` = Phrase(ja: "事業者", en: "Operator")
  static let inHand = Phrase(ja: "手元にある番号", en: "In hand")
  static let countOnly = Phrase(ja: "うち番号数だけで把握", en: "  known by count only")
  static let suspended = Phrase(ja: "うち停止中", en: "  suspended")
  static let designated = Phrase(ja: "番号指定", en: "Designated")
  static let received = Phrase(ja: "受けた番号", en: "Received")
  static let passedOn = Phrase(ja: "渡した番号", en: "Passed on")
  static let balance = Phrase(ja: "収支", en: "Balance")
  static let rangesInHand = Phrase(ja: "手元の番号範囲", en: "Ranges in hand")
  static let rangesSuspended = Phrase(ja: "停止中の番号範囲", en: "Ranges suspended")
  static let notHeld = Phrase(ja: "保有しない番号の提供", en: "Passed on without being held")
  static let passedOnTwice = Phrase(ja: "複数の卸先に渡した番号", en: "Passed on to more than one recipient")
  static let suppliers = Phrase(ja: "卸元別", en: "From whom")
  static let recipients = Phrase(ja: "卸先別", en: "To whom")
  static let addsUp = Phrase(ja: "合う", en: "adds up")
  static let nothing = Phrase(
    ja: "この日、番号指定も番号の提供も台帳にない。", en: "No designation and no provision of it on record on that day.")
  static let users = Phrase(
    ja: "手元にある番号には、自社の利用者が使っている番号を含む（台帳では区別できない）。",
    en: "Numbers in hand include those its own end users use: a ledger does not tell them apart.")
  static let inflowsMayBeMissing = Phrase(
    ja: "受けた提供が台帳に漏れている可能性がある。", en: "Inflows may be missing from the ledger.")
  static let designationsMayBeMissing = Phrase(
    ja: "番号指定の表がないため、指定を受けた番号を渡しただけかもしれない。",
    en: "Without a table of designations it may be that these numbers are designated to it.")
  static let endsMayBeMissing = Phrase(
    ja: "提供終了日の記載漏れ、または番号範囲の誤記の可能性がある。", en: "An end date may be missing, or a range mistaken.")
  static let samePerson = Phrase(ja: "同じ法人", en: "Same person")
  static let elsewhere = Phrase(ja: "うち他者の手元にもある", en: "  also in other hands")
  static let rangesElsewhere = Phrase(ja: "他者の手元にもある番号範囲", en: "Ranges also in other hands")

  /// Of the numbers in hand, those under a suspension.
  static func ofThemSuspended(_ numbers: String) -> Phrase {
    Phrase(ja: "停止中 \(numbers)", en: "\(numbers) suspended")
  }

  /// Of the numbers in hand, those that others have too.
  static func ofThemElsewhere(_ numbers: String) -> Phrase {
    Phrase(ja: "他者の手元にもある \(numbers)", en: "\(numbers) also in other hands")
  }

  /// That others have numbers too, and what to do about it.
  static func heldElsewhere(_ numbers: String, by others: String) -> Phrase {
    Phrase(
      ja: "手元の番号のうち\(numbers)は、台帳では他の事業者の手元にもある（\(others)）。停止などの前に、どちらが持つか確認する。",
      en:
        "\(numbers) of these are in other hands as well, says the ledger (\(others)): find out who has them "
        + "before they are stopped.")
  }

  /// The supplier and the provision by which numbers came.
  static func cameFrom(_ supplier: String, _ provision: String) -> Phrase {
    Phrase(ja: "\(supplier)から \(provision)", en: "from \(supplier) by \(provision)")
  }

  /// Operators that are not named.
  static func moreOperators(_ count: Int) -> Phrase {
    Phrase(ja: "ほか\(grouped(count))者", en: "and \(grouped(count)) more")
  }

  /// That the ledger does not tell which numbers of the ranges went on by count only.
  static func unnamed(_ numbers: UInt64) -> Phrase {
    let count = grouped(Int(clamping: numbers))
    return Phrase(
      ja: "下の範囲のうち\(count)番号は、番号数だけの提供で既に渡している。どの番号かは台帳では分からない。",
      en: "\(count) numbers of the ranges below are passed on by count only: the ledger does not tell which.")
  }

  /// Why it does not add up, in a sentence without its full stop.
  static func difference(of stock: CategoryStock, _ language: Language) -> String {
    var parts: [Phrase] = []
    if stock.notHeld > 0 {
      let count = grouped(Int(clamping: stock.notHeld))
      parts.append(
        Phrase(
          ja: "指定も受けた記録もない番号を渡している \(count)番号",
          en: "\(count) passed on that were neither designated to it nor received"))
    }
    if stock.overdrawn > 0 {
      let count = grouped(Int(clamping: stock.overdrawn))
      parts.append(
        Phrase(
          ja: "持っている数を超えて番号数だけで渡している \(count)番号", en: "\(count) passed on by count beyond what it has"))
    }
    if stock.passedOnTwice > 0 {
      let count = grouped(Int(clamping: stock.passedOnTwice))
      parts.append(
        Phrase(ja: "複数の卸先に渡している 延べ\(count)番号", en: "\(count) passed on more than once"))
    }
    let total = grouped(Int(clamping: stock.difference))
    return language == .ja
      ? "合わない（差 \(total)番号）: " + parts.map(\.ja).joined(separator: "、")
      : "does not add up by \(total): " + parts.map(\.en).joined(separator: "; ")
  }

  /// So many ranges.
  static func ranges(_ count: Int, _ language: Language) -> String {
    language == .ja ? "\(grouped(count))範囲" : "\(grouped(count)) \(count == 1 ? "range" : "ranges")"
  }

  /// So many operators at the other end.
  static func from(_ count: Int, _ language: Language) -> String {
    language == .ja
      ? "\(grouped(count))者から" : "from \(grouped(count)) \(count == 1 ? "supplier" : "suppliers")"
  }

  static func to(_ count: Int, _ language: Language) -> String {
    language == .ja
      ? "\(grouped(count))者へ" : "to \(grouped(count)) \(count == 1 ? "recipient" : "recipients")"
  }
}
