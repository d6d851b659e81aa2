import Foundation
import Glibc
import Synchronization

/// Memory that is a process's own: `RssAnon` and `RssShmem` of /proc/PID/status, in bytes. Pages of mapped input files and
/// of the program are `RssFile` and not in it.
enum OwnMemory {
  static func now(of process: String = "self") -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else {
      return nil
    }
    var sum: Int?
    for line in status.split(separator: "\n") where line.hasPrefix("RssAnon:") || line.hasPrefix("RssShmem:")
    {
      guard let kibibytes = Int(line.filter(\.isNumber)) else { continue }
      sum = (sum ?? 0) + kibibytes * 1_024
    }
    return sum
  }

  /// The most this process had while `body` ran, less what it had before; looked at every two milliseconds.
  static func peak<Value>(during body: () throws -> Value) rethrows -> (value: Value, bytes: Int?) {
    returnFreeMemory()
    let before = now()
    let watch = Watch()
    let thread = Thread {
      while !watch.isOver.load(ordering: .relaxed) {
        watch.note(now())
        usleep(2_000)
      }
      watch.hasEnded.signal()
    }
    thread.start()
    defer { withExtendedLifetime(thread) {} }
    func end() {
      watch.isOver.store(true, ordering: .relaxed)
      watch.hasEnded.wait()
      watch.note(now())
    }
    let value: Value
    do {
      value = try body()
    } catch {
      end()
      throw error
    }
    end()
    let most = watch.most.load(ordering: .relaxed)
    return (value, before.flatMap { most > 0 ? max(0, most - $0) : nil })
  }

  /// Gives memory that was freed before back to the system, so that using it again is seen.
  private static func returnFreeMemory() {
    typealias Trim = @convention(c) (Int) -> Int32
    guard let symbol = dlsym(nil, "malloc_trim") else { return }
    _ = unsafeBitCast(symbol, to: Trim.self)(0)
  }

  /// The most a child had; looked at every two milliseconds until it is gone. Call while it runs.
  static func watch(_ pid: pid_t) -> Int? {
    var most: Int?
    while true {
      // A process that has ended but was not waited for has no such lines any more.
      guard let bytes = now(of: String(pid)) else { return most }
      most = max(most ?? 0, bytes)
      usleep(2_000)
    }
  }

  private final class Watch: Sendable {
    let isOver = Atomic<Bool>(false)
    let most = Atomic<Int>(0)
    let hasEnded = DispatchSemaphore(value: 0)

    func note(_ bytes: Int?) {
      if let bytes, bytes > most.load(ordering: .relaxed) { most.store(bytes, ordering: .relaxed) }
    }
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
