import Foundation

/// Two JSON documents that are the same but for texts, each of which always stands for the same other.
package struct Pseudonymity {
  /// Members whose texts are made of others, or tell where something was.
  private static let others: Set<String> = [
    "message", "fingerprint", "sha256", "effective_sha256", "disclaimer", "source", "reference", "mistakes",
    "file",
  ]

  package init() {}

  /// From the texts of the first document to those of the second, by kind of member.
  package private(set) var map: [String: [String: String]] = [:]
  package private(set) var problems: [String] = []

  package mutating func compare(_ clear: String, _ redacted: String) throws {
    let documents = try [clear, redacted].map {
      try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
    }
    compare(documents[0], documents[1], "", "")
    for (kind, pairs) in map where Set(pairs.values).count != pairs.count {
      problems.append("\(kind): two texts have one pseudonym")
    }
  }

  private mutating func compare(_ left: Any, _ right: Any, _ name: String, _ path: String) {
    switch (left, right) {
    case (let left as [String: Any], let right as [String: Any]):
      let names = Set(right.keys).subtracting(["redaction"])
      if Set(left.keys) != names { problems.append("\(path): members \(left.keys) and \(names)") }
      for name in names {
        if let a = left[name], let b = right[name] { compare(a, b, name, "\(path).\(name)") }
      }
    case (let left as [Any], let right as [Any]):
      if left.count != right.count { problems.append("\(path): \(left.count) and \(right.count)") }
      for (place, pair) in zip(left, right).enumerated() {
        compare(pair.0, pair.1, name, "\(path)[\(place)]")
      }
    case (let left as String, let right as String):
      if left == right || Self.others.contains(name) { return }
      let kind = Self.kind(name)
      if let known = map[kind]?[left], known != right { problems.append("\(path): \(left)") }
      map[kind, default: [:]][left] = right
    case (let left as NSNumber, let right as NSNumber):
      if left != right { problems.append("\(path): \(left) and \(right)") }
    default:
      if !(left is NSNull && right is NSNull) { problems.append("\(path): \(left) and \(right)") }
    }
  }

  /// Members that name the same kind of thing.
  private static func kind(_ name: String) -> String {
    switch name {
    case "supplier_id", "recipient_id", "operator_id", "operator_ids", "party", "operator", "ask_next":
      "operator"
    case "provision_id", "other_id", "chain", "cycle", "began_by", "ended_by", "provision_ids": "provision"
    case "start", "end", "range_start", "range_end", "number": "number"
    default: name
    }
  }
}
