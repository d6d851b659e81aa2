import Bytes
import Numbering
import SupplyChain

extension SupplyChain {
  /// The name of an operator with its id beside it, cut to a column of text.
  func shownName(_ x: OperatorIndex, _ language: Language) -> String {
    var buffer = TextBuffer()
    buffer.append(tables.operators.names, Int(x), .cut(columns: FindingEntry.nameColumns))
    buffer.append(language == .ja ? "（" : " (")
    buffer.append(tables.operators.ids, Int(x), .cut(columns: FindingEntry.nameColumns))
    buffer.append(language == .ja ? "）" : ")")
    return buffer.text
  }
}
