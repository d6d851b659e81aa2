import Numbering
import SupplyChain

/// An operator's id that waits to be looked up together with others, so that the look-ups overlap in memory.
struct PendingReference {
  var key: IDKey
  var hash: UInt64
  var id: UnsafePointer<UInt8>
  var cell: RawCell
  var row: Int
  var line: Int
  var field: Int
  var slot: Int

  static let limit = 512
}

extension ChunkParser {
  /// Stores what a blank cell means.
  @inline(__always)
  mutating func storeBlank(_ field: FieldPlan) {
    guard field.slot >= 0, let values = values[field.slot] else { return }
    switch field.kind {
    case .key, .text, .folded:
      values.assumingMemoryBound(to: UInt32.self)[row] = UInt32(truncatingIfNeeded: textUsed[field.slot])
    case .operatorReference: values.assumingMemoryBound(to: UInt32.self)[row] = noIndex
    case .day: values.assumingMemoryBound(to: Int32.self)[row] = Day.blank
    case .telephone, .corporateNumber, .count: values.assumingMemoryBound(to: UInt64.self)[row] = 0
    case .category: values.assumingMemoryBound(to: UInt8.self)[row] = noCategory
    case .choice: values.assumingMemoryBound(to: UInt8.self)[row] = field.blank
    }
  }

  /// Stores a bad cell as blank and sets its row aside unless the column forgives.
  mutating func storeBad(_ plan: FieldPlan, _ field: Int, _ code: ProblemCode, _ raw: RawCell) {
    report(code, field + 1, raw)
    bad.insert(plan.column)
    if !plan.isForgiving { isAside = true }
    storeBlank(plan)
  }

  /// Stores a cell that holds something.
  mutating func store(
    _ plan: FieldPlan, _ field: Int, _ cell: UnsafePointer<UInt8>, _ count: Int, _ raw: RawCell
  ) {
    if isSuspicious, let code = spoiled(cell, count) { return storeBad(plan, field, code, raw) }
    if cell[0] == UInt8(ascii: "#"), isExcelError(cell, count) {
      return storeBad(plan, field, .excelError, raw)
    }
    guard let values = values[plan.slot] else { return }
    present.insert(plan.column)
    switch plan.kind {
    case .key: storeKey(plan, field, cell, count, raw)
    case .text: append(plan.slot, cell, count)
    case .folded: storeFolded(plan, field, cell, count, raw)
    case .operatorReference: storeReference(plan, field, cell, count, raw)
    case .telephone:
      switch TelephoneNumber.parse(bytes: UnsafeRawBufferPointer(start: cell, count: count)) {
      case .success(let number): values.assumingMemoryBound(to: UInt64.self)[row] = number.rawValue
      case .failure: storeBad(plan, field, .badTelephone, raw)
      }
    case .corporateNumber:
      switch CorporateNumber.parse(bytes: UnsafeRawBufferPointer(start: cell, count: count)) {
      case .success(let number): values.assumingMemoryBound(to: UInt64.self)[row] = number.rawValue
      case .failure: storeBad(plan, field, .badCorporateNumber, raw)
      }
    case .count:
      if let number = CountText.parse(cell, count) {
        values.assumingMemoryBound(to: UInt64.self)[row] = number
      } else {
        storeBad(plan, field, .badCount, raw)
      }
    case .day:
      if let day = QuickDay.parse(cell, count) {
        values.assumingMemoryBound(to: Int32.self)[row] = day
        return
      }
      switch Day.parse(bytes: UnsafeRawBufferPointer(start: cell, count: count)) {
      case .success(let day): values.assumingMemoryBound(to: Int32.self)[row] = day.ordinal
      case .failure: storeBad(plan, field, .badDay, raw)
      }
    case .category:
      if let category = Category.parse(bytes: UnsafeRawBufferPointer(start: cell, count: count)) {
        values.assumingMemoryBound(to: UInt8.self)[row] = category.rawValue
      } else {
        storeBad(plan, field, .badCategory, raw)
      }
    case .choice:
      if let value = words[plan.slot].value(cell, count)
        ?? self.plan.schema.columns[plan.slot].vocabulary?.value(cell, count)
      {
        values.assumingMemoryBound(to: UInt8.self)[row] = value
      } else {
        storeBad(plan, field, .badChoice, raw)
      }
    }
  }

  private mutating func storeKey(
    _ plan: FieldPlan, _ field: Int, _ cell: UnsafePointer<UInt8>, _ count: Int, _ raw: RawCell
  ) {
    guard let folded = folded(cell, count) else {
      append(plan.slot, cell, count)
      return checkLength(plan, field, count, raw)
    }
    folded.withUnsafeBufferPointer { all in
      if let base = all.baseAddress { append(plan.slot, base, all.count) }
    }
    checkLength(plan, field, folded.count, raw)
  }

  @inline(__always)
  private mutating func checkLength(_ plan: FieldPlan, _ field: Int, _ count: Int, _ raw: RawCell) {
    guard plan.column == .operatorID, count > 64 else { return }
    report(.idTooLong, field + 1, raw)
    isAside = true
  }

  private mutating func storeFolded(
    _ plan: FieldPlan, _ field: Int, _ cell: UnsafePointer<UInt8>, _ count: Int, _ raw: RawCell
  ) {
    let folded = folded(cell, count)
    if plan.column == .rule {
      let rule = String(
        decoding: folded ?? Array(UnsafeBufferPointer(start: cell, count: count)), as: UTF8.self)
      if let known = self.plan.knownRules, !known.contains(rule) {
        return storeBad(plan, field, .unknownRule, raw)
      }
    }
    guard let folded else { return append(plan.slot, cell, count) }
    folded.withUnsafeBufferPointer { all in
      if let base = all.baseAddress { append(plan.slot, base, all.count) }
    }
  }

  /// The text folded; nil where nothing changes.
  @inline(__always)
  private func folded(_ cell: UnsafePointer<UInt8>, _ count: Int) -> [UInt8]? {
    WidthFolding.folded(UnsafeRawBufferPointer(start: cell, count: count))
  }

  /// Adds a text to its column.
  @inline(__always)
  private mutating func append(_ slot: Int, _ cell: UnsafePointer<UInt8>, _ count: Int) {
    let used = textUsed[slot]
    if used + count > textRoom[slot] { makeRoom(slot, used + count) }
    texts[slot]?.advanced(by: used).copyMemory(from: cell, byteCount: count)
    textUsed[slot] = used + count
    values[slot]?.assumingMemoryBound(to: UInt32.self)[row] = UInt32(truncatingIfNeeded: used + count)
  }

  mutating func makeRoom(_ slot: Int, _ needed: Int) {
    rows.texts[slot]?.grow(to: needed, keeping: textUsed[slot])
    texts[slot] = rows.texts[slot]?.base
    textRoom[slot] = rows.texts[slot]?.capacity ?? 0
  }

  /// Why a cell of a suspicious chunk cannot be used; nil when it can.
  private func spoiled(_ cell: UnsafePointer<UInt8>, _ count: Int) -> ProblemCode? {
    if !UTF8Check.isValid(cell, 0, count) { return .undecodable }
    for index in 0..<count where cell[index] == 0 { return .nulByte }
    return nil
  }

  private func isExcelError(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count <= 8 else { return false }
    let text = String(decoding: UnsafeBufferPointer(start: cell, count: count), as: UTF8.self)
    return ExcelDamage.errorValues.contains(text.uppercased())
  }

  private mutating func storeReference(
    _ plan: FieldPlan, _ field: Int, _ cell: UnsafePointer<UInt8>, _ count: Int, _ raw: RawCell
  ) {
    // A cell in `scratch` does not last, so only text of the file can wait.
    let isLasting = cell >= text + raw.start && cell < text + raw.end
    if isLasting, self.plan.operators.numbered == nil,
      WidthFolding.isASCII(UnsafeRawBufferPointer(start: cell, count: count))
    {
      let key = IDKey(cell, count)
      pending[pendingCount] = PendingReference(
        key: key, hash: key.hash, id: cell, cell: raw, row: row, line: rowLine, field: field + 1,
        slot: plan.slot)
      pendingCount += 1
      return
    }
    let id = folded(cell, count) ?? Array(UnsafeBufferPointer(start: cell, count: count))
    settle(self.plan.operators.find(id), plan.slot, row, field + 1, raw, rowLine)
  }

  /// Looks up the operators that rows read so far refer to.
  mutating func resolveReferences() {
    guard pendingCount > 0 else { return }
    var sum: UInt64 = 0
    for index in 0..<pendingCount { sum &+= operators.touch(pending[index].hash) }
    warmth ^= sum
    for index in 0..<pendingCount {
      let reference = pending[index]
      let found = operators.find(reference.key, reference.hash)
      let target =
        reference.key.isExact || found.value == noIndex
        ? found.value
        : plan.operators.target(ofLong: found.value, reference.id, reference.key, from: found.place)
      settle(target, reference.slot, reference.row, reference.field, reference.cell, reference.line)
    }
    pendingCount = 0
  }

  @inline(__always)
  private mutating func settle(
    _ found: UInt32, _ slot: Int, _ row: Int, _ field: Int, _ raw: RawCell, _ line: Int
  ) {
    if found < IDTable.aside {
      values[slot]?.assumingMemoryBound(to: UInt32.self)[row] = found
    } else {
      settleUnknown(found, slot, row, field, raw, line)
    }
  }

  private mutating func settleUnknown(
    _ found: UInt32, _ slot: Int, _ row: Int, _ field: Int, _ raw: RawCell, _ line: Int
  ) {
    values[slot]?.assumingMemoryBound(to: UInt32.self)[row] = noIndex
    rows.aside.append(UInt32(truncatingIfNeeded: row))
    let isKnownBad = found == IDTable.aside || plan.operators.isIncomplete
    // What is wrong with the operator has been said; the reference is worth a word only where rows go missing.
    if isKnownBad, !plan.isLenient { return }
    report(isKnownBad ? .operatorAside : .unknownOperator, field, raw, line: line)
  }
}
