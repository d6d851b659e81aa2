import Interchange
import SupplyChain
import Testing

@Suite struct IDTableTests {
  private func column(_ ids: [String]) -> TextColumn {
    var column = TextColumn()
    for id in ids { column.append(id) }
    return column
  }

  @Test func findsIdsOfEveryLength() {
    // Lengths around 4, 8 and 16, where the packing changes, and ids that differ in one byte.
    var ids: [String] = []
    for length in 1...40 {
      for at in 0..<length {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        bytes[at] = UInt8(ascii: "b")
        ids.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    let table = IDTable(ids: column(ids), targets: Array(0..<UInt32(ids.count)), isIncomplete: false)
    for (row, id) in ids.enumerated() { #expect(table.find(Array(id.utf8)) == UInt32(row)) }
    for length in 1...40 {
      #expect(table.find([UInt8](repeating: UInt8(ascii: "c"), count: length)) == noIndex)
    }
    #expect(table.find([]) == noIndex)
  }

  @Test func theFirstOfEqualIdsCounts() {
    let table = IDTable(
      ids: column(["x", "y", "x", ""]), targets: [IDTable.aside, 0, 1, 2], isIncomplete: false)
    #expect(table.find(Array("x".utf8)) == IDTable.aside)
    #expect(table.find(Array("y".utf8)) == 0)
  }
}

@Suite struct DuplicatesTests {
  @Test func laterRowsOfEqualKeys() {
    var keys = TextColumn()
    for key in ["a", "b", "", "a", "", "c", "b", "a"] { keys.append(key) }
    // A hash that is the same for all makes every comparison count.
    for hashes in [[UInt32](repeating: 7, count: 8), [1, 2, 0, 1, 0, 3, 2, 1]] {
      let pairs = Duplicates.find(keys, hashes: hashes, threads: 2)
      #expect(pairs.map(\.row) == [3, 6, 7])
      #expect(pairs.map(\.first) == [0, 1, 0])
    }
  }

  @Test func manyParts() {
    var keys = TextColumn()
    var hashes: [UInt32] = []
    for row in 0..<100_000 {
      let key = row % 99_000
      keys.append("P\(key)")
      hashes.append(UInt32(truncatingIfNeeded: key) &* 0x9E37_79B1)
    }
    let pairs = Duplicates.find(keys, hashes: hashes, threads: 2)
    #expect(pairs.map(\.row) == Array(99_000..<100_000))
    #expect(pairs.map(\.first) == Array(0..<1_000))
  }
}

@Suite struct UTF8CheckTests {
  private func length(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { all in
      all.baseAddress.map { UTF8Check.sequenceLength($0, 0, all.count) } ?? -1
    }
  }

  @Test func agreesWithTheStandardLibrary() {
    for scalar in stride(from: UInt32(1), through: 0x10FFFF, by: 37) {
      guard let valid = Unicode.Scalar(scalar) else { continue }
      let bytes = Array(String(valid).utf8)
      #expect(length(bytes) == bytes.count)
    }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE3, 0x81], [0xF0, 0x90, 0x80], [0xC2],
      [0xE3, 0x81, 0x41],
    ] as [[UInt8]])
  func refuses(bytes: [UInt8]) {
    #expect(length(bytes) == 0)
  }

  @Test func partsAgreeWithTheWhole() {
    let good = Array(
      "aあ𠮷é漢字bc, then ASCII for a long while, longer than a few words of eight bytes, éend".utf8)
    for spoiled in -1..<good.count {
      var bytes = good
      if spoiled >= 0 { bytes[spoiled] ^= 0x40 }
      bytes.withUnsafeBufferPointer { all in
        guard let base = all.baseAddress else { return }
        let whole = UTF8Check.isValid(base, 0, all.count)
        for size in 1...all.count {
          let parts = stride(from: 0, to: all.count, by: size).map {
            UTF8Check.isValidPart(base, $0, min(all.count, $0 + size), textEnd: all.count)
          }
          #expect(parts.allSatisfy { $0 } == whole)
        }
      }
    }
  }
}
