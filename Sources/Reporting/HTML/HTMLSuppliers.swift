import Audit
import Numbering
import SupplyChain

/// The suppliers that pass most numbers on, as bars: of each, how much goes between operators with both storeys.
struct HTMLSuppliers {
  /// How many are shown.
  private static let shownAtMost = 10

  let data: HTMLData

  private struct Supplier {
    let x: OperatorIndex
    var provisions: Int
    var numbers: UInt64
    var covered: UInt64 = 0
    var recipients: Set<OperatorIndex> = []
  }

  func append(to page: inout TextBuffer) {
    page.append("<section id=\"suppliers\" aria-labelledby=\"h-suppliers\">\n<h2 id=\"h-suppliers\">")
    page.append("\(data.word(HTMLWords.suppliers))</h2>\n")
    let busiest = busiest()
    guard let most = busiest.first?.numbers, most > 0 else {
      page.append("<p>\(data.word(HTMLWords.noCoverage))</p>\n</section>\n")
      return
    }
    page.append("<p class=\"note\">\(data.word(HTMLWords.suppliersNote))")
    if data.period != nil { page.append(" \(PeriodWords.asOf(data.audit.state.day)[data.language])") }
    page.append(
      "</p>\n<table class=\"cov sup\"><caption class=\"quiet\">\(data.word(HTMLWords.suppliers))</caption>\n")
    page.append("<thead><tr>")
    let columns = [
      (HTMLWords.supplier, false), (Words.numbers, false), (Words.provisions, true),
      (HTMLWords.recipients, true),
      (HTMLWords.share, true),
    ]
    for (word, isNumber) in columns {
      page.append("<th scope=\"col\"\(isNumber ? " class=\"n\"" : "")>\(data.word(word))</th>")
    }
    page.append("</tr></thead>\n<tbody>\n")
    for supplier in busiest { append(supplier, most: most, to: &page) }
    page.append("</tbody></table>\n</section>\n")
  }

  private func append(_ supplier: Supplier, most: UInt64, to page: inout TextBuffer) {
    page.append("<tr data-numbers=\"\(supplier.numbers)\"><th scope=\"row\">\(data.name(supplier.x))</th>")
    page.append("<td class=\"bars\"><div class=\"bar one\"><svg height=\"16\" aria-hidden=\"true\">")
    page.append(
      "<rect class=\"bg\" width=\"\(CoverageTable.percent(supplier.numbers, of: most))\" height=\"16\"/>")
    if supplier.covered > 0, data.hasCertifications {
      let share = CoverageTable.percent(supplier.covered, of: most)
      page.append("<rect class=\"f2\" width=\"\(share)\" height=\"16\"/>")
    }
    page.append("</svg><b>\(grouped(supplier.numbers))</b></div></td>")
    let cells = [
      (Words.provisions, grouped(supplier.provisions)),
      (HTMLWords.recipients, grouped(supplier.recipients.count)),
      (
        HTMLWords.share,
        data.hasCertifications ? CoverageTable.percent(supplier.covered, of: supplier.numbers) : "–"
      ),
    ]
    for (label, cell) in cells {
      page.append("<td class=\"n\" data-label=\"\(data.word(label))\">\(cell)</td>")
    }
    page.append("</tr>\n")
  }

  /// - Complexity: O(*n*) in provisions.
  private func busiest() -> [Supplier] {
    let (state, table) = (data.audit.state, data.tables.provisions)
    let (suppliers, recipients) = (table.suppliers.span, table.recipients.span)
    let numbers = table.numbers.span
    var sums = [UInt64](repeating: 0, count: data.tables.operators.count)
    var counts = [Int](repeating: 0, count: sums.count)
    for p in 0..<table.count where state.isActive(ProvisionIndex(p)) && suppliers[p] != recipients[p] {
      sums[Int(suppliers[p])] += numbers[p]
      counts[Int(suppliers[p])] += 1
    }
    var busiest: [Supplier] = []
    for x in sums.indices where counts[x] > 0 {
      guard busiest.count < Self.shownAtMost || sums[x] > busiest[busiest.count - 1].numbers else { continue }
      let place = busiest.firstIndex { $0.numbers < sums[x] } ?? busiest.count
      busiest.insert(Supplier(x: OperatorIndex(x), provisions: counts[x], numbers: sums[x]), at: place)
      if busiest.count > Self.shownAtMost { busiest.removeLast() }
    }
    let places = Dictionary(uniqueKeysWithValues: busiest.enumerated().map { ($1.x, $0) })
    for p in 0..<table.count where state.isActive(ProvisionIndex(p)) && suppliers[p] != recipients[p] {
      guard let place = places[suppliers[p]] else { continue }
      busiest[place].recipients.insert(recipients[p])
      let category = table.categories[p]
      if hasBoth(suppliers[p], category), hasBoth(recipients[p], category) {
        busiest[place].covered += numbers[p]
      }
    }
    return busiest
  }

  private func hasBoth(_ x: OperatorIndex, _ category: Category) -> Bool {
    let state = data.audit.state
    return state.isUser(x) || state.isApproved(x, in: category) && state.isCertified(x)
  }
}
