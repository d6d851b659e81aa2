import Bytes

/// How `fees` is read.
extension PolicyDecoder {
  /// The greatest amount that may be written, in yen.
  private static let greatestFee: UInt64 = 10_000_000_000

  mutating func fees(_ value: JSONValue) -> Policy.Fees? {
    let known = ["associations", "members", "others", "approval", "end"]
    guard let members = members(of: value, "fees", known: known) else { return nil }
    var associations: [String] = []
    if let list = members["associations"] {
      if let elements = list.elements {
        for (index, element) in elements.enumerated() {
          if let name = id(element, "fees.associations[\(index)]") { associations.append(name) }
        }
      } else {
        report(.wrongValue(found: .init(list), expected: .array), at: list.offset, "fees.associations")
      }
    }
    let ofMembers = certificationFee("members", members, in: value)
    let ofOthers = certificationFee("others", members, in: value)
    let approval = members["approval"].flatMap { number($0, "fees.approval", to: Self.greatestFee) }
    let end = members["end"].flatMap { number($0, "fees.end", to: Self.greatestFee) }
    guard let ofMembers, let ofOthers else { return nil }
    return Policy.Fees(
      associations: associations, members: ofMembers, others: ofOthers, approval: approval, end: end)
  }

  private mutating func certificationFee(
    _ name: String, _ fees: [String: JSONValue], in object: JSONValue
  ) -> Policy.Fees.Certification? {
    let path = "fees.\(name)"
    guard let value = fees[name] else {
      report(.missingMember(name: name), at: object.offset, "fees")
      return nil
    }
    guard let members = members(of: value, path, known: ["first", "renewal"]) else { return nil }
    let first = amount("first", members, of: value, path)
    let renewal = amount("renewal", members, of: value, path)
    guard let first, let renewal else { return nil }
    return Policy.Fees.Certification(first: first, renewal: renewal)
  }

  private mutating func amount(
    _ name: String, _ members: [String: JSONValue], of object: JSONValue, _ path: String
  ) -> UInt64? {
    guard let value = members[name] else {
      report(.missingMember(name: name), at: object.offset, path)
      return nil
    }
    return number(value, join(path, name), to: Self.greatestFee)
  }
}
