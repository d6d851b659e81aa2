import Audit
import Decisions
import Numbering
import SupplyChain

/// How supplier and recipient stand, and what is open downstream, for people.
struct PartnerText {
  /// How many related operators are named.
  private static let namedAtMost = 5

  private let screening: PartnerScreening
  private let words: ScreenSentences
  private let context: ReportContext
  private var language: Language { context.language }
  private var chain: SupplyChain { words.chain }

  init(_ screening: PartnerScreening, _ words: ScreenSentences, _ context: ReportContext) {
    self.screening = screening
    self.words = words
    self.context = context
  }

  func append(to page: inout TextPage) {
    page.heading(ScreenWords.partner[language], underline: "-")
    let cautions = screening.cautions
    append(
      ScreenWords.supplier, screening.supplier,
      rows: [(ScreenWords.restrictions, inForce(cautions.onSupplier))],
      to: &page)
    append(
      ScreenWords.recipient, screening.recipient,
      rows: [(ScreenWords.restrictions, inForce(cautions.onRecipient))] + about(screening.recipient),
      to: &page)
    page.line()
  }

  private func append(
    _ label: Phrase, _ standing: OperatorStanding, rows: [(Phrase, String)], to page: inout TextPage
  ) {
    page.paragraph(
      page.styled("\(label[language]): \(words.name(standing.operatorIndex))", .bold), indent: 2)
    let storeys = [
      (ScreenWords.storeys.first, standing.firstStorey(in: screening.candidate.category, language)),
      (ScreenWords.storeys.second, standing.secondStorey(language)),
    ]
    let all = storeys + rows
    let column = all.map { DisplayWidth.of($0.0[language]) }.max() ?? 0
    for (label, value) in all {
      page.paragraph(
        value, first: "  " + TextPage.pad(label[language], to: column + 2), indent: column + 4)
    }
  }

  private func about(_ standing: OperatorStanding) -> [(Phrase, String)] {
    let table = chain.tables.operators
    let row = Int(standing.operatorIndex)
    func text(_ column: TextColumn) -> String {
      column.isBlank(row) ? ScreenWords.notStated[language] : visible(column[row])
    }
    let since = Day(ordinal: table.serviceStartedOn[row])?.description ?? ScreenWords.notStated[language]
    var rows = [
      (ScreenWords.country, text(table.countries)), (ScreenWords.associations, text(table.associations)),
      (ScreenWords.serviceSince, since), (ScreenWords.related, related),
    ]
    rows.append((ScreenWords.received, received))
    rows.append((ScreenWords.downstream, downstream))
    return rows
  }

  /// Refusals and suspensions of stock, of any category.
  private func inForce(_ rows: [UInt32]) -> String {
    if !chain.tables.restrictions.origin.isPresent {
      return OperatorStanding.notEvaluated(.restrictions)[language]
    }
    if rows.isEmpty { return ScreenWords.noneInForce[language] }
    return "!! " + rows.map(words.restriction).joined(separator: language == .ja ? "。" : "; ")
  }

  private var related: String {
    let all = screening.related
    if all.isEmpty { return ScreenWords.none[language] }
    // Those that are barred come first: they are why one looks.
    let ordered = all.filter(\.isBarred) + all.filter { !$0.isBarred }
    var names = ordered.prefix(Self.namedAtMost).map { other in
      words.name(other.operatorIndex) + marks(of: other)
    }
    if all.count > names.count {
      let rest = grouped(all.count - names.count)
      names.append(language == .ja ? "ほか\(rest)者" : "and \(rest) more")
    }
    return names.joined(separator: language == .ja ? "、" : ", ")
  }

  /// What bars an operator.
  private func marks(of other: PartnerScreening.RelatedOperator) -> String {
    var marks = other.isRevoked ? [ScreenWords.revoked[language]] : []
    marks += other.refusals.map { words.restriction($0) }
    return marks.map { language == .ja ? "【\($0)】" : " [\($0)]" }.joined()
  }

  private var received: String {
    let found = screening.received
    let of =
      language == .ja
      ? "\(grouped(found.provisions))件の提供について" : words.plural(found.provisions, "provision")
    return tally(found[.violation], found[.warning], found[.notice], found.rules, of)
  }

  private var downstream: String {
    let found = screening.downstream
    let operators = grouped(found.operators)
    let of =
      language == .ja
      ? "本人を含む\(operators)者が行う提供について"
      : found.operators == 1 ? "itself only" : "\(operators) operators, itself included"
    return tally(found[.violation], found[.warning], found[.notice], found.rules, of)
  }

  /// Findings by severity and rule, and of what.
  private func tally(
    _ v: Int, _ w: Int, _ n: Int, _ all: [DownstreamFindings.Rule], _ of: String
  ) -> String {
    let isPartial = screening.cautions.notEvaluated.contains { $0.reason.isLackOfData }
    let except = language == .ja ? "、判定不能のルールを除く" : ", as far as rules were evaluated"
    let of = isPartial ? of + except : of
    if v + w + n == 0 { return language == .ja ? "なし（\(of)）" : "none (\(of))" }
    let rules = all.prefix(4).map { "\($0.rule.text.title[language]) \(grouped($0.findings))" }
    let list = rules.joined(separator: language == .ja ? "、" : "; ")
    let rest = all.count > 4 ? (language == .ja ? "ほか" : "; …") : ""
    return language == .ja
      ? "違反等\(grouped(v))件、注意\(grouped(w))件、要確認\(grouped(n))件（\(of)。\(list)\(rest)）"
      : "violations \(grouped(v)), warnings \(grouped(w)), notices \(grouped(n)) (\(of): \(list)\(rest))"
  }
}
