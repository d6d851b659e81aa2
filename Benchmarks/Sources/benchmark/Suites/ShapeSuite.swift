import Banken
import Foundation
import Harness

extension Session {
  /// How large a shape is in a run of S, M or L: what must neither trap nor hang.
  private var shapeSize: Int { min(size.provisions, 1_000_000) }

  /// Reading, auditing and reporting ledgers of shapes that careless algorithms stumble over.
  func shapes() throws {
    let folder = URL(fileURLWithPath: "\(workloads.folder)/shape")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var table = MarkdownTable(
      ["shape", "provisions", "operators", "MB", "read, s", "audit, s", "text report, s", "findings", "MiB"],
      numeric: Set(1...8))
    for shape in Shape.allCases where options.shape.map({ $0 == shape.rawValue }) ?? true {
      say("\(size.name): shape \(shape.rawValue)")
      table.add(try row(of: shape, in: folder))
    }
    add(
      ResultsSection(
        "Hostile shapes",
        paragraphs: [
          "Shapes that careless algorithms stumble over; `Shape.swift` says what each is. *MiB* is the most the process had "
            + "resident in any run, pages of input files and what was loaded before included. No peer."
        ], tables: [table]))
  }

  /// Writes the ledger of a shape; its text is gone before anything is measured.
  private func write(
    _ shape: Shape, to folder: URL
  ) throws -> (provisions: Int, operators: Int, bytes: Int) {
    let ledger = shape.ledger(shapeSize)
    return (ledger.provisionCount, ledger.operatorCount, try ledger.write(to: folder))
  }

  private func row(of shape: Shape, in folder: URL) throws -> [String] {
    let written = try write(shape, to: folder)
    let file = folder.appendingPathComponent("policy.json")
    guard let policy = Policy.decode(json: [UInt8](try Data(contentsOf: file))).policy,
      let null = FileHandle(forWritingAtPath: "/dev/null")
    else { throw Stop("cannot begin \(shape.rawValue)") }
    let context = ReportContext(language: .en, toolVersion: "benchmark", dataset: shape.rawValue)
    var findings = Set<Int>()
    var (reading, auditing, reporting) = (Sample(), Sample(), Sample())
    PeakMemory.reset()
    for run in 0...runs {
      let (chain, read) = try timed { try self.chain(folder.path) }
      let (audit, audited) = timed { self.audit(chain, policy) }
      let (code, reported) = timed {
        audit.writeReport(.text, context: context, toDescriptor: null.fileDescriptor)
      }
      guard code == 0 else { throw Stop("cannot write: \(code)") }
      findings.insert(audit.total)
      if run == 0 { continue }
      reading.values.append(read)
      auditing.values.append(audited)
      reporting.values.append(reported)
    }
    guard findings.count == 1, let found = findings.first else {
      throw Stop("runs of \(shape.rawValue) disagree")
    }
    return [
      shape.rawValue, Figures.grouped(written.provisions), Figures.grouped(written.operators),
      "\(written.bytes / 1_000_000)", reading.text, auditing.text, reporting.text, Figures.grouped(found),
      PeakMemory.mebibytes.map(String.init) ?? "–",
    ]
  }
}
