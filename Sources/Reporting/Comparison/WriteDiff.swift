import Bytes
import Comparison

/// Writes what changed between two reports that were read.
///
/// The disclaimer stands in text and JSON; with NDJSON and CSV the caller prints `Disclaimer.text` where people read it.
///
/// - Complexity: O(*n*) in findings.
package func writeDiff(
  _ comparison: ReportComparison, context: DiffContext, format: ComparisonFormat, to output: any Output
) throws(OutputError) {
  var context = context
  if comparison.old.redaction != nil || comparison.new.redaction != nil {
    // A path may name somebody.
    let withheld = RedactionWords.withheld[context.language]
    (context.oldName, context.newName) = (withheld, withheld)
  }
  switch format {
  case .text: try DiffText(comparison: comparison, context: context).write(to: output)
  case .json: try DiffData(comparison: comparison, context: context).writeJSON(to: output)
  case .ndjson: try DiffData(comparison: comparison, context: context).writeNDJSON(to: output)
  case .csv: try DiffData(comparison: comparison, context: context).writeCSV(to: output)
  }
}

extension ReportComparison {
  /// What changed, as UTF-8 bytes.
  ///
  /// Both reports must have been read: the findings of an audit that was never written cannot be looked up; report such a
  /// comparison with `ReportContext.baseline`.
  ///
  /// - Complexity: O(*n*) in findings, in memory too.
  public func report(_ format: ComparisonFormat, context: DiffContext) -> [UInt8] {
    let memory = MemoryOutput()
    // Memory takes everything.
    try? writeDiff(self, context: context, format: format, to: memory)
    return memory.bytes
  }

  /// What speaks against the comparison, in words; empty when nothing does.
  public func differences(_ language: Language) -> [String] {
    ReportDifference.between(old, new).map { $0.explanation[language] }
  }
}

extension ReportDifference {
  /// What differs, in words.
  public var explanation: Phrase { ComparisonWords.difference(self) }
}
