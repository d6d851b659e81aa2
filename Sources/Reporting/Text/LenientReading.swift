import SupplyChain

/// What a lenient reading left out, said at the top of the text.
struct LenientReading {
  private let inputs: [ReportContext.Input]
  private let leftOut: [String]
  private let language: Language

  init(_ context: ReportContext, _ language: Language) {
    inputs = context.inputs
    leftOut = context.leftOut
    self.language = language
  }

  /// Rows set aside, cells taken as blank and files that could not be used; all of it, or that there is nothing.
  var sentences: String {
    let rejected = inputs.filter { $0.rejected > 0 }
    let blanked = inputs.filter { $0.blanked > 0 }
    let unusable = (inputs.filter { !$0.isUsable }.map(\.file) + leftOut).map { visible($0) }
    if rejected.isEmpty, blanked.isEmpty, unusable.isEmpty {
      return Phrase(ja: "誤りを許して読み込んだ。除いた行はない。", en: "Read leniently: no row was set aside.")[language]
    }
    var facts: [String] = []
    if !rejected.isEmpty {
      let total = rejected.reduce(0) { $0 + $1.rejected }
      let tables = list(rejected.map { ($0.table, $0.rejected) })
      facts.append(
        language == .ja
          ? "誤りのある\(grouped(total))行を除いて監査した（\(tables)）"
          : "\(grouped(total)) \(total == 1 ? "row" : "rows") with errors set aside (\(tables))")
    }
    if !blanked.isEmpty {
      let total = blanked.reduce(0) { $0 + $1.blanked }
      let tables = list(blanked.map { ($0.table, $0.blanked) })
      facts.append(
        language == .ja
          ? "誤りのある任意項目\(grouped(total))個を空欄とみなした（\(tables)）"
          : "\(grouped(total)) bad \(total == 1 ? "cell" : "cells") taken as blank (\(tables))")
    }
    if !unusable.isEmpty {
      facts.append(
        language == .ja
          ? "読めないファイルを除いた（\(unusable.joined(separator: "、"))）"
          : "unusable files left out (\(unusable.joined(separator: ", ")))")
    }
    return language == .ja
      ? facts.joined(separator: "。") + "。この報告は台帳の全体を示さない。"
      : facts.joined(separator: "; ") + ": this report does not cover the whole ledger."
  }

  private func list(_ counts: [(table: TableName, count: Int)]) -> String {
    counts.map { "\($0.table.term[language]) \(grouped($0.count))" }
      .joined(separator: language == .ja ? "、" : ", ")
  }
}
