import Bytes

extension JSONValue {
  /// A change of a JSON value in one place.
  package struct Mutation {
    package enum Kind {
      /// A member nobody knows was added to an object.
      case added
      /// A member was left out.
      case removed
      /// A value became a list in a list in a list, which no schema of ours allows anywhere.
      case retyped
    }

    package let kind: Kind
    /// The names that lead to the place, without the places in lists.
    package let path: String
    package let value: JSONValue
  }

  /// The value with every member left out in turn, every object given a member more, and every value made one of another
  /// type; of each list the first and the last element are changed.
  ///
  /// Recursive over its depth, which is small for documents of ours.
  package var mutations: [Mutation] { Self.mutations(of: self, path: "") }

  private static func mutations(of value: JSONValue, path: String) -> [Mutation] {
    let nonsense = JSONValue(.array([JSONValue(.array([JSONValue(.array([]), at: 0)]), at: 0)]), at: 0)
    var all = [Mutation(kind: .retyped, path: path, value: nonsense)]
    switch value.content {
    case .object(let members):
      let stranger = JSONMember(name: "x_stranger", at: 0, value: JSONValue(.string("x"), at: 0))
      all.append(Mutation(kind: .added, path: path, value: JSONValue(.object(members + [stranger]), at: 0)))
      for (place, member) in members.enumerated() {
        let inner = path.isEmpty ? member.name : "\(path).\(member.name)"
        var fewer = members
        fewer.remove(at: place)
        all.append(Mutation(kind: .removed, path: inner, value: JSONValue(.object(fewer), at: 0)))
        for mutation in mutations(of: member.value, path: inner) {
          var changed = members
          changed[place] = JSONMember(name: member.name, at: 0, value: mutation.value)
          all.append(
            Mutation(kind: mutation.kind, path: mutation.path, value: JSONValue(.object(changed), at: 0)))
        }
      }
    case .array(let elements):
      for place in Set([elements.indices.first, elements.indices.last].compactMap { $0 }).sorted() {
        for mutation in mutations(of: elements[place], path: path) {
          var changed = elements
          changed[place] = mutation.value
          all.append(
            Mutation(kind: mutation.kind, path: mutation.path, value: JSONValue(.array(changed), at: 0)))
        }
      }
    default: break
    }
    return all
  }
}
