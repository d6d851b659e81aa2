extension SupplyChain {
  /// The operator with exactly this id, width-folded as ids in the data are; nil for none.
  public func operatorIndex(id: String) -> OperatorIndex? {
    operatorIds.row(of: id, in: tables.operators.ids.unredacted).map { UInt32($0) }
  }

  /// The provision with exactly this id; nil for none.
  ///
  /// - Complexity: O(bytes of all provision ids); for many look-ups build a `TextIndex`.
  public func provisionIndex(id: String) -> ProvisionIndex? {
    var id = id
    return id.withUTF8 { text in
      let ids = tables.provisions.ids.unredacted
      return ids.bytes.withUnsafeBufferPointer { bytes in
        for row in 0..<ids.count {
          let range = ids.range(row)
          if range.count == text.count, bytes[range].elementsEqual(text) { return UInt32(row) }
        }
        return nil
      }
    }
  }

  /// The operators a person who has the ledger may mean by a text: an id, a corporate number, or an exact present or former name.
  ///
  /// The first kind that fits any operator decides, in that order; within it every match is returned in file order, so
  /// that the caller can say that a name is ambiguous. Empty when nothing fits.
  ///
  /// - Complexity: O(1) for an id, else O(bytes of the operators table).
  public func operators(matching text: String) -> [OperatorIndex] {
    if let x = operatorIndex(id: text) { return [x] }
    let table = tables.operators
    if text.utf8.count == 13, let number = UInt64(text), number != 0 {
      let bearers = rows { table.corporateNumbers[$0] == number }
      if !bearers.isEmpty { return bearers }
    }
    if text.isEmpty { return [] }
    let wanted = Array(text.utf8)
    let (names, formerNames) = (table.names.unredacted, table.formerNames.unredacted)
    let named = rows { names.bytes[names.range($0)].elementsEqual(wanted) }
    if !named.isEmpty { return named }
    return rows { row in
      !formerNames.isBlank(row)
        && formerNames[row].split(separator: ";").contains { name in
          name.utf8.elementsEqual(wanted) || Self.trimmed(name).utf8.elementsEqual(wanted)
        }
    }
  }

  private func rows(where fits: (Int) -> Bool) -> [OperatorIndex] {
    (0..<tables.operators.count).filter(fits).map { UInt32($0) }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
