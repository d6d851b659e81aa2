import Testing

@testable import Bytes

@Suite struct SuggestionTests {
  private let words = ["format", "fail-on", "policy", "operator", "on", "all"]

  @Test func findsTheNearestWord() {
    #expect(nearest("fromat", among: words) == "format")
    #expect(nearest("FORMAT", among: words) == "format")
    #expect(nearest("polcy", among: words) == "policy")
    #expect(nearest("fail_on", among: words) == "fail-on")
    #expect(nearest("al", among: words) == "all")
    #expect(nearest("番号指定日付", among: ["番号提供", "番号指定日"]) == "番号指定日")
  }

  @Test func staysSilentWhenNothingIsNear() {
    #expect(nearest("xyzzy", among: words) == nil)
    #expect(nearest("", among: words) == nil)
    #expect(nearest("q", among: ["x"]) == nil)
    #expect(nearest(String(repeating: "a", count: 1_000_000), among: words) == nil)
    #expect(nearest("format", among: [String(repeating: "a", count: 1_000_000)]) == nil)
  }

  @Test func takesTheFirstOfEquallyNear() {
    #expect(nearest("bat", among: ["cat", "rat"]) == "cat")
  }
}
