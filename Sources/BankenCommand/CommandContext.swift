import Banken
import Bytes

/// What every command works with.
struct CommandContext {
  let invocation: Invocation
  let line: ParsedLine
  let console: Console

  var language: Language { console.language }

  /// Whether standard output may have colours.
  var usesColour: Bool {
    invocation.outputIsTerminal && (invocation.environment["NO_COLOR"] ?? "").isEmpty
      && invocation.environment["TERM"] != "dumb"
  }

  /// How many columns text on standard output may take.
  var width: Int {
    let set = invocation.environment["COLUMNS"].flatMap { Int($0) }
    let columns = invocation.outputIsTerminal ? set ?? invocation.terminalColumns : nil
    return min(max(columns ?? 100, 60), 120)
  }

  /// A mistake on the command line.
  func usage(_ kind: UsageError.Kind) -> Failure {
    .usage(UsageError(kind, line.command))
  }

  /// Prints text on standard output.
  func print(_ text: String) throws(Failure) -> ExitStatus {
    try write(to: nil) { output throws(OutputError) in try output.write(text) }
    return .answered
  }

  /// Writes to a file, all or nothing, or to standard output where the path is nil or `-`.
  ///
  /// A reader that closes the pipe is no error.
  func write(
    to path: String?, _ body: (any Output) throws(OutputError) -> Void
  ) throws(Failure) {
    guard let path, path != "-" else {
      do throws(OutputError) { try body(invocation.output) } catch { try check(error, nil) }
      return
    }
    do throws(FileError) {
      let file = try AtomicFile(path: path)
      var failure: OutputError?
      do throws(OutputError) { try body(file) } catch { failure = error }
      switch failure {
      case nil: try file.commit()
      case .closedPipe: break
      case .system(let code): throw FileError(path: path, code: code)
      }
    } catch {
      throw .unwritable(path: error.path, code: error.code)
    }
  }

  private func check(_ error: OutputError, _ path: String?) throws(Failure) {
    if case .system(let code) = error { throw .unwritable(path: path, code: code) }
  }
}
