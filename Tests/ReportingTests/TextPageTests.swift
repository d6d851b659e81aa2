import Bytes
import Testing

@testable import Reporting

@Suite struct TextPageTests {
  @Test func wideCharactersTakeTwoColumns() {
    #expect(DisplayWidth.of("abc") == 3)
    #expect(DisplayWidth.of("千草原㈱") == 8)
    #expect(DisplayWidth.of("ｱｲｳ") == 3)
    #expect(DisplayWidth.of("が") == 2)
    #expect(DisplayWidth.of("か\u{3099}") == 2)
    #expect(DisplayWidth.of("𠮷…") == 3)
    #expect(DisplayWidth.of("\u{1B}[31m千\u{1B}[0m") == 2)
  }

  @Test func wordsAreWrappedAtSpaces() {
    #expect(TextPage.wrap("aaa bbb ccc ddd", first: 11, others: 11) == ["aaa bbb ccc", "ddd"])
    #expect(TextPage.wrap("", first: 20, others: 20) == [""])
    #expect(TextPage.wrap("abcdefghijklmnop", first: 10, others: 10) == ["abcdefghijklmnop"])
  }

  @Test func japaneseIsWrappedAnywhereButNotBeforeClosingMarks() {
    #expect(TextPage.wrap("千草原総合通信。", first: 14, others: 14) == ["千草原総合通", "信。"])
    #expect(TextPage.wrap("番号は（提供）", first: 8, others: 10) == ["番号は（提", "供）"])
    #expect(TextPage.wrap("番号を（提供）する", first: 10, others: 10) == ["番号を（提", "供）する"])
  }

  @Test func longCellsStayApart() {
    #expect(TextPage.cells(["1", "22"], [3, 2]) == "    1  22")
    #expect(TextPage.cells(["123,456,789,012", "1,234"], [4, 5]) == "  123,456,789,012  1,234")
  }

  @Test func longAnswersAreWrittenInParts() throws {
    let output = MemoryOutput()
    var page = TextPage(width: 100, usesColour: false)
    page.line("short")
    try page.flush(to: output)
    #expect(output.text == "")
    let line = String(repeating: "x", count: 70_000)
    page.line(line)
    try page.flush(to: output)
    #expect(output.text == "short\n\(line)\n")
    let rest = page.buffer.count
    #expect(rest == 0)
  }

  @Test func linesStayWithinTheWidth() {
    var page = TextPage(width: 60, usesColour: false)
    page.paragraph(
      "電気通信事業法 Telecommunications Business Act 番号使用計画の認定を受けているか、どうか。", first: "  1 ",
      indent: 4)
    for line in page.buffer.text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 60) }
  }

  @Test func colourStandsOnlyWhereItIsWanted() {
    #expect(TextPage(width: 80, usesColour: false).styled("x", .red) == "x")
    #expect(TextPage(width: 80, usesColour: true).styled("x", .red) == "\u{1B}[31mx\u{1B}[0m")
  }

  @Test func sharesAreCutOffSoThatAHundredMeansAll() {
    #expect(CoverageTable.percent(0, of: 0) == "-")
    #expect(CoverageTable.percent(1, of: 3) == "33.3%")
    #expect(CoverageTable.percent(9_999, of: 10_000) == "99.9%")
    #expect(CoverageTable.percent(5, of: 5) == "100.0%")
    #expect(CoverageTable.percent(.max, of: .max) == "100.0%")
  }
}
