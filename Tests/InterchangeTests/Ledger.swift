import Banken
import Testing

/// A dataset written in the test, table by table.
struct Ledger {
  static let rules = ["approval-missing", "cap-exceeded", "uncertified-recipient"]

  var files: [(name: String, bytes: [UInt8])] = []
  var options = ReadOptions()

  init(_ files: KeyValuePairs<String, String>) {
    self.files = files.map { ($0.key, Array($0.value.utf8)) }
    options.knownRules = Ledger.rules
  }

  init(bytes files: KeyValuePairs<String, [UInt8]>) {
    self.files = files.map { ($0.key, $0.value) }
    options.knownRules = Ledger.rules
  }

  func lenient() -> Ledger {
    var copy = self
    copy.options.lenient = true
    return copy
  }

  func read() -> Dataset { Dataset.read(files: files, options: options) }

  /// Every diagnostic as a line, in English.
  func english() -> [String] { read().diagnostics.map { $0.description(.en) } }

  /// Every diagnostic as a line, in Japanese.
  func japanese() -> [String] { read().diagnostics.map { $0.description(.ja) } }
}

/// Three operators to refer to.
let threeOperators = "operator_id,name\nA,Alpha\nB,Beta\nC,Gamma\n"
