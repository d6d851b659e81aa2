import Foundation
import Harness

/// A generated ledger on the disk.
struct Workload {
  let size: WorkloadSize
  /// Whether two thirds of the provisions have ranges, or none.
  let isRanged: Bool
  let directory: String
  /// Of the tables, without the policy.
  let bytes: Int

  /// How the ledger is called on the page.
  var ledger: String { isRanged ? "ranged" : "counts" }

  /// The tables, as paths.
  var tables: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.filter { $0.hasSuffix(".csv") }.sorted().map { "\(directory)/\($0)" }
  }
}

/// Makes ledgers with the tool and keeps them in a folder.
struct Workloads {
  let tool: String
  let folder: String

  /// The arguments that decide the bytes.
  static func arguments(_ size: WorkloadSize, isRanged: Bool) -> [String] {
    [
      "--operators", "\(size.operators)", "--provisions", "\(size.provisions)", "--seed", "1",
      "--ranges", isRanged ? "0.6667" : "0",
    ]
  }

  /// The ledger of a size: what is there when it was made of the same arguments by a generator that gives the same
  /// bytes, else a new one.
  func ledger(_ size: WorkloadSize, isRanged: Bool) throws -> Workload {
    let name = "\(size.name)-\(isRanged ? "ranged" : "counts")"
    let directory = "\(folder)/\(name)"
    let label = "\(folder)/\(name).made-of"
    let arguments = Self.arguments(size, isRanged: isRanged)
    let probe = try probe(isRanged: isRanged)
    func description(_ bytes: Int) -> String {
      arguments.joined(separator: " ") + "\nprobe \(probe)\nbytes \(bytes)\n"
    }
    let found = try? String(contentsOfFile: label, encoding: .utf8)
    let present = description(try Self.bytes(in: directory))
    if found != present {
      say("generating \(name)")
      try? FileManager.default.removeItem(atPath: label)
      try? FileManager.default.removeItem(atPath: directory)
      _ = try ChildProcess(path: tool, arguments: ["generate"] + arguments + ["--output", directory]).run()
      try description(try Self.bytes(in: directory)).write(toFile: label, atomically: true, encoding: .utf8)
    }
    return Workload(
      size: size, isRanged: isRanged, directory: directory, bytes: try Self.bytes(in: directory))
  }

  /// What a small ledger of the same kind comes out as: another generator gives itself away.
  private func probe(isRanged: Bool) throws -> String {
    let directory = "\(folder)/probe"
    defer { try? FileManager.default.removeItem(atPath: directory) }
    guard let size = WorkloadSize("10000") else { return "" }
    _ = try ChildProcess(
      path: tool,
      arguments: ["generate"] + Self.arguments(size, isRanged: isRanged) + ["--output", directory]
    ).run()
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in try FileManager.default.contentsOfDirectory(atPath: directory).sorted() {
      for byte in try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(name)")) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return String(hash, radix: 16)
  }

  /// The bytes of the tables in a folder; 0 when it is not there.
  private static func bytes(in directory: String) throws -> Int {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else { return 0 }
    return try names.filter { $0.hasSuffix(".csv") }.reduce(0) { sum, name in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")
      return sum + ((attributes[.size] as? Int) ?? 0)
    }
  }
}

/// Tells on standard error what is being done.
func say(_ text: String) {
  FileHandle.standardError.write(Data("benchmark: \(text)\n".utf8))
}
