import Audit
import Bytes
import Comparison

/// A finding as it stands in a report that was read; members of the wrong kind count as absent.
struct RecordedFinding {
  let entry: ReportDigest.Entry
  private let value: JSONValue

  /// Looks a finding up in the report it was read from; nil for an audit, whose findings are not recorded.
  ///
  /// - Complexity: O(*n*) in the length of its entry.
  init?(_ entry: ReportDigest.Entry, in digest: ReportDigest) {
    guard let content = digest.content else { return nil }
    let found = withExtendedLifetime(content) { () -> JSONValue? in
      var reader = JSONPullReader(content.bytes, at: entry.place)
      guard let token = try? reader.next(), (try? reader.skipRest(of: token)) != nil else { return nil }
      return try? JSONReader.read(
        UnsafeRawBufferPointer(rebasing: content.bytes[entry.place..<reader.position]))
    }
    guard let found else { return nil }
    self.entry = entry
    value = found
  }

  var members: [JSONMember] { value.members ?? [] }

  func text(_ name: String) -> String? { value[name]?.string }

  func texts(_ name: String) -> [String]? {
    value[name]?.elements.map { $0.compactMap(\.string) }
  }

  func count(_ name: String) -> UInt64? {
    guard case .number(let digits) = value[name]?.content else { return nil }
    return UInt64(digits)
  }

  func boolean(_ name: String) -> Bool? { value[name]?.boolean }

  /// The row it is about; nil where it came from no file.
  var source: (file: String, line: UInt64)? {
    guard let source = value["source"], let file = source["file"]?.string,
      case .number(let digits) = source["line"]?.content, let line = UInt64(digits)
    else { return nil }
    return (file, line)
  }

  /// The runs of days of a period audit.
  var periods: [(from: String, to: String)] { runs("periods") }

  /// A list of runs of days; empty where there is none.
  func runs(_ name: String) -> [(from: String, to: String)] {
    (value[name]?.elements ?? []).compactMap { period in
      guard let from = period["from"]?.string, let to = period["to"]?.string else { return nil }
      return (from, to)
    }
  }

  /// nil for a rule without causes, and for a cause that this version does not have.
  var cause: Cause? {
    let name = text("cause")
    return entry.rule.causes.first { $0.name == name }
  }
}
