/// What people wrote about the results, in a file that the benchmark reads and never writes.
///
/// Text before the first heading, or under `# …`, is general. Under `## what · peer` stands why that peer is ahead in it;
/// `## what` alone is for every peer.
package struct Notes: Sendable, Equatable {
  package private(set) var general = ""
  private var reasons: [String: String] = [:]

  package init(_ text: String = "") {
    var heading: String?
    var lines: [Substring] = []
    func close(_ notes: inout Notes) {
      let text = lines.joined(separator: "\n").trimmingBlankLines
      if let heading { notes.reasons[heading] = text } else { notes.general = text }
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") {
        close(&self)
        heading = Self.key(line.dropFirst(3))
      } else if !line.hasPrefix("# ") {
        lines.append(line)
      }
    }
    close(&self)
  }

  /// Why a peer is ahead in something; nil when nobody said.
  package func reason(of what: String, peer: String) -> String? {
    let text = reasons[Self.key("\(what) · \(peer)")] ?? reasons[Self.key(what)]
    return text.flatMap { $0.isEmpty ? nil : $0.replacing("\n", with: " ") }
  }

  private static func key(_ heading: some StringProtocol) -> String {
    heading.lowercased().split(separator: " ").joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmingBlankLines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
