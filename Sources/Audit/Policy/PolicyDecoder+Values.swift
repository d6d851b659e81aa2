import Bytes
import Numbering

/// How single values are read; each notes its mistake and gives nil.
extension PolicyDecoder {
  /// The members of an object by name; nil, and a mistake, for any other value.
  mutating func members(
    of value: JSONValue, _ path: String, known: [String]
  ) -> [String: JSONValue]? {
    guard let members = value.members else {
      report(.wrongValue(found: .init(value), expected: .object), at: value.offset, path)
      return nil
    }
    var result: [String: JSONValue] = [:]
    var offsets: [String: Int] = [:]
    for member in members {
      let path = join(path, member.name)
      if !known.contains(member.name) {
        let suggestion = nearest(member.name, among: known)
        let kind = Kind.unknownMember(name: member.name, suggestion: suggestion, known: known)
        report(kind, at: member.nameOffset, path)
      } else if let first = offsets[member.name] {
        report(.duplicateMember(name: member.name, line: 0), at: member.nameOffset, path, first: first)
      } else {
        offsets[member.name] = member.nameOffset
        result[member.name] = member.value
      }
    }
    return result
  }

  func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  mutating func choice<Value>(
    _ value: JSONValue, _ path: String, _ choices: [(name: String, value: Value)]
  ) -> Value? {
    if let text = value.string, let choice = choices.first(where: { $0.name == text }) { return choice.value }
    let names = choices.map(\.name)
    let suggestion = value.string.flatMap { nearest($0, among: names) }
    let kind = Kind.wrongValue(found: .init(value), expected: .choice(names), suggestion: suggestion)
    report(kind, at: value.offset, path)
    return nil
  }

  mutating func day(_ value: JSONValue, _ path: String) -> Day? {
    if let text = value.string, let day = Day(text) { return day }
    report(.wrongValue(found: .init(value), expected: .date), at: value.offset, path)
    return nil
  }

  mutating func number(_ value: JSONValue, _ path: String, to greatest: UInt64) -> UInt64? {
    if let number = value.integer, number >= 0, number <= greatest { return UInt64(number) }
    let kind = Kind.wrongValue(found: .init(value), expected: .wholeNumber(from: 0, to: greatest))
    report(kind, at: value.offset, path)
    return nil
  }

  mutating func categories(_ value: JSONValue, _ path: String) -> CategorySet? {
    guard let elements = value.elements else {
      report(.wrongValue(found: .init(value), expected: .array), at: value.offset, path)
      return nil
    }
    var set: CategorySet = []
    for (index, element) in elements.enumerated() {
      if let category = element.string.flatMap({ Category(name: $0) }) {
        set.insert(CategorySet(category))
      } else {
        let suggestion = element.string.flatMap { nearest($0, among: Category.allCases.map(\.name)) }
        let kind = Kind.wrongValue(found: .init(element), expected: .category, suggestion: suggestion)
        report(kind, at: element.offset, "\(path)[\(index)]")
      }
    }
    return set
  }

  /// An id, width-folded and trimmed as ids in the data are.
  mutating func id(_ value: JSONValue, _ path: String) -> String? {
    if let text = value.string {
      let folded = WidthFolding.folded(text).unicodeScalars
      let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
      if let first = folded.firstIndex(where: { !isBlank($0) }),
        let last = folded.lastIndex(where: { !isBlank($0) })
      {
        return String(folded[first...last])
      }
    }
    report(.wrongValue(found: .init(value), expected: .id), at: value.offset, path)
    return nil
  }
}
