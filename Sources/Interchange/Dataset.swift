import Bytes
import Numbering
import SupplyChain

/// A text encoding that a file may have.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8.
  case utf8 = "utf-8"
  /// Code page 932, Microsoft's Shift_JIS.
  case cp932 = "cp932"
  /// UTF-16, low byte first.
  case utf16le = "utf-16le"
  /// UTF-16, high byte first.
  case utf16be = "utf-16be"
}

/// What a file of the dataset was.
public struct InputFile: Sendable {
  /// The table it holds.
  public let table: TableName
  /// The file's name inside the directory.
  public let file: String
  /// The encoding it was read in.
  public let encoding: TextEncoding
  /// Rows accepted.
  public let rows: Int
  /// Rows set aside.
  public let rejected: Int
  /// Bad cells of accepted rows, taken as blank.
  public let blanked: Int
  /// Whether the rows could be read at all: the header had what every row needs.
  public let isUsable: Bool
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
  /// Names of the rules that waivers may name, such as `RuleID.names`; nil to take any.
  ///
  /// A waiver that names a rule there is not never matches: `banken check` passes the names, so that it is an error.
  public var knownRules: [String]?

  /// How many bytes are read at a time by one thread; tests make it small.
  package var chunkSize = 8 << 20

  /// Whether plain rows are read column by column; tests turn it off to compare.
  package var readsInBlocks = true

  /// A strict reading on two threads, of any encoding.
  public init() {}
}

/// A dataset as read: the graph, or what kept it from being built.
public struct Dataset: Sendable {
  /// nil when there were errors and the reading was not lenient, or when there is no operators table to build on.
  public let chain: SupplyChain?
  /// The files that were read, in the order of the tables.
  public let inputs: [InputFile]
  /// Files that were not read because another one holds their table.
  public let leftOut: [String]
  /// Every error, warning and note, in the order of tables, lines and columns.
  public let diagnostics: Diagnostics
  let rejects: Rejects
}
