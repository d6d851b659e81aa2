import Banken
import Bytes
import Glibc

/// `banken graph DATASET`.
struct GraphCommand {
  let context: CommandContext
  private var console: Console { context.console }

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let line = context.line
    let options = try LedgerOptions(context)
    let format = line.value(.graphFormat).flatMap(GraphFormat.init(rawValue:)) ?? .svg
    if line.has(.depth), !line.has(.around) {
      throw context.usage(.needs(option: "--depth", other: "--around"))
    }
    if format.files.count > 1, (line.value(.graphOutput) ?? "-") == "-" {
      throw context.usage(.needsDirectory(format: format.rawValue))
    }
    var scope = SupplyPicture.Scope()
    if let text = line.value(.onlyCategory) {
      scope.category = try context.category(text, of: "--category")
    }
    if let text = line.value(.depth) {
      scope.depth = try context.number(text, of: "--depth", in: 0...1_000_000)
    }
    let progress = context.progress()
    defer { progress.end() }
    let ledger = try LoadedLedger(options, context, progress)
    if let text = line.value(.around) {
      scope.around = try context.operatorIndex(text, in: ledger.chain)
    }

    progress.begin(FileWords.drawing)
    let audit = DayAudit(
      ledger.chain, on: options.day,
      options: AuditOptions(policy: ledger.policy.policy, threads: options.threads))
    let picture = SupplyPicture(audit, scope: scope)
    progress.end()
    if format.isDrawing, !picture.isDrawable {
      throw context.usage(
        .tooLargeToDraw(
          nodes: picture.nodes.count, edges: picture.edges.count, isAround: scope.around != nil))
    }
    try write(picture, ledger, format)
    if picture.edges.isEmpty { console.say(.note, emptiness(of: picture)) }
    if format == .neo4jCSV { console.say(.note, Disclaimer.text) }
    return ledger.status
  }

  private func write(
    _ picture: SupplyPicture, _ ledger: LoadedLedger, _ format: GraphFormat
  ) throws(Failure) {
    let output = context.line.value(.graphOutput)
    let report = ledger.reportContext(context)
    guard format.files.count > 1, let directory = output else {
      for file in format.files { try write(picture, report, file, to: output) }
      return
    }
    if mkdir(directory, 0o777) != 0, errno != EEXIST {
      throw .unwritable(path: directory, code: errno)
    }
    for file in format.files {
      let separator = directory.hasSuffix("/") ? "" : "/"
      try write(picture, report, file, to: directory + separator + file.name)
    }
  }

  private func write(
    _ picture: SupplyPicture, _ report: ReportContext, _ file: GraphFile, to path: String?
  ) throws(Failure) {
    try context.write(to: path) { output throws(OutputError) in
      try writeGraph(picture, context: report, file: file, to: output)
    }
  }

  /// That nothing is in force, of the operator in the middle or at all.
  private func emptiness(of picture: SupplyPicture) -> Phrase {
    guard let x = picture.scope.around else { return GraphWords.noProvisions }
    let table = picture.audit.state.chain.tables.operators
    // Standard error is for whoever has the ledger.
    let (ids, names) = (table.ids.unredacted, table.names.unredacted)
    return GraphWords.alone("\(safeText(ids[Int(x)])) \(safeText(names[Int(x)]))")
  }
}
