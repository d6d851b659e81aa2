import Foundation

/// Which seeds a test goes through.
package enum Seeds {
  /// As many as `BANKEN_SEEDS` says, else so many; the first is 1 or `BANKEN_FIRST_SEED`.
  package static func all(else count: UInt64) -> Range<UInt64> {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["BANKEN_FIRST_SEED"].flatMap { UInt64($0) } ?? 1
    return first..<first + (environment["BANKEN_SEEDS"].flatMap { UInt64($0) } ?? count)
  }
}
