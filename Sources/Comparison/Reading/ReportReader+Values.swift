import Audit
import Bytes
import Numbering

extension ReportReader {
  /// A mistake at the token read last.
  func note(_ kind: ReportProblem.Kind, _ path: String) -> ReportNote {
    ReportNote(kind: kind, offset: json.offset, path: path)
  }

  mutating func next() throws(ReportNote) -> JSONPullReader.Token {
    do throws(JSONError) {
      return try json.next()
    } catch {
      throw ReportNote(kind: .notJSON(error.kind), offset: error.offset, path: "")
    }
  }

  /// Passes over a whole value.
  mutating func skipValue() throws(ReportNote) {
    do throws(JSONError) {
      let token = try json.next()
      try json.skipRest(of: token)
    } catch {
      throw ReportNote(kind: .notJSON(error.kind), offset: error.offset, path: "")
    }
  }

  /// Whether a token begins an object or an array, as it must.
  func expect(_ wanted: ReportProblem.Expected, _ token: JSONPullReader.Token, _ path: String)
    throws(ReportNote)
  {
    guard token == (wanted == .object ? .beginObject : .beginArray) else {
      throw note(.wrongValue(wanted), path)
    }
  }

  /// Reads the members of an object that has been begun, each name once.
  mutating func members(
    of path: String,
    _ read: (inout ReportReader, String, String) throws(ReportNote) -> Void
  ) throws(ReportNote) {
    var names: Set<String> = []
    while case .name(let slice) = try next() {
      let name = json.text(slice)
      // Names that mean nothing are not kept: there may be any number of them.
      if Self.named.contains(name), !names.insert(name).inserted {
        throw note(.duplicateMember(name), path)
      }
      try read(&self, name, "\(path).\(name)")
    }
  }

  private static let named: Set<String> = [
    "on", "from", "to", "source", "sha256", "effective_sha256", "operator", "rejected", "rule", "evaluated",
    "reason", "findings", "waived", "replaced", "key",
  ]

  /// Reads an array of objects.
  mutating func elements(
    of path: String, _ read: (inout ReportReader, String) throws(ReportNote) -> Void
  ) throws(ReportNote) {
    try expect(.array, try next(), path)
    var place = 0
    while true {
      let token = try next()
      if token == .endArray { return }
      let element = "\(path)[\(place)]"
      try expect(.object, token, element)
      try read(&self, element)
      place += 1
    }
  }

  mutating func string(_ path: String) throws(ReportNote) -> String {
    guard case .string(let slice) = try next() else { throw note(.wrongValue(.string), path) }
    return json.text(slice)
  }

  mutating func stringOrNull(_ path: String) throws(ReportNote) -> String? {
    switch try next() {
    case .string(let slice): return json.text(slice)
    case .null: return nil
    default: throw note(.wrongValue(.stringOrNull), path)
    }
  }

  mutating func boolean(_ path: String) throws(ReportNote) -> Bool {
    guard case .boolean(let value) = try next() else { throw note(.wrongValue(.boolean), path) }
    return value
  }

  mutating func count(_ path: String) throws(ReportNote) -> UInt64 {
    guard case .number(let range) = try next(), let value = json.unsigned(range), value < .max else {
      throw note(.wrongValue(.count), path)
    }
    return value
  }

  mutating func day(_ path: String) throws(ReportNote) -> Day {
    guard case .string(let slice) = try next(), let day = Day(json.text(slice)) else {
      throw note(.wrongValue(.day), path)
    }
    return day
  }

  mutating func rule(_ path: String) throws(ReportNote) -> RuleID {
    guard case .string(let slice) = try next() else { throw note(.wrongValue(.string), path) }
    let name = json.text(slice)
    guard let rule = RuleID(name: name) else { throw note(.unknownRule(name), path) }
    return rule
  }
}
