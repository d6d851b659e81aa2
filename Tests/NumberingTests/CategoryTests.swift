import Numbering
import Testing

@Suite struct CategoryTests {
  @Test func `every accepted name`() {
    let names: [(Category, [String])] = [
      (.fixed, ["fixed", "固定電話番号", "固定電話番号 (0AB-J)", "固定電話番号（0AB-J）", "0ABJ", "0AB-J", "固定"]),
      (.ip, ["ip", "特定IP電話番号", "050", "IP"]),
      (.mobile, ["mobile", "音声伝送携帯電話番号", "携帯", "060", "070", "080", "090"]),
      (.data, ["data", "データ伝送携帯電話番号", "020", "M2M"]),
      (.paging, ["paging", "無線呼出番号"]),
      (.fmc, ["fmc", "FMC電話番号"]),
      (.service, ["service", "付加的役務電話番号", "0800", "0120", "0570", "フリーダイヤル"]),
    ]
    for (category, accepted) in names {
      for name in accepted {
        #expect(Category(name: name) == category, "\(name)")
        #expect(Category.parse(name) == category, "\(name)")
        #expect(Category(name: name.uppercased()) == category, "\(name)")
        #expect(Category(name: name.lowercased()) == category, "\(name)")
        let wide = String(
          String.UnicodeScalarView(
            name.unicodeScalars.map { scalar in
              (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
            }))
        #expect(Category(name: wide) == category, "\(wide)")
      }
      #expect(Category(name: category.name) == category)
      #expect(Category(name: category.japaneseName) == category)
    }
    #expect(Category(name: "ﾌﾘｰﾀﾞｲﾔﾙ") == .service)
    #expect(Category(name: "ﾃﾞｰﾀ伝送携帯電話番号") == .data)
    #expect(Category(name: "0AB−J") == .fixed)
    #expect(Category(name: " 050 ") == .ip)
    #expect(Category(name: "　固定　") == .fixed)
  }

  @Test(arguments: ["", " ", "fix", "fixedd", "0", "05", "0500", "電話", "all", "全部", "固定電話", "携帯電話", "fmc電話"])
  func `no name of a category`(text: String) {
    #expect(Category(name: text) == nil)
  }

  @Test func `sets of categories`() {
    for category in Category.allCases {
      #expect(CategorySet.all.has(category))
      #expect(CategorySet(category).has(category))
      #expect(!CategorySet.all.subtracting(CategorySet(category)).has(category))
    }
    #expect(Category.allCases.count == Category.count)
    #expect(Category.allCases == Category.allCases.sorted())
  }
}
