import Audit
import Bytes
import Decisions
import Numbering
import SupplyChain

/// A plan of repair for people: the goal, the steps, whom to ask.
struct RepairText {
  /// How many steps and suppliers are listed unless all are asked for.
  private static let shown = 20

  let plan: RepairPlan
  let context: ReportContext

  private var language: Language { context.language }
  private var names: RepairNames { RepairNames(tables: plan.state.chain.tables, columns: 40) }

  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    appendHead(to: &page)
    if !plan.steps.isEmpty {
      appendSteps(to: &page)
      appendRequests(to: &page)
      page.paragraph(RepairWords.csvNote[language])
      page.line()
    }
    page.paragraph(RepairWords.meaning[language])
    page.paragraph(RepairWords.caution[language])
    page.line()
    page.line(Disclaimer.text[language])
    try output.write(page.buffer)
  }

  private func appendHead(to page: inout TextPage) {
    page.heading(RepairWords.title[language], underline: "=")
    let day = plan.state.day
    var rows = [
      (Words.day, language == .ja ? day.japanese : day.description),
      (Words.dataset, visible(context.dataset)),
      (RepairWords.goal, RepairWords.goal(plan.goal)),
    ]
    if let redaction = context.redaction {
      rows.insert((RedactionWords.label, redaction.note[language]), at: 2)
    }
    if case .notEvaluated = plan.standing {
    } else {
      rows.append((RepairWords.now, RepairWords.share(plan.before, language)))
    }
    if !plan.steps.isEmpty { rows.append((RepairWords.after, RepairWords.share(plan.after, language))) }
    rows.append((RepairWords.plan, page.styled(RepairWords.plan(plan, language), .bold)))
    let column = rows.map { DisplayWidth.of($0.0[language]) }.max() ?? 0
    for (label, value) in rows {
      page.paragraph(value, first: TextPage.pad(label[language], to: column + 2), indent: column + 2)
    }
    if context.isLenient || context.inputs.contains(where: { $0.rejected > 0 }) {
      page.line()
      page.paragraph(
        LenientReading(context, language).sentences, first: page.styled("!! ", .yellow), indent: 3)
    }
    for table in plan.absentTables {
      page.line()
      page.paragraph(
        RepairWords.absent(table)[language], first: page.styled("!! ", .yellow), indent: 3)
    }
    page.line()
  }

  private func appendSteps(to page: inout TextPage) {
    page.heading(RepairWords.steps(plan.measure)[language], underline: "-")
    let shown = context.showsAll ? plan.steps.count : min(plan.steps.count, Self.shown)
    let column = RepairWords.number(plan.steps.count).utf8.count
    var (covered, all) = (plan.before.covered, plan.before.numbers)
    for (index, step) in plan.steps.prefix(shown).enumerated() {
      if case .end = step.action { all -= step.numbers } else { covered += step.numbers }
      let rank = TextPage.pad(RepairWords.number(index + 1), to: column, right: true) + ". "
      page.paragraph(
        RepairWords.action(step.action, names, language), first: rank, indent: column + 2)
      var said = [RepairWords.gain(step, language)]
      if step.numbers > 0 { said[0] += " → \(CoverageTable.percent(covered, of: all))" }
      if let fee = step.fee { said.append(RepairWords.fee(fee, language)) }
      let now = RepairNow(step.action, in: plan.state).words[language]
      if !now.isEmpty { said.append(language == .ja ? "台帳では「\(now)」" : "now: \(now)") }
      page.paragraph(
        said.joined(separator: language == .ja ? "、" : "; "), first: space(column + 2),
        indent: column + 2)
    }
    if shown < plan.steps.count { page.line(RepairWords.more(plan.steps.count - shown)[language]) }
    if plan.coveredBesides > 0 {
      page.paragraph(RepairWords.besides(plan.coveredBesides)[language])
    }
    page.line()
  }

  private func appendRequests(to page: inout TextPage) {
    page.heading(RepairWords.requests[language], underline: "-")
    let requests = plan.requests()
    var listed = 0
    var last: OperatorIndex??
    for request in requests.prefix(context.showsAll ? requests.count : Self.shown) {
      listed += 1
      if last != .some(request.supplier) {
        last = .some(request.supplier)
        page.line(request.supplier.map { names.name($0) } ?? RepairWords.ownRequest[language])
      }
      let action = plan.steps[request.step].action
      let said = RepairWords.request(
        request, action, now: RepairNow(action, in: plan.state), day: plan.state.day, names, language)
      let subject = request.supplier == nil ? "\(names.name(request.operatorIndex)): " : ""
      page.paragraph(subject + said, first: "  (\(request.step + 1)) ", indent: 4)
    }
    if listed < requests.count { page.line(RepairWords.more(requests.count - listed)[language]) }
    page.line()
  }

  private func space(_ columns: Int) -> String { String(repeating: " ", count: columns) }
}
