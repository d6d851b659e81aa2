import Bytes
import Decisions

/// How a look ahead is laid out.
public enum HorizonFormat: String, Sendable, CaseIterable {
  /// For people, on a terminal of 80 to 100 columns.
  case text
  /// One JSON document, schema `banken-horizon/1`.
  case json
  /// The findings that start or end, one row each, for spreadsheets.
  case csv
  /// A calendar (RFC 5545), an event for each renewal.
  case ics
}

/// Writes what is about to change.
///
/// The disclaimer stands in all formats but CSV; there the caller prints `Disclaimer.text` where people read it.
///
/// - Complexity: O(*n*) in changes; for JSON and CSV a state for each day on which one of the findings begins.
package func writeHorizon(
  _ horizon: Horizon, context: ReportContext, format: HorizonFormat, to output: any Output
) throws(OutputError) {
  switch format {
  case .text: try HorizonText(horizon: horizon, context: context).write(to: output)
  case .json: try HorizonData(horizon: horizon, context: context).writeJSON(to: output)
  case .csv: try HorizonData(horizon: horizon, context: context).writeCSV(to: output)
  case .ics: try HorizonCalendar(horizon: horizon, language: context.language).write(to: output)
  }
}

extension Horizon {
  /// What is about to change, as UTF-8 bytes.
  ///
  /// - Complexity: O(*n*) in changes, in memory too.
  public func report(_ format: HorizonFormat, context: ReportContext) -> [UInt8] {
    let memory = MemoryOutput()
    // Memory takes everything.
    try? writeHorizon(self, context: context, format: format, to: memory)
    return memory.bytes
  }
}
