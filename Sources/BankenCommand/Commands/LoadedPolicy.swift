import Banken
import Bytes
import Glibc

/// The policy in effect, and where it came from.
struct LoadedPolicy {
  var policy: Policy
  /// The file as the user named it, `policy.json` for that of the dataset, or `built-in`.
  var source: String
  /// SHA-256 of its bytes, as it is told: keyed of a redacted report.
  var sha256: String
  /// SHA-256 of its bytes.
  let plainSHA256: String
  /// Where the ids of its caps and of `ledger.complete` stand.
  private let reading: PolicyReading?

  /// Reads the given file, else `policy.json` of the dataset, else takes the built-in policy.
  ///
  /// Every mistake in the file is reported, the first hundred one by one.
  init(file: String?, dataset: String?, _ console: Console) throws(Failure) {
    guard let (path, name) = try LoadedPolicy.path(file: file, dataset: dataset) else {
      policy = Policy()
      source = "built-in"
      plainSHA256 = SHA256.hex(of: FileContent(policy.json))
      sha256 = plainSHA256
      reading = nil
      return
    }
    let content: FileContent
    do throws(FileError) {
      content = try FileContent(path: path, mayBePipe: file != nil)
    } catch {
      throw .unreadable(path: error.path, code: error.code)
    }
    let reading = withExtendedLifetime(content) { Policy.decode(json: content.bytes) }
    for problem in reading.problems.prefix(LoadedDataset.shown) {
      console.say(
        .error, PolicyWords.message(problem, console.language), file: name, line: problem.line,
        column: problem.column)
    }
    let hidden = reading.problems.count - LoadedDataset.shown
    if hidden > 0 { console.say(.note, PolicyWords.more(hidden)) }
    guard let policy = reading.policy else { throw .content }
    self.policy = policy
    source = name
    plainSHA256 = SHA256.hex(of: content)
    sha256 = plainSHA256
    self.reading = reading
  }

  /// The file to read, and what to call it: that of the dataset is named as its tables are, without the directory; nil
  /// for none.
  private static func path(
    file: String?, dataset: String?
  ) throws(Failure) -> (path: String, name: String)? {
    if let file { return (file, file) }
    guard let dataset else { return nil }
    var status = stat()
    guard stat(dataset, &status) == 0 else { throw .unreadable(path: dataset, code: errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .unreadable(path: dataset, code: ENOTDIR) }
    let path = dataset.hasSuffix("/") ? "\(dataset)policy.json" : "\(dataset)/policy.json"
    if stat(path, &status) == 0 { return (path, "policy.json") }
    // A file that is there but out of reach must not be taken for none.
    if errno == ENOENT { return nil }
    throw .unreadable(path: path, code: errno)
  }

  /// Reports what does not fit the data: ids of caps that the caps table has, too, and unknown operators.
  func compare(with chain: SupplyChain, _ console: Console) throws(Failure) {
    guard let reading else { return }
    if case .operators(let ids) = policy.completeLedger {
      for (id, place) in zip(ids, reading.completePositions) where chain.operatorIndex(id: id) == nil {
        console.say(
          .warning, PolicyWords.unknownComplete(id)[console.language], file: source, line: place.line,
          column: place.column)
      }
    }
    let table = chain.tables.caps
    let rows = Dictionary(
      (0..<table.count).map { (table.ids[$0], $0) }, uniquingKeysWith: { first, _ in first })
    var isGood = true
    for (cap, place) in zip(policy.caps, reading.capPositions) {
      guard let row = rows[cap.id] else { continue }
      isGood = false
      let text = PolicyWords.capInTable(
        cap.id, file: table.origin.file, line: table.origin.line(of: row) ?? 0)
      console.say(.error, text[console.language], file: source, line: place.line, column: place.column)
    }
    if !isGood { throw .content }
  }
}
