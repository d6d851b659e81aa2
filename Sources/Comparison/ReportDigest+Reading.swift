import Audit
import Bytes

extension ReportDigest {
  /// Reads a report of the layout `banken-report/1` from a file.
  ///
  /// The file is read piece by piece; a finding takes 32 bytes of memory. Members that no report has are passed over, so
  /// that reports of later versions can be read.
  ///
  /// - Parameter anySchema: whether a document that names another layout is read as if it had this one.
  /// - Throws: the first mistake, with its place in the file.
  /// - Complexity: near-linear in the size of the file.
  public static func read(path: String, anySchema: Bool = false) throws(ReportError) -> ReportDigest {
    let content: FileContent
    do throws(FileError) {
      content = try FileContent(path: path, mayBePipe: true)
    } catch {
      throw .file(error)
    }
    do throws(ReportProblem) {
      return try read(content, anySchema: anySchema)
    } catch {
      throw .content(error)
    }
  }

  /// Reads a report from its bytes.
  ///
  /// - Throws: the first mistake, with its place.
  /// - Complexity: near-linear in the length.
  public static func read(_ bytes: [UInt8], anySchema: Bool = false) throws(ReportProblem) -> ReportDigest {
    try read(FileContent(bytes), anySchema: anySchema)
  }

  /// Reads a report that stays where it is: its content on one thread, its digest on another.
  package static func read(_ content: FileContent, anySchema: Bool) throws(ReportProblem) -> ReportDigest {
    let parts = concurrentMap(2, threads: 2) { part in
      part == 0 ? Part.content(parse(content, anySchema: anySchema)) : .sha256(hash(of: content))
    }
    content.letGo()
    guard case .content(let parsed) = parts[0], case .sha256(let sha256) = parts[1] else {
      throw ReportProblem(line: 1, column: 1, path: "", kind: .missingMember("schema"))
    }
    var digest = try parsed.get()
    digest.content = content
    digest.sha256 = sha256
    return digest
  }

  /// One of the two things that are done at once.
  private enum Part: Sendable {
    case content(Result<ReportDigest, ReportProblem>)
    case sha256(String)
  }

  private static func parse(_ content: FileContent, anySchema: Bool) -> Result<ReportDigest, ReportProblem> {
    var reader = ReportReader(content, anySchema: anySchema)
    do throws(ReportNote) {
      return .success(try reader.report())
    } catch {
      return .failure(error.located(in: content.bytes))
    }
  }

  /// SHA-256 in lower-case hexadecimal; what was read is given back on the way.
  private static func hash(of content: FileContent) -> String {
    let step = 64 << 20
    let bytes = content.bytes
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: step) {
      hash.update(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + step, bytes.count)]))
      content.letGo()
    }
    let digits = Array("0123456789abcdef")
    return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
