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
  let policy: Policy
  let context: ReportContext

  private var language: Language { context.language }
  private var names: RepairNames { RepairNames(tables: plan.state.chain.tables, columns: 40) }

  func write(to output: any Output) throws(OutputError) {
    var page = TextPage(width: context.width, usesColour: context.usesColour)
    appendHead(to: &page)
    if !plan.steps.isEmpty {
      let nows = RepairNow.all(plan)
      appendSteps(nows, to: &page)
      appendRequests(nows, to: &page)
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
    var subjects = [(RepairWords.goal, RepairWords.goal(plan.goal))]
    if case .notEvaluated = plan.standing {
    } else {
      subjects.append((RepairWords.now, RepairWords.share(plan.before, language)))
    }
    if !plan.steps.isEmpty { subjects.append((RepairWords.after, RepairWords.share(plan.after, language))) }
    let answer = page.styled(RepairWords.plan(plan, language), .bold)
    QuestionHead(title: RepairWords.title, day: plan.state.day, subjects: subjects, answer: answer)
      .append(to: &page, context)
    let cautions = plan.absentTables.map { RepairWords.absent($0) } + feeCautions
    for caution in cautions {
      page.paragraph(caution[language], first: page.styled("!! ", .yellow), indent: 3)
    }
    if !cautions.isEmpty { page.line() }
  }

  /// What the fees do not say of the steps there are.
  private var feeCautions: [Phrase] {
    guard plan.measure == .fees, let fees = policy.fees, !plan.steps.isEmpty else { return [] }
    var cautions: [Phrase] = []
    if fees.associations.isEmpty { cautions.append(RepairWords.noMembers) }
    if fees.approval == nil, plan.steps.contains(where: { $0.action.category != nil }) {
      cautions.append(RepairWords.freeApprovals)
    }
    return cautions
  }

  private func appendSteps(_ nows: [RepairNow], to page: inout TextPage) {
    page.heading(RepairWords.steps(plan.measure)[language], underline: "-")
    let shown = context.showsAll ? plan.steps.count : min(plan.steps.count, Self.shown)
    let column = RepairWords.number(plan.steps.count).utf8.count
    for (index, step) in plan.steps.prefix(shown).enumerated() {
      let rank = TextPage.pad(RepairWords.number(index + 1), to: column, right: true) + ". "
      page.paragraph(
        RepairWords.action(step.action, nows[index], names, language), first: rank, indent: column + 2)
      var said = [RepairWords.gain(step, language)]
      if step.numbers > 0 {
        let share =
          step.of == 0
          ? RepairWords.nothingCounts[language] : CoverageTable.percent(step.covered, of: step.of)
        said[0] += " → \(share)"
      }
      if let fee = step.fee { said.append(RepairWords.fee(fee, step.feeBasis, language)) }
      said += RepairWords.remarks(nows[index], names, language)
      page.paragraph(
        said.joined(separator: language == .ja ? "、" : "; "), first: space(column + 2),
        indent: column + 2)
    }
    if shown < plan.steps.count { page.line(RepairWords.more(plan.steps.count - shown)[language]) }
    page.line()
  }

  private func appendRequests(_ nows: [RepairNow], to page: inout TextPage) {
    page.heading(RepairWords.requests[language], underline: "-")
    let requests = plan.requests()
    let letters = RepairLetters(plan: plan, names: names, language: language, standsAlone: false, nows: nows)
    var listed = 0
    var last: OperatorIndex??
    for request in requests.prefix(context.showsAll ? requests.count : Self.shown) {
      listed += 1
      if last != .some(request.supplier) {
        last = .some(request.supplier)
        page.line(request.supplier.map { names.name($0) } ?? RepairWords.ownRequest[language])
      }
      let subject = request.supplier == nil ? "\(names.name(request.operatorIndex)): " : ""
      page.paragraph(
        subject + letters.letter(request), first: "  (\(request.step + 1)) ", indent: 4)
    }
    if listed < requests.count { page.line(RepairWords.more(requests.count - listed)[language]) }
    page.line()
  }

  private func space(_ columns: Int) -> String { String(repeating: " ", count: columns) }
}
