import Audit
import Decisions
import Numbering
import SupplyChain

/// What is told of a node or an edge when it is pointed at, or read out.
struct GraphTips {
  private let labels: GraphLabels
  private var picture: SupplyPicture { labels.picture }
  private var language: Language { labels.language }

  init(_ labels: GraphLabels) {
    self.labels = labels
  }

  func lines(ofNode place: Int) -> [String] {
    let node = picture.nodes[place]
    var lines = [name(node)]
    if let role = labels.role(node) { lines.append(role) }
    let registration = labels.registration(node)
    if registration != .unknown, !labels.isUser(node) { lines.append(registration.term[language]) }
    for proof in [labels.approval(node), labels.certification(node)] {
      if let words = proof?.words { lines.append(words) }
    }
    return lines + marks(picture.marks(ofNode: place))
  }

  func lines(ofEdge place: Int) -> [String] {
    let edge = picture.edges[place]
    let ends = [edge.supplier, edge.recipient].map { name(picture.nodes[Int($0)]) }
    var lines = [ends.joined(separator: " → "), edge.category.term[language]]
    var counts = TextBuffer()
    counts.append(count: UInt64(edge.provisions), .provisions, language)
    counts.append(language == .ja ? "、" : ", ")
    counts.append(count: edge.numbers, .numbers, language)
    lines += [counts.text, "\(Words.tier[language]): \(labels.tiers(edge))", labels.contract(edge)]
    let columns = picture.columns
    if columns.contains(.resaleClause) { lines.append(edge.clause.term[language]) }
    let duties: [(ProvisionColumns, Phrase, Int)] = [
      (.approvalCheckedOn, GraphWords.approvalChecked, edge.approvalChecked),
      (.conditionsAgreedOn, GraphWords.conditionsAgreed, edge.conditionsAgreed),
      (.continuityCheckedOn, GraphWords.continuityChecked, edge.continuityChecked),
    ]
    for (column, words, count) in duties where columns.contains(column) {
      lines.append("\(words[language]): \(grouped(count))/\(grouped(edge.provisions))")
    }
    if columns.contains(.declaredOn), edge.underTerms > 0 {
      lines.append("\(GraphWords.declared[language]): \(grouped(edge.declared))/\(grouped(edge.provisions))")
    }
    return lines + marks(picture.marks(ofEdge: place))
  }

  private func name(_ node: SupplyPicture.Node) -> String {
    let (open, close) = language == .ja ? ("（", "）") : (" (", ")")
    return labels.name(node, columns: 120) + open + labels.id(node, columns: 120) + close
  }

  private func marks(_ marks: ArraySlice<SupplyPicture.Mark>) -> [String] {
    marks.map { mark in
      let severity = mark.severity.term(mark.rule.basis)[language]
      let title = mark.rule.text.title[language]
      return language == .ja
        ? "\(severity): \(title)（\(mark.rule.name)）\(grouped(mark.count))件"
        : "\(severity): \(title) (\(mark.rule.name)), \(grouped(mark.count))"
    }
  }
}
