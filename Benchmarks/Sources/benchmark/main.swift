// Measures reading, auditing and reporting ledgers of shapes that hurt.
//
//   swift run -c release --package-path Benchmarks benchmark [--size N] [--runs R] [--shape NAME]

import Banken
import Foundation

func isDebugBuild() -> Bool {
  var isDebug = false
  assert(
    {
      isDebug = true
      return true
    }())
  return isDebug
}

func stop(_ message: String) -> Never {
  FileHandle.standardError.write(Data("benchmark: \(message)\n".utf8))
  exit(2)
}

if isDebugBuild() { stop("a debug build says nothing about speed; use swift run -c release") }

var (size, runs) = (1_000_000, 5)
var shapes = Shape.allCases
var arguments = CommandLine.arguments.dropFirst()
while let option = arguments.popFirst() {
  guard let value = arguments.popFirst() else { stop("\(option) needs a value") }
  switch (option, Int(value)) {
  case ("--size", let number?) where number >= 1_000 && number <= 3_000_000: size = number
  case ("--runs", let number?) where number >= 1: runs = number
  case ("--shape", _):
    guard let shape = Shape(rawValue: value) else {
      stop("no shape \(value); there are \(Shape.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    shapes = [shape]
  default: stop("\(option) \(value): options are --size 1000…3000000, --runs 1…, --shape NAME")
  }
}

guard let day = Day("2026-10-01"), let null = FileHandle(forWritingAtPath: "/dev/null") else {
  stop("cannot begin")
}
let folder = FileManager.default.temporaryDirectory.appendingPathComponent("banken-benchmark-\(getpid())")
defer { try? FileManager.default.removeItem(at: folder) }
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)

/// Writes the ledger of a shape; its text is gone before anything is measured.
func writeLedger(
  _ shape: Shape, size: Int, to folder: URL
) throws -> (provisions: Int, operators: Int, bytes: Int) {
  let ledger = shape.ledger(size)
  return (ledger.provisionCount, ledger.operatorCount, try ledger.write(to: folder))
}

print(
  "Seconds: median (least–most) of \(runs) runs on \(ProcessInfo.processInfo.activeProcessorCount) processors,"
)
print("after one run that does not count. Memory: the most resident in any run.\n")
print("| shape | provisions | operators | MB | read | audit | text report | findings | MiB |")
print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
for shape in shapes {
  let written = try writeLedger(shape, size: size, to: folder)
  let policy = Policy.decode(
    json: [UInt8](try Data(contentsOf: folder.appendingPathComponent("policy.json"))))
  guard let policy = policy.policy else { stop("the policy is not good") }
  var (reading, auditing, reporting) = (Measurement(), Measurement(), Measurement())
  var findings = Set<Int>()
  for run in 0...runs {
    if run == 1 { (reading, auditing, reporting) = (Measurement(), Measurement(), Measurement()) }
    if run == 0 { PeakMemory.reset() }
    let dataset = try reading.run { try Dataset.read(directory: folder.path) }
    guard let chain = dataset.chain else {
      stop("\(shape.rawValue): \(dataset.diagnostics.first?.message(.en) ?? "")")
    }
    let audit = auditing.run { DayAudit(chain, on: day, options: AuditOptions(policy: policy)) }
    let context = ReportContext(language: .en, toolVersion: "benchmark", dataset: shape.rawValue)
    let code = reporting.run {
      audit.writeReport(.text, context: context, toDescriptor: null.fileDescriptor)
    }
    guard code == 0 else { stop("cannot write: \(code)") }
    findings.insert(audit.outcomes.reduce(0) { $0 + $1.findings })
  }
  guard findings.count == 1, let found = findings.first else { stop("runs of \(shape.rawValue) disagree") }
  let memory = PeakMemory.mebibytes.map(String.init) ?? "–"
  let cells = [
    shape.rawValue, "\(written.provisions)", "\(written.operators)", "\(written.bytes / 1_000_000)",
    reading.text,
    auditing.text, reporting.text, "\(found)", memory,
  ]
  print("| \(cells.joined(separator: " | ")) |")
}
