import Banken
import Bytes
import Foundation
import Testing

@testable import BankenCommand

/// Commands that answer from a ledger, to be run with and without `--redact`.
struct RedactedRuns {
  /// The ledger, then what is asked of it: a holder with a partner, numbers and a file of candidates.
  let dataset: String
  let day: String
  let supplier: String
  let recipient: String
  let numbers: [String]
  let batch: String

  /// Every command of the ledger in each of its formats, without `--redact`.
  func lines(language: String) -> [[String]] {
    let check = ["check", dataset, "--on", day, "--all"]
    let year = ["check", dataset, "--from", "2026-08-15", "--to", day, "--all"]
    let formats = ReportFormat.allCases.map(\.rawValue)
    var lines = formats.map { check + ["--format", $0] } + formats.map { year + ["--format", $0] }
    let answers = ["text", "json", "csv"]
    func ask(_ words: [String], _ formats: [String]) {
      lines += formats.map { [words[0], dataset] + words.dropFirst() + ["--format", $0] }
    }
    let on = ["--on", day]
    let screen = ["screen", "--supplier", supplier, "--recipient", recipient]
    ask(screen + ["--category", "ip", "--numbers", "120", "--all"] + on, answers)
    ask(screen + ["--range", "\(numbers[0])..\(numbers[0])", "--all"] + on, answers)
    ask(screen + ["--range", "05012340000..05012349999", "--all"] + on, answers)
    ask(["screen", "--batch", batch, "--all"] + on, answers)
    ask(["trace"] + numbers + ["--all"] + on, answers)
    ask(["trace", numbers[0], "--history", "--all"], answers)
    ask(["trace", "05012340000"] + on, answers)
    ask(["stock", supplier, "--all"] + on, answers)
    ask(["impact", supplier, "--event", "exit", "--all"] + on, answers)
    ask(["impact", supplier, "--list", "notify", "--all"] + on, ["csv"])
    ask(["impact", supplier, "--list", "losses", "--all"] + on, ["csv"])
    ask(["critical", "--all"] + on, answers)
    ask(["repair", "--all"] + on, answers)
    ask(["graph"] + on, ["svg", "dot", "mermaid", "graphml"])
    ask(["graph", "--around", supplier, "--depth", "1"] + on, ["svg", "graphml"])
    ask(["horizon", "--within", "60", "--all"] + on, answers + ["ics"])
    return lines.map { $0 + ["--lang", language] }
  }

  /// The commands that take `--redact`, and those among the lines.
  var commands: (able: Set<String>, run: Set<String>) {
    let able = CommandID.allCases.filter { CommandTable.form(of: $0).flags.contains { $0.id == .redact } }
    return (Set(able.map(\.name)), Set(lines(language: "en").map { $0[0] }))
  }
}

extension CommandRun {
  /// A run that wrote nothing but messages.
  init(status: Int32, errors: String) {
    self.init(status: status)
    self.errors = errors
  }
}

/// What nobody may read in redacted output.
struct LedgerSecrets {
  private(set) var names: Set<String> = []
  private(set) var numbers: Set<String> = []
  private(set) var ids: Set<String> = []

  /// - Parameter extraNumbers: numbers that are asked about, in the ledger or not.
  init(_ dataset: String, extraNumbers: [String]) throws {
    let chain = try Dataset.read(directory: dataset, options: ReadOptions()).chain
    let tables = try #require(chain).tables
    func texts(_ column: TextColumn) -> [String] { (0..<column.count).map { column[$0] } }
    let operators = tables.operators
    names.formUnion(texts(operators.names) + texts(operators.groups))
    for list in texts(operators.formerNames) + texts(operators.associations) {
      names.formUnion(list.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) })
    }
    names.formUnion(operators.corporateNumbers.filter { $0 != 0 }.map(String.init))
    names.formUnion(texts(tables.approvals.approvalNumbers))
    names.formUnion(texts(tables.certifications.certificateNumbers))
    names.formUnion(texts(tables.restrictions.references))
    names.formUnion(texts(tables.waivers.reasons) + texts(tables.waivers.approvedBy))
    var raw: Set<UInt64> = []
    raw.formUnion(tables.designations.rangeStarts + tables.designations.rangeEnds)
    raw.formUnion(tables.restrictions.rangeStarts + tables.restrictions.rangeEnds)
    for row in 0..<tables.provisions.count where tables.provisions.isRanged(row) {
      raw.formUnion([tables.provisions.rangeStarts[row], tables.provisions.rangeEnd(row)])
    }
    raw.remove(0)
    numbers.formUnion(raw.map { "0\($0)" } + extraNumbers)
    ids.formUnion(texts(operators.ids) + texts(tables.provisions.ids) + texts(tables.caps.ids))
    ids.formUnion(texts(tables.restrictions.ids) + texts(tables.waivers.ids))
    let policy = try FileContent(path: "\(dataset)/policy.json", mayBePipe: false)
    let caps = Policy.decode(json: policy.bytes).policy?.caps ?? []
    ids.formUnion(caps.map(\.id))
    names.remove("")
    ids.remove("")
  }

  /// All forms in which a text or a number could be told.
  func forms(_ scope: String) -> [String] {
    var all: Set<String> = []
    func add(_ text: String) {
      all.insert(text)
      all.insert(text.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? text)
      all.insert(text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text)
      all.insert(text.precomposedStringWithCompatibilityMapping)
    }
    if scope != "numbers" { names.forEach(add) }
    if scope == "all" { ids.forEach(add) }
    if scope != "names" {
      for digits in numbers {
        add(digits)
        // Without the leading 0, as a spreadsheet or a foreigner writes it, and in groups.
        add(String(digits.dropFirst()))
        let parts = Array(digits)
        for groups in [
          [3, 4, 4], [2, 4, 4], [6, 4], [4, 3, 3], [4, 3, 4], [3, 3, 4], [4, 2, 4], [4, 5, 5],
        ]
        where groups.reduce(0, +) == parts.count {
          var place = 0
          let texts = groups.map { length in
            defer { place += length }
            return String(parts[place..<place + length])
          }
          add(texts.joined(separator: "-"))
          add(texts.joined(separator: " "))
        }
      }
    }
    return Array(all)
  }
}

/// Finds any of many texts in one pass over others, by the first eight bytes of each.
struct SecretFinder {
  private var byHead: [UInt64: [[UInt8]]] = [:]
  private var short: [[UInt8]] = []

  init(_ secrets: [String]) {
    for secret in secrets {
      let bytes = Array(secret.utf8)
      if bytes.count < 8 {
        short.append(bytes)
      } else {
        byHead[Self.head(bytes[...]), default: []].append(bytes)
      }
    }
  }

  private static func head(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// What stands in a text; empty when nothing does.
  func found(in text: String) -> Set<String> {
    var found: Set<String> = []
    let bytes = Array(text.utf8)
    var head: UInt64 = 0
    for (place, byte) in bytes.enumerated() {
      head = head << 8 | UInt64(byte)
      for secret in short where byte == secret.last && place + 1 >= secret.count {
        if bytes[(place + 1 - secret.count)...place].elementsEqual(secret) {
          found.insert(String(decoding: secret, as: UTF8.self))
        }
      }
      guard place >= 7, let candidates = byHead[head] else { continue }
      for secret in candidates where bytes.count >= place - 7 + secret.count {
        if bytes[(place - 7)..<(place - 7 + secret.count)].elementsEqual(secret) {
          found.insert(String(decoding: secret, as: UTF8.self))
        }
      }
    }
    return found
  }
}
