import Numbering
import SupplyChain

/// The restrictions of one kind on persons, for asking which of them covers a category on a day.
package struct Restrictions: Sendable {
  /// Categories in which each person has any, on whatever day.
  private var masks: [UInt8]
  /// Person and category of each set of `covers`, packed, ascending.
  private var keys: [UInt64] = []
  private var covers = FirstCovers()

  /// - Complexity: O(*n* log *n*) in restrictions; a byte per person.
  package init(_ kind: RestrictionKind, in chain: SupplyChain) {
    let table = chain.tables.restrictions
    masks = [UInt8](repeating: 0, count: chain.persons.count)
    var entries: [(key: UInt64, row: UInt32)] = []
    for row in 0..<table.count where table.kinds[row] == kind && table.operators[row] != noIndex {
      let person = chain.persons.groupOf[Int(table.operators[row])]
      masks[Int(person)] |= table.categories[row].rawValue
      for category in Category.allCases where table.categories[row].has(category) {
        entries.append((Self.key(person, category), UInt32(row)))
      }
    }
    entries.sort { ($0.key, $0.row) < ($1.key, $1.row) }
    var index = 0
    while index < entries.count {
      let key = entries[index].key
      var (starts, ends, rows): ([UInt64], [UInt64], [UInt32]) = ([], [], [])
      while index < entries.count, entries[index].key == key {
        let row = entries[index].row
        starts.append(UInt64(max(0, table.starts[Int(row)])))
        ends.append(UInt64(max(0, table.ends[Int(row)])))
        rows.append(row)
        index += 1
      }
      keys.append(key)
      covers.append(starts: starts, ends: ends, labels: rows)
    }
  }

  private static func key(_ person: PersonIndex, _ category: Category) -> UInt64 {
    UInt64(person) << 8 | UInt64(category.rawValue)
  }

  /// Whether no person has any.
  package var isEmpty: Bool { keys.isEmpty }

  /// The categories in which a person has any, on whatever day, as bits.
  package func categories(of person: PersonIndex) -> UInt8 { masks[Int(person)] }

  /// The first restriction in the file that a person is under in a category on a day; `noIndex` for none.
  ///
  /// The day is given by its ordinal; none fits a blank one.
  ///
  /// - Complexity: O(1) for a person without, else O(log *n*).
  package func first(on person: PersonIndex, in category: Category, day: Int32) -> UInt32 {
    guard day != Day.blank, CategorySet(rawValue: masks[Int(person)]).has(category) else { return noIndex }
    let key = Self.key(person, category)
    let set = keys.firstIndex(atLeast: key)
    guard set < keys.count, keys[set] == key else { return noIndex }
    return covers.first(set, at: UInt64(day))
  }
}
