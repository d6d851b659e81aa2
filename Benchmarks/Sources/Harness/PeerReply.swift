/// A line that a peer answers with: `ok seconds=1.25 count:approval-missing=12`, or `error …`.
package struct PeerReply: Sendable, Equatable {
  package let seconds: Double
  package let counts: Counts
  /// Words that are neither seconds nor a count: versions, remarks.
  package let notes: [String: String]

  package enum Failure: Error, Equatable {
    /// The peer's own words.
    case told(String)
    case malformed(String)
  }

  package init(_ line: String) throws(Failure) {
    let words = line.split(separator: " ")
    if words.first == "error" { throw .told(words.dropFirst().joined(separator: " ")) }
    guard words.first == "ok" else { throw .malformed(line) }
    var (seconds, counts, notes): (Double?, Counts, [String: String]) = (nil, [:], [:])
    for word in words.dropFirst() {
      guard let sign = word.firstIndex(of: "=") else { throw .malformed(line) }
      let (name, value) = (String(word[..<sign]), String(word[word.index(after: sign)...]))
      if name == "seconds" {
        guard let number = Double(value), number.isFinite, number >= 0 else { throw .malformed(line) }
        seconds = number
      } else if name.hasPrefix("count:") {
        guard let number = Int(value) else { throw .malformed(line) }
        counts[String(name.dropFirst("count:".count))] = number
      } else {
        notes[name] = value
      }
    }
    guard let seconds else { throw .malformed(line) }
    self.seconds = seconds
    self.counts = counts
    self.notes = notes
  }
}
