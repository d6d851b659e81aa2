/// Changes to a dataset under which an audit must not change, or only in what follows from the change.
extension PlainDataset {
  /// The rows of some tables in another order.
  package func reordered(seed: UInt64, tables names: [String]) -> PlainDataset {
    var random = RandomSource(seed: seed)
    var dataset = self
    for name in names { dataset.tables[name]?.rows = random.shuffled(tables[name]?.rows ?? []) }
    return dataset
  }

  /// Cells of id columns given other ids.
  package func renamed(operators: (String) -> String, provisions: (String) -> String) -> PlainDataset {
    var dataset = self
    for name in PlainDataset.tableNames {
      guard var table = tables[name] else { continue }
      for (place, column) in table.columns.enumerated() {
        let namesOperators = ["operator_id", "supplier_id", "recipient_id"].contains(column)
        guard namesOperators || column == "provision_id" else { continue }
        for row in table.rows.indices where !table.rows[row][place].isEmpty {
          let id = table.rows[row][place]
          table.rows[row][place] = namesOperators ? operators(id) : provisions(id)
        }
      }
      dataset.tables[name] = table
    }
    dataset.policy.complete = policy.complete.map(operators)
    return dataset
  }

  /// The ids of a column in the order of their bytes, each once.
  package func sortedIDs(_ table: String, _ column: String) -> [String] {
    guard let table = tables[table], let place = table.index(column) else { return [] }
    return Set(table.rows.map { $0[place] }).sorted(by: utf8Less)
  }

  /// Names in place of ids that keep their order: `prefix` and the place of the id among all.
  package func orderedNames(_ table: String, _ column: String, prefix: String) -> (String) -> String {
    let ids = sortedIDs(table, column)
    return { id in
      let place = ids.firstIndex(of: id).map { String($0 + 100) } ?? ""
      return prefix + place
    }
  }

  /// The dataset with a chain of three operators that has nothing to do with the rest.
  package func joinedByStrangers() -> PlainDataset {
    var dataset = self
    for id in ["zz1", "zz2", "zz3"] {
      dataset.tables["operators"]?.append(["operator_id": id, "name": id, "registration": "none"])
    }
    dataset.tables["designations"]?.append(
      ["operator_id": "zz1", "range_start": "05099990000", "range_end": "05099990099"])
    dataset.tables["certifications"]?.append(["operator_id": "zz2", "valid_from": "2026-01-01"])
    dataset.tables["provisions"]?.append(
      [
        "provision_id": "zzP1", "supplier_id": "zz1", "recipient_id": "zz2", "range_start": "05099990000",
        "range_end": "05099990009", "starts_on": "2023-02-01",
      ])
    dataset.tables["provisions"]?.append(
      [
        "provision_id": "zzP2", "supplier_id": "zz2", "recipient_id": "zz3", "category": "ip", "numbers": "7",
        "contract": "terms",
      ])
    return dataset
  }
}
