import Foundation

/// Seconds of several runs.
struct Measurement {
  var seconds: [Double] = []

  /// Runs something, remembers how long it took, and returns what it gave.
  mutating func run<Value>(_ body: () throws -> Value) rethrows -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try body()
    let took = clock.now - start
    seconds.append(Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18)
    return value
  }

  /// The median and the spread, in seconds.
  var text: String {
    let sorted = seconds.sorted()
    guard let first = sorted.first, let last = sorted.last else { return "–" }
    let median = sorted[sorted.count / 2]
    return String(format: "%.2f (%.2f–%.2f)", median, first, last)
  }
}

/// What the process had resident at most since it was last asked to forget it, in MiB; nil where the system does not say.
enum PeakMemory {
  static func reset() {
    try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
  }

  static var mebibytes: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1_024 }
  }
}
