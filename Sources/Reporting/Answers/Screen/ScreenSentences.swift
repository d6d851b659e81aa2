import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// The sentences of a screening that hold figures and names.
struct ScreenSentences {
  let chain: SupplyChain
  let caps: CapBook
  let language: Language
  /// Telephone numbers as they are shown.
  private var texts: NumberTexts { NumberTexts(chain.tables) }

  /// Name and id of an operator, cut to a line.
  func name(_ x: OperatorIndex) -> String {
    var buffer = TextBuffer()
    let table = chain.tables.operators
    buffer.append(table.names, Int(x), .cut(columns: FindingEntry.nameColumns))
    buffer.append(language == .ja ? "（" : " (")
    buffer.append(table.ids, Int(x), .cut(columns: FindingEntry.nameColumns))
    buffer.append(language == .ja ? "）" : ")")
    return buffer.text
  }

  /// How many numbers of which category, and the range if there is one.
  func numbers(_ candidate: ProvisionCandidate) -> String {
    var text = "\(candidate.category.japaneseName) \(count(candidate.numbers))"
    if language == .en {
      let noun = candidate.numbers == 1 ? "number" : "numbers"
      text = "\(grouped(Int(clamping: candidate.numbers))) \(candidate.category.name) \(noun)"
    }
    if let range = candidate.range {
      let (start, end) = (texts.digits(range.start), texts.digits(range.end))
      text += language == .ja ? "（\(start)〜\(end)）" : " (\(start)..\(end))"
    }
    return text
  }

  /// The first and the last day.
  func period(_ candidate: ProvisionCandidate) -> String {
    let end = candidate.endsOn.map { $0.description } ?? ScreenWords.open[language]
    return language == .ja ? "\(candidate.startsOn) 〜 \(end)" : "\(candidate.startsOn) to \(end)"
  }

  func count(_ numbers: UInt64) -> String {
    var buffer = TextBuffer()
    buffer.append(count: numbers, .numbers, language)
    return buffer.text
  }

  /// The id of a cap, cut to a line.
  func cap(_ cap: Int) -> String {
    var buffer = TextBuffer()
    buffer.append(caps.id(of: cap), .cut(columns: FindingEntry.nameColumns))
    return buffer.text
  }

  /// Reasons by severity.
  func tally(_ severities: [Severity], waived: Int) -> String {
    func count(_ severity: Severity) -> Int { severities.count { $0 == severity } }
    var text: String
    if language == .ja {
      text = "違反等\(count(.violation))件、注意\(count(.warning))件、要確認\(count(.notice))件"
      if waived > 0 { text += "、適用除外\(waived)件" }
      return text
    }
    text =
      "\(plural(count(.violation), "violation")), \(plural(count(.warning), "warning")), "
      + plural(count(.notice), "notice")
    return waived > 0 ? text + ", \(waived) waived" : text
  }

  /// A change to come.
  func change(_ change: ScreenOutlook.Change) -> String {
    let rules = change.rules.prefix(4).map { $0.text.title[language] }
    var text = "\(change.day)  \(change.verdict.term[language])"
    if !rules.isEmpty {
      text += language == .ja ? "（\(rules.joined(separator: "、"))" : " (" + rules.joined(separator: "; ")
      if change.rules.count > 4 { text += language == .ja ? "ほか" : "; …" }
      text += language == .ja ? "）" : ")"
    }
    return text
  }

  /// That nothing, or nothing else, changes for how long.
  func lasting(_ outlook: ScreenOutlook) -> String {
    let isFull = outlook.changes.count >= 5
    if isFull { return Phrase(ja: "それ以降の変化は示していない。", en: "Later ones are not shown.")[language] }
    return language == .ja
      ? "台帳の記載がこのままなら、\(outlook.until)まで\(outlook.changes.isEmpty ? "判定は変わらない" : "ほかに変化はない")。"
      : "If the data stay as they are, nothing \(outlook.changes.isEmpty ? "" : "else ")changes until "
        + "\(outlook.until)."
  }

  /// Where a range stands among the designations, as far as it is not wholly designated.
  func designation(_ found: CandidateDesignation, of candidate: ProvisionCandidate) -> String? {
    if found.numbers == candidate.numbers { return nil }
    if found.numbers > 0 {
      return language == .ja
        ? "この範囲のうち、番号指定の記録があるのは\(count(found.numbers))だけである。"
        : "Only \(count(found.numbers)) of the range are designated to anybody on record."
    }
    guard let nearest = found.nearest, let holder = found.holder else {
      return Phrase(
        ja: "この種別の番号指定の記録は台帳にない。", en: "No block of this category is designated to anybody on record.")[
          language]
    }
    let (start, end) = (texts.digits(nearest.start), texts.digits(nearest.end))
    // Ends that are pseudonyms do not tell it.
    let size = texts.areMasked ? (language == .ja ? "、" : ", ") + count(nearest.count) : ""
    return language == .ja
      ? "この範囲はどの番号指定にも含まれない。最も近い番号指定は\(start)〜\(end)（\(name(holder))\(size)）。番号に誤りがないか確認する。"
      : "The range lies outside every designation on record; the nearest block is \(start)..\(end) "
        + "of \(name(holder))\(size). Is the number right?"
  }
}
