import Harness
import Testing

struct OptionsTests {
  @Test func sizes() throws {
    #expect(
      try Options(["--size", "S,M,L,20000"]).sizes.map(\.provisions) == [
        1_000_000, 10_000_000, 50_000_000, 20_000,
      ])
    #expect(try Options(["--size", "20000"]).sizes.map(\.operators) == [2_000])
    #expect(WorkloadSize.m.base == .s)
    #expect(WorkloadSize.l.base == .s)
    #expect(WorkloadSize.s.base.provisions == 500_000)
  }

  @Test func onlyAWholeRunIsPublished() throws {
    #expect(try Options(["--size", "M", "--peers"]).isWhole)
    #expect(try Options(["--size", "S,M"]).isWhole)
    #expect(try !Options(["--size", "20000"]).isWhole)
    #expect(try !Options(["--size", "M", "--runs", "4"]).isWhole)
    #expect(try !Options(["--size", "M", "--suite", "reading"]).isWhole)
    #expect(try !Options(["--shape", "circle"]).isWhole)
  }

  @Test func ofTheLargestSizeOnlyMemoryAndScale() throws {
    let options = try Options(["--size", "L"])
    #expect(options.suites(of: .l) == [.memory, .scale])
    #expect(options.suites(of: .m) == SuiteName.allCases)
  }

  @Test(arguments: [
    ["--size"], ["--size", "XL"], ["--size", "1999"], ["--size", ","], ["--runs", "0"], ["--suite", "no"],
    ["--no", "x"],
  ])
  func mistakes(words: [String]) {
    #expect(throws: Options.Mistake.self) { try Options(words) }
  }
}
