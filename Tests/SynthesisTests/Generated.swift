import Bytes
import Synthesis

/// A generated dataset in memory.
struct Generated {
  let texts: [SyntheticTable: [UInt8]]
  let policy: String

  init(_ options: SynthesisOptions, threads: Int = 2) throws {
    let dataset = try SyntheticDataset(options)
    var texts: [SyntheticTable: [UInt8]] = [:]
    for table in SyntheticTable.allCases {
      let output = MemoryOutput()
      try dataset.write(table, threads: threads, to: output)
      texts[table] = output.bytes
    }
    self.texts = texts
    policy = dataset.policy
  }

  /// The digest of every file, the policy included.
  var digest: String {
    var bytes = Array(policy.utf8)
    for table in SyntheticTable.allCases { bytes += texts[table] ?? [] }
    return SHA256.hex(of: FileContent(bytes))
  }

  /// The cells of every row but the header; no cell is quoted.
  func rows(_ table: SyntheticTable) -> [[Substring]] {
    String(decoding: texts[table] ?? [], as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  static func options(
    _ operators: Int, _ provisions: Int, seed: UInt64 = 1, _ profile: SynthesisProfile = .japan,
    ranges: Int = 666_667, isClean: Bool = false
  ) -> SynthesisOptions {
    var options = SynthesisOptions(operators: operators, provisions: provisions, seed: seed)
    options.profile = profile
    options.ranges = ranges
    options.isClean = isClean
    return options
  }
}
