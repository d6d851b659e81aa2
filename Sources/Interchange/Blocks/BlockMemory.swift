/// What the reading of blocks needs, once for each chunk; whoever makes it frees it.
struct BlockMemory {
  /// How many rows a block has at most, by the number of fields.
  let mostRows: Int
  /// Where cells end; the element before the first is −1.
  let marks: UnsafeMutablePointer<Int32>
  /// One byte a row: whether it must be read the thorough way.
  let flags: UnsafeMutablePointer<UInt8>
  let wanted: UnsafeMutablePointer<ReferenceKernel.Wanted>
  /// By slot of the schema.
  let words: UnsafeMutablePointer<WordTable>
  private let slots: Int

  init(_ plan: ReadingPlan) {
    mostRows = max(1, min(512, 8_192 / max(1, plan.fields.count)))
    let all = UnsafeMutablePointer<Int32>.allocate(
      capacity: mostRows * max(1, plan.fields.count) + SeparatorScan.slack + 1)
    all.initialize(to: -1)
    marks = all + 1
    flags = .allocate(capacity: mostRows)
    wanted = .allocate(capacity: ReferenceKernel.batch)
    slots = plan.schema.columns.count
    words = .allocate(capacity: slots)
    for (slot, spec) in plan.schema.columns.enumerated() { (words + slot).initialize(to: WordTable(spec)) }
  }

  func free() {
    (marks - 1).deallocate()
    flags.deallocate()
    wanted.deallocate()
    for slot in 0..<slots { words[slot].deallocate() }
    words.deallocate()
  }
}
