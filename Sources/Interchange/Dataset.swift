import Bytes
import Numbering
import SupplyChain

/// A text encoding that a file may have.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case cp932 = "cp932"
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
}

/// What a file of the dataset was.
public struct InputFile: Sendable {
  public let table: TableName
  /// The file's name inside the directory.
  public let file: String
  public let encoding: TextEncoding
  /// Rows accepted.
  public let rows: Int
  /// Rows set aside by `--lenient`.
  public let rejected: Int
  package let content: FileContent

  /// SHA-256 of the file's bytes, in lower-case hexadecimal.
  ///
  /// - Complexity: O(*n*) in the size of the file, each time it is asked.
  public var sha256: String { SHA256.hex(of: content) }
}

/// How a dataset is read.
public struct ReadOptions: Sendable {
  /// Set bad rows aside instead of stopping.
  public var lenient = false
  /// The encoding of every file; nil to find out.
  public var encoding: TextEncoding?
  /// How many threads may be used; the result does not depend on it.
  public var threads = 2
  /// Names of rules that waivers may name.
  public var knownRules: [String] = []

  public init() {}
}

/// A dataset as read: the graph, or what kept it from being built.
public struct Dataset: Sendable {
  /// nil when there were errors and the reading was not lenient, or when there are no operators to build on.
  public let chain: SupplyChain?
  public let inputs: [InputFile]
  /// Every error, warning and note, in the order of tables, lines and columns.
  public let diagnostics: Diagnostics
}
