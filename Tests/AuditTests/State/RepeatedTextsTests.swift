import SupplyChain
import Testing

@testable import Audit
@testable import TestSupport

@Suite struct RepeatedTextsTests {
  private func column(_ texts: [String]) -> TextColumn {
    var column = TextColumn()
    for text in texts { column.append(text) }
    return column
  }

  private func plainGroups(_ texts: [String]) -> [[UInt32]] {
    Dictionary(grouping: texts.indices.filter { !texts[$0].isEmpty }) { Array(texts[$0].utf8) }.values
      .filter { $0.count > 1 }.map { rows in rows.sorted().map { UInt32($0) } }
      .sorted { $0[0] < $1[0] }
  }

  @Test func edges() {
    #expect(RepeatedTexts(column([])).groups() == [])
    #expect(RepeatedTexts(column(["", "", ""])).groups() == [])
    #expect(RepeatedTexts(column(["A"])).groups() == [])
    #expect(RepeatedTexts(column(["A", "", "A", "", "A"])).groups() == [[0, 2, 4]])
    #expect(RepeatedTexts(column(["B", "A", "A", "B"])).groups() == [[0, 3], [1, 2]])
  }

  /// Lengths about the eight bytes taken at a time, and texts that differ in trailing zeros only.
  @Test func textsThatAreAlmostTheSame() {
    let texts = (0...17).flatMap { length in
      let text = String(repeating: "a", count: length)
      return [text, text + "\0", text + "\0\0", "\0" + text, text + "b"]
    }
    #expect(RepeatedTexts(column(texts)).groups() == plainGroups(texts))
    #expect(RepeatedTexts(column(texts + texts)).groups() == plainGroups(texts + texts))
  }

  @Test func agreesWithGroupingInADictionary() {
    for seed in 0..<300 as Range<UInt64> {
      var random = RandomSource(seed: seed)
      let longest = random.int(0...20)
      let letters = random.int(1...3)
      let texts = (0..<random.int(0...200)).map { _ in
        (0..<random.int(0...longest)).map { _ in ["甲", "b", "0"][random.int(0...letters - 1)] }.joined()
      }
      #expect(RepeatedTexts(column(texts)).groups() == plainGroups(texts), "seed \(seed)")
    }
  }

  @Test func oneTextInEveryRow() {
    let texts = [String](repeating: "1234567890123", count: 5_000)
    #expect(RepeatedTexts(column(texts)).groups() == [(0..<5_000).map { UInt32($0) }])
  }
}
