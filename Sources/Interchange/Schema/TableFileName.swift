import Bytes
import Numbering
import SupplyChain

extension TableName {
  /// The Japanese name, which a file may also have.
  public var japaneseName: String {
    switch self {
    case .operators: "事業者"
    case .designations: "番号指定"
    case .approvals: "番号使用計画認定"
    case .certifications: "ETOC認証"
    case .provisions: "番号提供"
    case .caps: "提供上限"
    case .restrictions: "利用停止"
    case .waivers: "適用除外"
    }
  }
}

/// What the name of a file says it holds.
package enum TableFileName: Equatable {
  case table(TableName, isTabbed: Bool)
  /// A delimited text file that is no table, with the file name it may stand for.
  case unknown(nearest: String?)
  /// Some other file, none of our business.
  case other

  /// Names are compared width-folded, composed and without regard to case.
  package init(_ name: String) {
    let folded = foldedWord(name)
    guard let dot = folded.lastIndex(of: ".") else {
      self = .other
      return
    }
    let stem = String(folded[..<dot])
    let suffix = String(folded[folded.index(after: dot)...])
    guard !stem.isEmpty, suffix == "csv" || suffix == "tsv" || suffix == "txt" else {
      self = .other
      return
    }
    for table in TableName.allCases
    where stem == table.name || stem == foldedWord(table.japaneseName) {
      self = .table(table, isTabbed: suffix == "tsv")
      return
    }
    // A text file is more often a read-me than a mistyped table.
    let names = TableName.allCases.flatMap { [$0.name, $0.japaneseName] }
    let near = nearest(stem, among: names)
    self = near == nil && suffix == "txt" ? .other : .unknown(nearest: near.map { "\($0).\(suffix)" })
  }
}
