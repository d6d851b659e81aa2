import Banken

extension CommandContext {
  /// The period that `--from` and `--to`, or `--fiscal-year`, give; nil when none of them is there.
  func period() throws(Failure) -> (from: Day, to: Day)? {
    let given = [
      (FlagID.on, "--on"), (.fiscalYear, "--fiscal-year"), (.from, "--from"), (.to, "--to"),
    ].filter { line.has($0.0) }.map(\.1)
    // A day, a fiscal year and the two ends of a period exclude each other.
    if given.count > 1, given != ["--from", "--to"] {
      throw usage(.excludes(option: given[0], other: given[1]))
    }
    if let text = line.value(.fiscalYear) {
      guard let year = FiscalYear(text) else { throw usage(.badFiscalYear(value: text)) }
      return (year.firstDay, year.lastDay)
    }
    let (from, to) = (try day(of: .from, "--from"), try day(of: .to, "--to"))
    guard let from else {
      if to != nil { throw usage(.needs(option: "--to", other: "--from")) }
      return nil
    }
    guard let to else { throw usage(.needs(option: "--from", other: "--to")) }
    if from > to { throw usage(.periodReversed(from: from, to: to)) }
    return (from, to)
  }
}
