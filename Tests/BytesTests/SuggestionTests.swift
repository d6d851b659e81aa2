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

  @Test func measuresAsAPlainTableDoes() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func word() -> [Character] { (0..<random(9)).map { _ in ["a", "b", "c"][random(3)] } }
    for _ in 0..<3_000 {
      let wanted = word()
      let candidates = (0..<6).map { _ in word() }
      var least = max(1, wanted.count / 3) + 1
      var best: String?
      for candidate in candidates {
        let distance = plainDistance(wanted, candidate)
        guard distance < least, distance < max(wanted.count, candidate.count) else { continue }
        (least, best) = (distance, String(candidate))
      }
      #expect(nearest(String(wanted), among: candidates.map { String($0) }) == best)
    }
  }

  /// Optimal string alignment by its definition.
  private func plainDistance(_ a: [Character], _ b: [Character]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        guard i > 0, j > 0 else {
          table[i][j] = i + j
          continue
        }
        let change = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        table[i][j] = min(change, table[i - 1][j] + 1, table[i][j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}
