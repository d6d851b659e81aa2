import Foundation
import Glibc
import Harness

/// A program run to its end with its output thrown away or kept in a file.
struct ChildProcess {
  let path: String
  let arguments: [String]
  /// Where standard output goes.
  var output = "/dev/null"

  struct Result {
    /// From start to exit, on our clock.
    let seconds: Double
    let status: Int32
  }

  /// Starts it and waits.
  ///
  /// - Throws: when it cannot be started, is killed, or ends with a status not among `good`.
  func run(good: Set<Int32> = [0], whileRunning: ((pid_t) -> Void)? = nil) throws -> Result {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let start = ContinuousClock.now
    var pid = pid_t()
    let code = posix_spawnp(&pid, path, &actions, nil, &words, environ)
    guard code == 0 else { throw Stop("cannot start \(path): \(String(cString: strerror(code)))") }
    whileRunning?(pid)
    var raw: Int32 = 0
    while waitpid(pid, &raw, 0) < 0 {
      guard errno == EINTR else { throw Stop("cannot wait for \(path)") }
    }
    let took = ContinuousClock.now - start
    guard raw & 0x7F == 0 else { throw Stop("\(path) was killed by signal \(raw & 0x7F)") }
    let status = (raw >> 8) & 0xFF
    guard good.contains(status) else {
      throw Stop("\(path) \(arguments.joined(separator: " ")) ended with status \(status)")
    }
    return Result(
      seconds: Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18, status: status)
  }
}

/// Why a benchmark cannot go on.
struct Stop: Error {
  let text: String

  init(_ text: String) {
    self.text = text
  }
}
