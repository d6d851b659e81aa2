/// How a command ended (SPEC §8).
enum ExitStatus: Int32 {
  /// Answered; nothing at or above `--fail-on`.
  case answered = 0
  /// Findings at or above it.
  case findings = 1
  /// A mistake on the command line.
  case usage = 2
  /// Bad content of data or policy.
  case content = 3
  /// A file cannot be opened, read or written.
  case file = 4
}

/// What keeps a command from answering.
enum Failure: Error {
  case usage(UsageError)
  /// A file that cannot be read.
  case unreadable(path: String, code: Int32)
  /// A file that cannot be written; a path of nil is standard output.
  case unwritable(path: String?, code: Int32)
  /// Bad content that has been reported already.
  case content
}
