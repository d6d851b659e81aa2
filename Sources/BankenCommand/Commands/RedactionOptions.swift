import Banken
import Bytes
import Glibc

extension CommandContext {
  /// The longest file that is taken for a key.
  private static let longestKey = 1 << 20

  /// What `--redact` and `--redact-key` ask for; nil without them.
  ///
  /// - Throws: a mistake on the command line, a file that cannot be read, or one that is too short for a key.
  func redaction() throws(Failure) -> Redaction? {
    let scope = line.value(.redact).flatMap(Redaction.Scope.init(rawValue:))
    guard let scope else {
      if line.has(.redactKey) { throw usage(.needs(option: "--redact-key", other: "--redact")) }
      return nil
    }
    guard let path = line.value(.redactKey) else { throw usage(.redactionWithoutKey) }
    for flag in [FlagID.output, .graphOutput] {
      if let output = line.value(flag), output != "-", Self.isSameFile(output, path) {
        throw usage(.outputIsKey(path: path))
      }
    }
    let key = try keyBytes(path)
    if key.count <= Self.longestKey, let redaction = Redaction(key: key, scope: scope, language: language) {
      return redaction
    }
    let text = RedactWords.badKey(bytes: key.count, shortest: Redaction.shortestKey, longest: Self.longestKey)
    console.say(.error, text[language], file: path, line: 1, column: 1)
    throw .content
  }

  /// Whether two paths lead to one file that is there.
  private static func isSameFile(_ one: String, _ other: String) -> Bool {
    var (left, right) = (stat(), stat())
    guard stat(one, &left) == 0, stat(other, &right) == 0 else { return false }
    return left.st_dev == right.st_dev && left.st_ino == right.st_ino
  }

  /// The bytes of a key, one more than the longest may have at most.
  private func keyBytes(_ path: String) throws(Failure) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unreadable(path: path, code: errno) }
    // A device may have no end, and gives another key each time.
    guard status.st_mode & S_IFMT != S_IFCHR else { throw .unreadable(path: path, code: EOPNOTSUPP) }
    do throws(FileError) {
      let content = try FileContent(path: path, mayBePipe: true)
      return withExtendedLifetime(content) { Array(content.bytes.prefix(Self.longestKey + 1)) }
    } catch {
      throw .unreadable(path: error.path, code: error.code)
    }
  }

  /// Tells whoever has the ledger how the report is redacted, and what may tell names all the same.
  func say(_ redaction: Redaction, of chain: SupplyChain) {
    console.say(.note, redaction.note)
    if redaction.scope != .names { return }
    let named = chain.namedByID
    if named > 0 { console.say(.warning, RedactWords.namesAsIDs(named)) }
  }
}

extension LoadedPolicy {
  /// The policy and where it came from as a redacted report tells them.
  mutating func redact(by redaction: Redaction) {
    policy = policy.redacted(by: redaction)
    source = ReportContext.shownSource(source, redaction.words.withheld)
    sha256 = redaction.digest(sha256)
  }
}
