import Numbering
import SupplyChain

/// Names beside ids, safe to show.
struct RepairNames {
  let tables: Tables
  /// How many columns a name or an id may take; nil for as many as it has.
  let columns: Int?

  /// `OP01 千草原総合通信㈱`.
  func name(_ x: OperatorIndex) -> String {
    "\(text(tables.operators.ids, Int(x))) \(text(tables.operators.names, Int(x)))"
  }

  func provision(_ p: ProvisionIndex) -> (id: String, supplier: String, recipient: String) {
    let table = tables.provisions
    return (
      text(table.ids, Int(p)), name(table.suppliers[Int(p)]), name(table.recipients[Int(p)])
    )
  }

  func waiver(_ row: Int) -> String { text(tables.waivers.ids, row) }

  private func text(_ column: TextColumn, _ row: Int) -> String {
    var buffer = TextBuffer()
    if let columns {
      buffer.append(column, row, .cut(columns: columns))
    } else {
      buffer.append(column, row, .visible)
    }
    return buffer.text
  }
}
