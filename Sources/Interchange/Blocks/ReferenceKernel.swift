import SupplyChain

/// Looks up cells of operators' ids. What is not found is flagged: it may be found once trimmed and folded.
enum ReferenceKernel {
  /// A look-up that waits for others, so that they overlap in memory.
  struct Wanted {
    var key: IDKey
    var hash: UInt64
  }

  static let batch = 128

  /// Look-ups by number: one load each, all of a block together, so that they overlap in memory.
  static func read(
    _ cells: CellBlock, _ ids: NumberedIDsView, into rows: UnsafeMutablePointer<UInt32>
  ) {
    for row in 0..<cells.rows {
      let (start, count) = cells[row]
      rows[row] = UInt32(truncatingIfNeeded: ids.place(start, count))
    }
    for row in 0..<cells.rows { rows[row] = ids.targets[Int(rows[row])] }
    for row in 0..<cells.rows where rows[row] >= IDTable.aside {
      settle(cells, row, cells[row].count, rows[row], rows)
    }
  }

  /// Look-ups by hash: a batch is hashed, then touched, then compared.
  ///
  /// - Parameter wanted: room for `batch` look-ups.
  static func read(
    _ cells: CellBlock, _ table: IDTable, _ view: IDTableView, _ wanted: UnsafeMutablePointer<Wanted>,
    into rows: UnsafeMutablePointer<UInt32>
  ) -> UInt64 {
    var warmth: UInt64 = 0
    var begin = 0
    while begin < cells.rows {
      let end = min(begin &+ batch, cells.rows)
      for row in begin..<end {
        let (start, count) = cells[row]
        let key = IDKey(start, count)
        let hash = key.hash
        wanted[row &- begin] = Wanted(key: key, hash: hash)
      }
      for index in 0..<end &- begin { warmth &+= view.touch(wanted[index].hash) }
      for row in begin..<end {
        let (key, hash) = (wanted[row &- begin].key, wanted[row &- begin].hash)
        let found = view.find(key, hash)
        var target = found.value
        if !key.isExact, target != noIndex {
          target = table.target(ofLong: target, cells[row].start, key, from: found.place)
        }
        settle(cells, row, Int(key.length), target, rows)
      }
      begin = end
    }
    return warmth
  }

  @inline(__always)
  private static func settle(
    _ cells: CellBlock, _ row: Int, _ count: Int, _ found: UInt32, _ rows: UnsafeMutablePointer<UInt32>
  ) {
    let target = count == 0 ? noIndex : found
    rows[row] = target
    let isOpen = (target >= IDTable.aside ? 1 : 0) & (count == 0 ? cells.blankIsOpen : 1)
    if isOpen != 0 { cells.flag(row) }
  }
}
