import Banken
import Testing

@Suite struct NumberListTests {
  private func list(_ text: String) -> NumberList { NumberList(Array(text.utf8), name: "list.csv") }

  private func problems(_ list: NumberList) -> [String] { list.problems.map { $0.description(.en) } }

  @Test func takesEveryFormAndEachNumberOnce() {
    let list = list(
      "\u{FEFF}電話番号,備考\r\n050-9993-0100,a\r\n\r\n\"０３１０１０００００\",\"b\nc\"\r\n+81 50 9993 0100,d\r\n,\r\n")
    #expect(list.numbers.map(\.description) == ["05099930100", "0310100000"])
    #expect(list.repeated == 1)
    #expect(list.problems.isEmpty)
  }

  @Test func aHeadingIsOptionalAndOnlyFirst() {
    #expect(list("0310100000\nnumber\n").numbers.count == 1)
    #expect(
      problems(list("0310100000\nnumber\n"))
        == ["list.csv:2:1: error: found \"number\", expected a telephone number; \"n\" has no place there"])
    #expect(list("番号1\n0310100000").numbers.count == 1)
    // So many digits are a damaged number.
    #expect(list("312345678\n").problems.count == 1)
  }

  @Test func placesWhatIsWrong() {
    let list = list("number\tnote\n312345678\tx\n\ty\n110\n05012345\n")
    #expect(list.numbers.isEmpty && list.repeated == 0)
    #expect(list.problems.map(\.line) == [2, 3, 4, 5])
    #expect(list.problems.map(\.column) == [1, 1, 1, 1])
    #expect(
      list.problems.map(\.code.name) == ["bad-telephone-number", "blank"]
        + [String](repeating: "bad-telephone-number", count: 2))
    #expect(problems(list)[0].contains("0312345678"))
  }

  @Test func findsOutTheEncoding() {
    // 番号 and a full-width number in CP932.
    let japanese: [UInt8] =
      [0x94, 0xD4, 0x8D, 0x86, 0x0D, 0x0A, 0x82, 0x4F, 0x82, 0x52] + Array("10100000\r\n".utf8)
    #expect(NumberList(japanese, name: "x").numbers.map(\.description) == ["0310100000"])
    let wide = Array("番号\n0310100000\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(NumberList([0xFF, 0xFE] + wide, name: "x").numbers.count == 1)
    #expect(NumberList(wide, name: "x", encoding: .utf16le).numbers.count == 1)
    let bad = NumberList(Array("031010".utf8) + [0xFF, 0xFF], name: "x")
    #expect(bad.problems.map(\.found) == ["031010\\xFF\\xFF"])
  }

  @Test func nothingAndALot() {
    for text in ["", "\n\n", "number\n", "\u{FEFF}"] {
      #expect(list(text).numbers.isEmpty && list(text).problems.isEmpty, "\(text)")
    }
    let many = list((0..<10_000).map { "050\(10_000_000 + $0)" }.joined(separator: "\n"))
    #expect(many.numbers.count == 10_000 && many.repeated == 0)
    #expect(list(String(repeating: "\"", count: 100_001)).numbers.isEmpty)
  }
}
