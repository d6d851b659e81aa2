import Numbering

/// The findings that planted breaches are known to cause.
extension JapanPlan {
  /// Writes rule and key of the finding of a breach.
  func expected(_ index: Int, to out: inout RowWriter) {
    guard let place = plants.place(ofBreach: index) else { return }
    let first = layout.planted + place.operators
    let category = tree.blocks.categories(of: place).own
    out.text(place.bed.kind.rule)
    switch place.bed.kind.key {
    case .provision(let row): provisionKey(place, row, first, category, to: &out)
    case .operatorInCategory:
      out.commas(4)
      ids.write(operator: first, to: &out)
      out.commas(2)
      out.category(category)
      out.commas(4)
    case .operator:
      out.commas(4)
      ids.write(operator: first, to: &out)
      out.commas(6)
    case .policyCap, .tableCap:
      out.commas(2)
      ids.write(operator: tree.blocks.holder(of: place), to: &out)
      out.comma()
      ids.write(operator: first, to: &out)
      out.commas(4)
      if case .tableCap = place.bed.kind.key {
        ids.write("CAP", operator: first, to: &out)
      } else {
        out.text(YoungOperatorCap.id)
      }
      out.commas(3)
    case .totalCap:
      out.commas(7)
      out.text(YoungOperatorCap.id)
      out.comma()
      ids.write(operator: first, to: &out)
      out.commas(2)
    case .overlap, .circle:
      out.commas(5)
      members(first..<first + place.bed.members, to: &out)
      out.comma()
      out.category(category)
      out.commas(4)
    case .corporateNumber:
      out.commas(9)
      operatorTable.corporateNumber(of: first, to: &out)
      out.comma()
    case .approvalNumber:
      out.commas(9)
      operatorTable.approvalNumber(of: first, to: &out)
      out.comma()
    case .waiver:
      out.commas(10)
      ids.write("W", operator: first, to: &out)
    }
    out.endRow()
  }

  private func provisionKey(
    _ place: PlantBook.Place, _ row: Int, _ first: Int, _ category: Category, to out: inout RowWriter
  ) {
    let plant = place.bed.rows[row]
    out.comma()
    ids.write(provision: layout.rows + place.firstRow + row, to: &out)
    out.comma()
    let isHolder = plant.supplier == PlantRow.holder
    ids.write(operator: isHolder ? tree.blocks.holder(of: place) : first + plant.supplier, to: &out)
    out.comma()
    ids.write(operator: first + plant.recipient, to: &out)
    out.commas(3)
    out.category(category)
    out.commas(4)
  }

  /// In file order, which is that of the ids.
  private func members(_ range: Range<Int>, to out: inout RowWriter) {
    var isFirst = true
    for x in range.sorted(by: { ids.number(of: $0) < ids.number(of: $1) }) {
      if !isFirst { out.byte(0x3B) }
      isFirst = false
      ids.write(operator: x, to: &out)
    }
  }
}
