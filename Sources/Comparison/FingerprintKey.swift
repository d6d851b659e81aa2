import Bytes

/// A finding by its fingerprint, for joining two reports.
package struct FingerprintKey: Sendable {
  package let fingerprint: UInt64
  /// The place of the finding in its report.
  package let entry: UInt32

  /// The findings of a report by fingerprint, equal ones in their order.
  ///
  /// Sorted, not hashed: a report may be made so that its fingerprints collide in a table.
  /// - Complexity: O(*n* log *n*), 16 bytes a finding.
  package static func sorted(_ entries: [ReportDigest.Entry]) -> [FingerprintKey] {
    var keys = [FingerprintKey](large: entries.count) { keys in
      guard let base = keys.baseAddress else { return }
      for (place, entry) in entries.enumerated() {
        (base + place).initialize(
          to: FingerprintKey(
            fingerprint: entry.bits, entry: UInt32(truncatingIfNeeded: place)))
      }
    }
    keys.sort { left, right in
      left.fingerprint != right.fingerprint ? left.fingerprint < right.fingerprint : left.entry < right.entry
    }
    return keys
  }
}
