/// SPEC §8 `critical` by taking every operator's certificate away in turn.
package struct OracleCritical {
  /// What depends on an operator in a category.
  package struct Row: Equatable {
    package var id: String
    package var category: String
    package var dependents: [String]
    package var numbers: Int
  }

  /// Operators with a clean level in a category, and the numbers of their inflows.
  package struct Whole: Equatable {
    package var category: String
    package var operators: Int
    package var numbers: Int
  }

  /// By category, then in file order.
  package private(set) var rows: [Row] = []
  package private(set) var wholes: [Whole] = []

  package init(_ dataset: PlainDataset) {
    let data = OracleData(dataset)
    guard data.has("designations"), data.has("certifications") else { return }
    let before = OracleDay(data, dataset.policy, dataset.day)
    let after = data.operators.indices.map {
      OracleDay(data, dataset.policy, dataset.day, uncertified: $0)
    }
    for c in OracleData.all {
      let had = before.levels(c, clean: true).map { $0 != nil }
      let clean = data.operators.indices.filter { had[$0] }
      func numbers(_ operators: [Int]) -> Int { data.together(operators.flatMap { before.inflows($0, c) }) }
      if !clean.isEmpty {
        wholes.append(
          Whole(category: OracleData.categories[c], operators: clean.count, numbers: numbers(clean)))
      }
      for x in data.operators.indices {
        let left = after[x].levels(c, clean: true)
        let losers = clean.filter { $0 != x && left[$0] == nil }
        if losers.isEmpty { continue }
        rows.append(
          Row(
            id: data.operators[x].id, category: OracleData.categories[c],
            dependents: losers.map { data.operators[$0].id }, numbers: numbers(losers)))
      }
    }
  }
}
