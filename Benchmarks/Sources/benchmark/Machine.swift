import Foundation
import Harness

/// What it ran on and with.
enum Machine {
  static var description: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let gibibytes = Figures.short((Double(ProcessInfo.processInfo.physicalMemory) / 1_073_741_824).rounded())
    return "\(cores) cores (\(processor)), \(gibibytes) GiB, \(system)"
  }

  private static var processor: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = line?.split(separator: ":", maxSplits: 1).last.map(String.init) ?? "unknown"
    return name.trimmingCharacters(in: .whitespaces)
  }

  private static var system: String {
    var name = utsname()
    guard uname(&name) == 0 else { return "unknown system" }
    return withUnsafeBytes(of: &name.sysname) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  static var date: String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyy-MM-dd"
    return formatter.string(from: Date())
  }

  /// The version that `swift --version` names; the compiler that built this is taken to be it.
  static var swiftVersion: String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swift", "--version"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle(forWritingAtPath: "/dev/null")
    guard (try? process.run()) != nil else { return "unknown" }
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let place = words.firstIndex(of: "version"), place + 1 < words.count else { return "unknown" }
    return String(words[place + 1])
  }

  static func toolVersion(_ tool: String, _ folder: String) throws -> String {
    let file = "\(folder)/version"
    defer { try? FileManager.default.removeItem(atPath: file) }
    _ = try ChildProcess(path: tool, arguments: ["version"], output: file).run()
    let text = try String(contentsOfFile: file, encoding: .utf8)
    return text.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? "unknown"
  }
}

/// Whether this was compiled for debugging: assertions are then evaluated.
func isDebugBuild() -> Bool {
  var isDebug = false
  assert(
    {
      isDebug = true
      return true
    }())
  return isDebug
}
