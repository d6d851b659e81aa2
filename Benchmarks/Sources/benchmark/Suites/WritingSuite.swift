import Banken
import Foundation
import Harness

extension Session {
  /// Writing the findings of the ranged ledger in every format.
  func writing() throws {
    let workload = try ledger(ranged: true)
    say("\(size.name): writing")
    let (chain, policy) = (try chain(workload.directory), try policy(of: workload))
    let audit = audit(chain, policy)
    var context = ReportContext(language: .en, toolVersion: "benchmark", dataset: workload.directory)
    context.threads = Self.threads
    guard let null = FileHandle(forWritingAtPath: "/dev/null") else { throw Stop("cannot open /dev/null") }
    let formats: [(name: String, format: ReportFormat)] = [
      ("NDJSON", .ndjson), ("CSV", .csv), ("JSON", .json), ("text", .text),
    ]
    let samples = try alternate(
      formats.map { name, format in
        contender(name) {
          let code = audit.writeReport(format, context: context, toDescriptor: null.fileDescriptor)
          guard code == 0 else { throw Stop("cannot write \(name): \(code)") }
        }
      }, runs: runs)
    var table = MarkdownTable(["format", "seconds", "findings a second"], numeric: [1, 2])
    for (index, (name, format)) in formats.enumerated() {
      guard let seconds = samples[index].median, seconds > 0 else { continue }
      let rate = Double(audit.total) / seconds
      if format == .ndjson { judge(.t10, on: workload.ledger, rate) }
      table.add([name, samples[index].text, format == .text ? "–" : Figures.short(rate)])
    }
    add(
      ResultsSection(
        "Writing",
        paragraphs: [
          "\(Figures.grouped(audit.total)) findings to `/dev/null`, two threads. Text shows the first ten of each rule."
        ], tables: [table]))
  }
}
