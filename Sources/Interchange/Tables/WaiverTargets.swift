import Bytes
import SupplyChain

/// Finds the provisions that waivers name, once both tables have been read.
struct WaiverTargets {
  /// Provisions set aside, by id.
  let aside: TextColumn
  /// Whether there may be provisions that could not be read.
  let isIncomplete: Bool
  let isLenient: Bool

  /// The row of each waiver's provision, `noIndex` for none; reports ids that no provision has.
  ///
  /// - Complexity: O(*n*) in provisions and waivers, nothing when no waiver names a provision.
  func resolve(
    _ waivers: inout TableReading, number: UInt16, provisions: TextColumn, texts: inout TextColumn,
    threads: Int
  ) -> [ProvisionIndex] {
    var result = [ProvisionIndex](repeating: noIndex, count: waivers.raw.count)
    guard let slot = waivers.raw.schema.slot(of: .provisionID),
      case .text(let ids) = waivers.raw.columns[slot],
      ids.bytes.count > 0
    else { return result }
    let wanted = IDTable(ids: ids, targets: Array(0..<UInt32(ids.count)), isIncomplete: false)
    var found = [ProvisionIndex](repeating: noIndex, count: ids.count)
    for (waiver, provision) in matches(wanted, of: ids, provisions, threads: threads) {
      found[Int(waiver)] = provision
    }
    let lost = IDTable(
      ids: aside, targets: [UInt32](repeating: IDTable.aside, count: aside.count), isIncomplete: false)
    let field = waivers.header?.fields.firstIndex { $0.slot == slot } ?? 0
    var dropped: [UInt32] = []
    for row in 0..<ids.count where !ids.isBlank(row) {
      let id = Array(ids.bytes[ids.range(row)])
      let first = wanted.find(id)
      let provision = first < IDTable.aside ? found[Int(first)] : noIndex
      result[row] = provision
      if provision != noIndex { continue }
      dropped.append(UInt32(row))
      let isKnownBad = isIncomplete || lost.find(id) == IDTable.aside
      if isKnownBad, !isLenient { continue }
      waivers.problems.append(
        Problem(
          offset: UInt64(texts.count), line: waivers.raw.lines[row], field: UInt16(clamping: field + 1),
          file: number, code: isKnownBad ? .provisionAside : .unknownProvision))
      texts.append(ids[row])
    }
    waivers.raw.setAside(dropped)
    return result
  }

  /// Pairs of wanted id and provision.
  private func matches(
    _ wanted: IDTable, of ids: TextColumn, _ provisions: TextColumn, threads: Int
  ) -> [(UInt32, ProvisionIndex)] {
    let size = 1 << 18
    let filter = IDFilter(ids)
    return concurrentMap((provisions.count + size - 1) / size, threads: threads) { part in
      var pairs: [(UInt32, ProvisionIndex)] = []
      filter.visit(provisions, part * size..<min(provisions.count, (part + 1) * size)) { row, text, count in
        let key = IDKey(text, count)
        let waiver = wanted.find(key, key.hash, text)
        if waiver < IDTable.aside { pairs.append((waiver, UInt32(row))) }
      }
      return pairs
    }.flatMap { $0 }
  }
}
