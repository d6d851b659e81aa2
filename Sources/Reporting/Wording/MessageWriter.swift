import Audit
import Numbering
import SupplyChain

/// Words the sentence of each finding.
struct MessageWriter: Sendable {
  /// How many operators or provisions of a list are named.
  static let namedAtMost = 3

  let audit: DayAudit
  let language: Language
  private let tables: Tables
  private let columns: FindingColumns
  private let plan: MessagePlan
  /// By category.
  private let categoryTerms: [Piece]
  /// The provision that is only considered; `noIndex` for none.
  private let candidate: ProvisionIndex

  /// - Parameters:
  ///   - candidate: the provision that is only considered, which a word stands for.
  ///   - isHypothetical: whether the findings are what the candidate would cause.
  init(
    _ audit: DayAudit, _ columns: FindingColumns, language: Language, candidate: ProvisionIndex = noIndex,
    isHypothetical: Bool = false
  ) {
    self.audit = audit
    self.candidate = candidate
    self.columns = columns
    self.language = language
    tables = audit.state.chain.tables
    plan = .of(language, isHypothetical: isHypothetical)
    categoryTerms = language == .ja ? Self.japaneseTerms : Self.englishTerms
  }

  private static let japaneseTerms = Category.allCases.map { Piece(constant: $0.term.ja) }
  /// In the place of a word between a count and `numbers`.
  private static let englishTerms = Category.allCases.map { Piece(constant: " " + $0.name) }

  /// Appends the sentence.
  ///
  /// - Complexity: O(*n*) in the bytes of the names it gives.
  func append(
    _ finding: Finding, _ refers: FindingReferences, _ escaping: Escaping, to buffer: inout TextBuffer
  ) {
    for index in plan.parts(of: finding.rule, finding.cause) {
      let part = plan.parts[index]
      if let field = part.field {
        append(field, finding, refers, escaping, to: &buffer)
      } else {
        buffer.append(part.fixed)
      }
    }
  }

  private func append(
    _ field: MessageField, _ finding: Finding, _ refers: FindingReferences, _ escaping: Escaping,
    to buffer: inout TextBuffer
  ) {
    switch field {
    case .supplier: append(operator: refers.supplier, escaping, to: &buffer)
    case .recipient: append(operator: refers.recipient, escaping, to: &buffer)
    case .operator:
      append(operator: refers.operatorIndex ?? refers.operators?.first, escaping, to: &buffer)
    case .operators:
      append(operators: refers.operators ?? [], of: refers.memberCount, escaping, to: &buffer)
    case .members:
      append(UInt64(refers.memberCount ?? refers.operators?.count ?? 0), .operators, to: &buffer)
    case .provision: append(provision: refers.provision, escaping, to: &buffer)
    case .provisions: append(UInt64(refers.provisions ?? 0), .provisions, to: &buffer)
    case .quantity:
      let numbers = refers.provision.map { columns.numbers[Int($0)] } ?? finding.numbers ?? 0
      append(numbers, refers.category, to: &buffer)
    case .numbers: append(finding.numbers ?? 0, refers.category, to: &buffer)
    case .amount: append(finding.numbers ?? 0, .numbers, to: &buffer)
    case .limit: append(finding.limit ?? 0, .numbers, to: &buffer)
    case .excess:
      let (numbers, limit) = (finding.numbers ?? 0, finding.limit ?? 0)
      append(numbers > limit ? numbers - limit : 0, .numbers, to: &buffer)
    case .category:
      buffer.append(refers.category?.term[language] ?? Words.allCategories[language])
    case .tier: appendTier(refers, to: &buffer)
    case .cap: if let cap = refers.cap { buffer.append(audit.caps.id(of: cap), escaping) }
    case .party:
      if let party = refers.party {
        append(operator: audit.state.chain.nameOfParty(party), escaping, to: &buffer)
      }
    case .value: buffer.append(refers.value ?? "", escaping)
    case .other: append(provision: refers.other, escaping, to: &buffer)
    case .restriction:
      if let row = refers.restriction { buffer.append(tables.restrictions.ids, row, escaping) }
    case .cycle: append(cycle: refers.cycle ?? [], escaping, to: &buffer)
    case .starts:
      append(ordinal: refers.provision.map { columns.starts[Int($0)] }, to: &buffer)
    case .checked: append(ordinal: checkedOn(finding.rule, refers.provision), to: &buffer)
    case .waiver: if let row = refers.waiver { buffer.append(tables.waivers.ids, row, escaping) }
    case .waiverRule: if let row = refers.waiver { buffer.append(tables.waivers.rules, row, escaping) }
    case .waiverEnd:
      // The column holds the day after the last one.
      append(ordinal: refers.waiver.map { tables.waivers.ends[$0] - 1 }, to: &buffer)
    }
  }

  // MARK: - Parts

  /// Appends name and id; the absent supplier of a cap is all of them.
  func append(operator x: OperatorIndex?, _ escaping: Escaping, to buffer: inout TextBuffer) {
    guard let x, x != noIndex else {
      buffer.append(Words.allSuppliers[language])
      return
    }
    buffer.append(columns.operatorNames, x, escaping)
    if language == .ja { buffer.append("（") } else { buffer.append(" (") }
    buffer.append(columns.operatorIDs, x, escaping)
    if language == .ja { buffer.append("）") } else { buffer.append(")") }
  }

  private func append(
    operators: ArraySlice<OperatorIndex>, of count: Int?, _ escaping: Escaping, to buffer: inout TextBuffer
  ) {
    let total = count ?? operators.count
    let shown = operators.prefix(Self.namedAtMost)
    for (place, x) in shown.enumerated() {
      if place > 0 {
        let isLast = place == total - 1
        buffer.append(language == .ja ? "、" : isLast ? " and " : ", ")
      }
      append(operator: x, escaping, to: &buffer)
    }
    if total > shown.count {
      if language == .ja { buffer.append("ほか") } else { buffer.append(" and ") }
      buffer.append(grouped: UInt64(total - shown.count))
      if language == .ja { buffer.append("者") } else { buffer.append(" more") }
    }
  }

  /// Appends the id; of the candidate the word for it.
  func append(provision: ProvisionIndex?, _ escaping: Escaping, to buffer: inout TextBuffer) {
    guard let provision else { return }
    if provision == candidate, provision != noIndex {
      buffer.append(Words.theCandidate[language])
    } else {
      buffer.append(columns.provisionIDs, provision, escaping)
    }
  }

  private func append(cycle: ArraySlice<ProvisionIndex>, _ escaping: Escaping, to buffer: inout TextBuffer) {
    let shown = cycle.prefix(Self.namedAtMost * 2)
    for (place, p) in shown.enumerated() {
      if place > 0 { buffer.append(" → ") }
      append(provision: p, escaping, to: &buffer)
    }
    if cycle.count > shown.count { buffer.append(" → …") }
  }

  /// Appends a count with its category: `1,200 ip numbers`, `特定IP電話番号1,200番号`.
  private func append(_ count: UInt64, _ category: Category?, to buffer: inout TextBuffer) {
    guard let category else {
      append(count, .numbers, to: &buffer)
      return
    }
    if language == .ja {
      buffer.append(categoryTerms[Int(category.rawValue)])
      append(count, .numbers, to: &buffer)
    } else {
      buffer.append(grouped: count)
      buffer.append(categoryTerms[Int(category.rawValue)])
      buffer.append(count == 1 ? " number" : " numbers")
    }
  }

  private func append(_ count: UInt64, _ noun: CountNoun, to buffer: inout TextBuffer) {
    buffer.append(count: count, noun, language)
  }

  private func append(ordinal: Int32?, to buffer: inout TextBuffer) {
    if let day = ordinal.flatMap({ Day(ordinal: $0) }) {
      buffer.append(day)
    } else {
      buffer.append(Words.unknownDay[language])
    }
  }

  private func appendTier(_ refers: FindingReferences, to buffer: inout TextBuffer) {
    if let tier = refers.tier {
      buffer.append(grouped: UInt64(tier))
    } else if let provision = refers.provision, Int(provision) < columns.tiers.count {
      buffer.append(grouped: UInt64(columns.tiers[Int(provision)]))
    }
  }

  /// The day of the confirmation that a rule asks for; nil where the file has no such column.
  private func checkedOn(_ rule: RuleID, _ provision: ProvisionIndex?) -> Int32? {
    let column =
      switch rule {
      case .conditionsUnagreed: tables.provisions.conditionsAgreedOn
      case .continuityUnconfirmed: tables.provisions.continuityCheckedOn
      default: tables.provisions.approvalCheckedOn
      }
    guard let provision, Int(provision) < column.count else { return nil }
    return column[Int(provision)]
  }
}
