/// One part of the results of a size.
package struct ResultsSection: Sendable {
  package let title: String
  /// Before the table; each is a paragraph.
  package var paragraphs: [String]
  package var tables: [MarkdownTable]

  package init(_ title: String, paragraphs: [String] = [], tables: [MarkdownTable] = []) {
    self.title = title
    self.paragraphs = paragraphs
    self.tables = tables
  }
}

/// Everything measured at one size.
package struct SizeResults: Sendable {
  package let name: String
  /// Operators, provisions, bytes.
  package let description: String
  package var judgements: [Judgement] = []
  package var comparisons: [Comparison] = []
  package var sections: [ResultsSection] = []

  package init(name: String, description: String) {
    self.name = name
    self.description = description
  }
}

/// `RESULTS.md`: what one run found.
package struct ResultsPage: Sendable {
  package var command: String
  package var date: String
  package var machine: String
  package var runs: Int
  /// Names and versions of what was measured and what it was measured with.
  package var versions: [(name: String, version: String)]
  /// Why there are no peers; nil when there are.
  package var peersSkipped: String?
  package var sizes: [SizeResults] = []
  package var notes: Notes

  package init(
    command: String, date: String, machine: String, runs: Int, versions: [(name: String, version: String)],
    peersSkipped: String?, notes: Notes
  ) {
    self.command = command
    self.date = date
    self.machine = machine
    self.runs = runs
    self.versions = versions
    self.peersSkipped = peersSkipped
    self.notes = notes
  }

  /// Whether some peer found other things than we did.
  package var hasDifferences: Bool {
    sizes.contains { $0.comparisons.contains { $0.agreement != .same } }
  }

  package var text: String {
    var parts = ["# Results", "Written by the command below; what is said by hand stands in `notes.md`."]
    parts.append("```\n\(command)\n```")
    let versions = versions.map { "\($0.name) \($0.version)" }.joined(separator: " · ")
    parts.append("\(date) · \(machine) · \(versions)")
    parts.append(
      "Seconds are the median (least–most) of \(runs) run\(runs == 1 ? "" : "s") taken in turn with what they are "
        + "compared with, after one that does not count. Every ratio is of two medians of the same turns.")
    if let peersSkipped {
      parts.append("**The peers were skipped: \(peersSkipped).** No ratio against a peer below.")
    }
    if !notes.general.isEmpty { parts.append(notes.general) }
    for size in sizes { parts += self.parts(of: size) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func parts(of size: SizeResults) -> [String] {
    var parts = ["## Size \(size.name)", size.description]
    if !size.judgements.isEmpty {
      var table = MarkdownTable(
        ["", "what", "ledger", "measured", "target", ""], numeric: [3, 4])
      // By number; those of one number in the order in which they were measured.
      for id in TargetID.allCases {
        for judgement in size.judgements where judgement.target.id == id { table.add(judgement.cells) }
      }
      parts += ["### Targets", table.text]
    }
    if !size.comparisons.isEmpty {
      var table = MarkdownTable(
        ["what", "ledger", "peer", "Banken, s", "peer, s", "peer ÷ Banken", "both found"], numeric: [3, 4, 5])
      for comparison in size.comparisons { table.add(comparison.cells) }
      parts += ["### Against peers", table.text, ahead(in: size)]
    }
    for section in size.sections {
      parts.append("### \(section.title)")
      parts += section.paragraphs
      parts += section.tables.map(\.text)
    }
    return parts
  }

  /// Which peers are ahead of us, each with what the notes say of it.
  private func ahead(in size: SizeResults) -> String {
    let ahead = size.comparisons.filter(\.isPeerAhead)
    if ahead.isEmpty { return "No peer is ahead in any of these." }
    let lines = ahead.map { comparison in
      let ratio = Figures.short(1 / (comparison.ratio ?? 1))
      let reason = notes.reason(of: comparison.what, peer: comparison.peer) ?? "Not explained yet."
      return
        "- **\(comparison.peer)** is ahead in *\(comparison.what)* (\(comparison.ledger)), \(ratio)×. \(reason)"
    }
    return "Ahead of us:\n\n" + lines.joined(separator: "\n")
  }
}
