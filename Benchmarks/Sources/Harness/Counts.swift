/// What one side found, by name: how many rows, findings, components.
package typealias Counts = [String: Int]

/// Whether two sides found the same thing.
package enum Agreement: Sendable, Equatable {
  case same
  /// What differs, sorted by name: "name: 123 against 124".
  case different([String])

  /// Compares a peer's counts with ours. Every count of the peer must be one of ours and equal.
  ///
  /// The peer may answer less than we do, but not nothing.
  package init(ours: Counts, peer: Counts) {
    if peer.isEmpty {
      self = .different(["the peer counted nothing"])
      return
    }
    let differences = peer.keys.sorted().compactMap { name -> String? in
      guard let own = ours[name] else { return "\(name): – against \(peer[name] ?? 0)" }
      return own == peer[name] ? nil : "\(name): \(own) against \(peer[name] ?? 0)"
    }
    self = differences.isEmpty ? .same : .different(differences)
  }
}

/// One thing done by us and by a peer in the same run.
package struct Comparison: Sendable {
  package let what: String
  package let ledger: String
  package let peer: String
  package let ours: Sample
  package let theirs: Sample
  package let agreement: Agreement
  /// What was counted on both sides.
  package let counts: Counts

  package init(
    _ what: String, on ledger: String, against peer: String, ours: Sample, theirs: Sample,
    counts: Counts, theirCounts: Counts
  ) {
    self.what = what
    self.ledger = ledger
    self.peer = peer
    self.ours = ours
    self.theirs = theirs
    self.counts = theirCounts
    agreement = Agreement(ours: counts, peer: theirCounts)
  }

  /// How many times our time the peer took; nil when the two did not find the same.
  package var ratio: Double? {
    guard agreement == .same, let own = ours.median, let their = theirs.median, own > 0 else { return nil }
    return their / own
  }

  /// Whether the peer was faster, where both found the same.
  package var isPeerAhead: Bool { ratio.map { $0 < 1 } ?? false }

  package var cells: [String] {
    let found: String
    switch agreement {
    case .same:
      let sum = counts.keys.sorted().map { "\($0) \(Figures.grouped(counts[$0] ?? 0))" }
      found = sum.joined(separator: ", ")
    case .different(let differences): found = "**differs**: " + differences.joined(separator: ", ")
    }
    return [what, ledger, peer, ours.text, theirs.text, ratio.map { Figures.short($0) + "×" } ?? "–", found]
  }
}
