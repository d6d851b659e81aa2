import Audit
import Comparison
import Numbering

/// Words the sentence of a finding that is known from a report only.
///
/// A report in the language wanted has the sentence. Otherwise it is built anew where the members suffice, with names as
/// far as they are known, and else shown as it was written.
struct RecordedMessage: Sendable {
  let language: Language
  /// Whether the report is in that language.
  private let isOwn: Bool
  /// The name of an operator; nil for one that is not known.
  private let name: @Sendable (String) -> String?

  init(_ digest: ReportDigest, language: Language, name: @escaping @Sendable (String) -> String?) {
    self.language = language
    self.name = name
    isOwn = digest.disclaimer == Disclaimer.text[language]
  }

  /// The sentence, or what stands in its place.
  ///
  /// - Parameter escaping: how names and ids are shown; nil for as they are.
  func text(_ finding: RecordedFinding, _ escaping: Escaping?) -> String {
    let written = finding.text("message")
    if isOwn, let written { return show(sentence: written, escaping) }
    if let built = built(finding, escaping) { return built }
    return show(sentence: written ?? finding.entry.rule.text.title[language], escaping)
  }

  /// A sentence from outside: where names are cut it is, too, at a length that no sentence of a report has.
  private func show(sentence: String, _ escaping: Escaping?) -> String {
    if case .cut = escaping { return show(sentence, .cut(columns: 1_000)) }
    return show(sentence, escaping)
  }

  private func built(_ finding: RecordedFinding, _ escaping: Escaping?) -> String? {
    let cause = finding.cause
    if cause == nil, finding.text("cause") != nil { return nil }
    var text = ""
    for part in MessageParts(MessageTemplate.phrase(finding.entry.rule, cause)[language]).parts {
      switch part {
      case .fixed(let bytes): text += String(decoding: bytes, as: UTF8.self)
      case .field(let field):
        guard let words = words(field, finding, escaping) else { return nil }
        text += words
      }
    }
    return text
  }

  /// What stands for a field; nil when the members do not tell.
  private func words(_ field: MessageField, _ finding: RecordedFinding, _ escaping: Escaping?) -> String? {
    let rule = finding.entry.rule
    let numbers = finding.count("numbers")
    switch field {
    case .supplier:
      if rule.keyKind == .cap, finding.text("supplier_id") == nil { return Words.allSuppliers[language] }
      return finding.text("supplier_id").map { operatorText($0, escaping) }
    case .recipient: return finding.text("recipient_id").map { operatorText($0, escaping) }
    case .operator: return finding.text("operator_id").map { operatorText($0, escaping) }
    case .operators: return operatorList(finding, escaping)
    case .members:
      let count = finding.count("operators") ?? finding.texts("operator_ids").map { UInt64($0.count) }
      return count.map { counted($0, .operators) }
    case .provision: return finding.text("provision_id").map { show($0, escaping) }
    case .provisions: return finding.count("provisions").map { counted($0, .provisions) }
    // Where `numbers` is not the whole of the provision, the whole is nowhere in the report.
    case .quantity: return rule.countsPart ? nil : quantity(numbers, finding)
    case .numbers: return quantity(numbers, finding)
    case .amount: return numbers.map { counted($0, .numbers) }
    case .limit: return finding.count("limit").map { counted($0, .numbers) }
    case .excess:
      guard let numbers, let limit = finding.count("limit"), numbers >= limit else { return nil }
      return counted(numbers - limit, .numbers)
    case .category:
      guard let code = finding.text("category") else { return Words.allCategories[language] }
      return Category.allCases.first { $0.name == code }?.term[language]
    case .tier: return finding.count("tier").map { grouped(Int(clamping: $0)) }
    case .cap: return finding.text("cap_id").map { show($0, escaping) }
    case .party: return finding.text("party").map { operatorText($0, escaping) }
    case .value: return finding.text("value").map { show($0, escaping) }
    case .other: return finding.text("other_id").map { show($0, escaping) }
    case .restriction: return finding.text("restriction_id").map { show($0, escaping) }
    case .cycle:
      guard let cycle = finding.texts("cycle"), !cycle.isEmpty else { return nil }
      let shown = cycle.prefix(MessageWriter.namedAtMost * 2).map { show($0, escaping) }
      return (shown + (cycle.count > shown.count ? ["…"] : [])).joined(separator: " → ")
    case .waiver: return finding.text("waiver_id").map { show($0, escaping) }
    case .starts, .checked, .waiverRule, .waiverEnd: return nil
    }
  }

  private func operatorText(_ id: String, _ escaping: Escaping?) -> String {
    guard let name = name(id) else { return show(id, escaping) }
    let (open, close) = language == .ja ? ("（", "）") : (" (", ")")
    return show(name, escaping) + open + show(id, escaping) + close
  }

  private func operatorList(_ finding: RecordedFinding, _ escaping: Escaping?) -> String? {
    guard let ids = finding.texts("operator_ids"), !ids.isEmpty else { return nil }
    let total = max(ids.count, Int(clamping: finding.count("operators") ?? 0))
    let shown = ids.prefix(MessageWriter.namedAtMost)
    var text = ""
    for (place, id) in shown.enumerated() {
      if place > 0 { text += language == .ja ? "、" : place == total - 1 ? " and " : ", " }
      text += operatorText(id, escaping)
    }
    if total > shown.count {
      let rest = grouped(total - shown.count)
      text += language == .ja ? "ほか\(rest)者" : " and \(rest) more"
    }
    return text
  }

  /// A count with its category: `1,200 ip numbers`, `特定IP電話番号1,200番号`.
  private func quantity(_ numbers: UInt64?, _ finding: RecordedFinding) -> String? {
    guard let numbers else { return nil }
    guard let code = finding.text("category") else { return counted(numbers, .numbers) }
    guard let category = Category.allCases.first(where: { $0.name == code }) else { return nil }
    if language == .ja { return category.term.ja + counted(numbers, .numbers) }
    return "\(grouped(Int(clamping: numbers))) \(category.name) number\(numbers == 1 ? "" : "s")"
  }

  private func counted(_ count: UInt64, _ noun: CountNoun) -> String {
    var buffer = TextBuffer()
    buffer.append(count: count, noun, language)
    return buffer.text
  }

  private func show(_ text: String, _ escaping: Escaping?) -> String {
    guard let escaping else { return text }
    var buffer = TextBuffer()
    buffer.append(text, escaping)
    return buffer.text
  }
}

extension RuleID {
  /// Whether `numbers` of its findings is only a part of what the provision has.
  fileprivate var countsPart: Bool {
    switch self {
    case .uncertifiedUpstream, .suspendedNumberProvided, .rangeNotHeld: true
    default: false
    }
  }
}
