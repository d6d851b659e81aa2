import Banken
import Interchange
import Testing

@Suite struct TableFileNameTests {
  @Test func namesOfTables() {
    #expect(TableFileName("operators.csv") == .table(.operators, isTabbed: false))
    #expect(TableFileName("OPERATORS.TXT") == .table(.operators, isTabbed: false))
    #expect(TableFileName("番号使用計画認定.tsv") == .table(.approvals, isTabbed: true))
    #expect(TableFileName("ＥＴＯＣ認証.csv") == .table(.certifications, isTabbed: false))
    // As macOS writes it: か and a combining mark.
    #expect(TableFileName("適用除外.csv") == .table(.waivers, isTabbed: false))
    #expect(TableFileName("番号提供.csv") == .table(.provisions, isTabbed: false))
    for table in TableName.allCases {
      #expect(TableFileName("\(table.name).csv") == .table(table, isTabbed: false))
      #expect(TableFileName("\(table.japaneseName).csv") == .table(table, isTabbed: false))
    }
  }

  @Test func otherNames() {
    #expect(TableFileName("provision.csv") == .unknown(nearest: "provisions.csv"))
    #expect(TableFileName("番号提携.csv") == .unknown(nearest: "番号提供.csv"))
    #expect(TableFileName("notes.csv") == .unknown(nearest: nil))
    #expect(TableFileName("README.txt") == .other)
    #expect(TableFileName("policy.json") == .other)
    #expect(TableFileName(".csv") == .other)
    #expect(TableFileName("operators") == .other)
  }
}
