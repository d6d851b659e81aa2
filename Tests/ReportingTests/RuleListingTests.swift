import Banken
import Bytes
import Foundation
import Testing

@Suite struct RuleListingTests {
  private func listing(_ rule: RuleID?, _ language: Language, _ format: RuleListFormat) throws -> String {
    let output = MemoryOutput()
    try writeRules(rule, language: language, format: format, width: 80, to: output)
    return output.text
  }

  @Test(arguments: Language.allCases) func everyRuleIsListedOnce(language: Language) throws {
    let lines = try listing(nil, language, .text).split(separator: "\n")
    let ids = lines.dropFirst().prefix(31).map { $0.prefix { $0 != " " } }
    #expect(ids.map(String.init) == RuleID.allCases.map(\.name))
  }

  @Test(arguments: Language.allCases) func jsonExplainsEveryRule(language: Language) throws {
    let text = try listing(nil, language, .json)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["schema"] as? String == "banken-rules/1")
    let rules = try #require(json["rules"] as? [[String: Any]])
    #expect(rules.map { $0["rule"] as? String } == RuleID.allCases.map { $0.name })
    for rule in rules {
      for member in ["title", "looks_at", "why", "basis_text", "nature", "remedy", "cannot_see"] {
        #expect((rule[member] as? String)?.isEmpty == false, "\(rule) \(member)")
      }
    }
    let causes = try #require(rules[0]["causes"] as? [[String: Any]])
    #expect(
      causes.map { $0["cause"] as? String } == ["ended", "not-yet", "other-category", "none", "unrecorded"])
    #expect(causes.last?["severity"] as? String == "notice")
  }

  @Test func oneRuleIsExplainedInFull() throws {
    #expect(
      try listing(.registrationMissing, .ja, .text) == """
        registration-missing  登録・届出がない
        ======================================
        重大度        違反
        見るもの      有効な提供の当事者（利用者を除く）の登録届出の欄が「なし」でない
                      か。
        理由          登録または届出は制度（1階部分）の入口であり、番号を扱う電気通信事
                      業者に求められる。
        根拠          法令。電気通信事業法の登録・届出の制度
        性質          法令上の義務に関するもの
        対応          事業者に登録・届出の状況を確認し、総務省の公表資料と照合して記録を
                      直す。
        見えないもの  空欄は指摘しない。登録・届出が今も有効かどうか、海外の事業者への適
                      用は判定しない。

        指摘は提出された台帳の記載に関するもので、事業者の違法行為を認定するものではない。

        """)
  }
}
