import Bytes
import Decisions
import Numbering
import SupplyChain

/// The requests that a plan implies, one a row, ready to be mailed.
struct RepairCSV {
  static let columns = [
    "supplier_id", "supplier_name", "operator_id", "operator_name", "action", "category", "provision_id",
    "provisions", "numbers", "rank", "cause", "message", "waivers", "fee", "member", "renewal",
  ]

  let plan: RepairPlan
  let context: ReportContext

  func write(to output: any Output) throws(OutputError) {
    var rows = CSVRows(Self.columns)
    let tables = plan.state.chain.tables
    let nows = RepairNow.all(plan)
    let names = RepairNames(tables: tables, columns: nil)
    let letters = RepairLetters(
      plan: plan, names: names, language: context.language, standsAlone: true, nows: nows)
    for request in plan.requests() {
      let (step, now) = (plan.steps[request.step], nows[request.step])
      var provision: ProvisionIndex?
      if case .end(let p) = step.action { provision = p }
      rows.add(tables.operators.ids, request.supplier)
      rows.add(tables.operators.names, request.supplier)
      rows.add(tables.operators.ids, request.operatorIndex)
      rows.add(tables.operators.names, request.operatorIndex)
      rows.add("\(step.action.code)")
      let category = step.action.category ?? provision.map { tables.provisions.categories[Int($0)] }
      rows.add(category?.name ?? "")
      rows.add(tables.provisions.ids, provision)
      rows.add(UInt64(request.provisions))
      rows.add(request.numbers)
      rows.add(UInt64(request.step + 1))
      rows.add(now.code ?? "")
      rows.add(letters.letter(request))
      rows.add(now.waivers.map { names.waiver($0) }.joined(separator: ";"))
      rows.add(step.fee)
      rows.add(step.feeBasis.map { "\($0.isMember)" } ?? "")
      rows.add(step.feeBasis.map { "\($0.isRenewal)" } ?? "")
      rows.endRow()
    }
    try output.write(rows.buffer)
  }
}
