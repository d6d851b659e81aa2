import Banken
import Bytes

/// What a command runs with; tests run it without a process.
package struct Invocation {
  /// Without the program's name.
  package var arguments: [String]
  package var environment: [String: String]
  package var output: any Output
  package var errors: any Output
  /// Whether the two are terminals.
  package var outputIsTerminal: Bool
  package var errorsAreTerminal: Bool

  package init(
    arguments: [String], environment: [String: String] = [:], output: any Output, errors: any Output,
    outputIsTerminal: Bool = false, errorsAreTerminal: Bool = false
  ) {
    self.arguments = arguments
    self.environment = environment
    self.output = output
    self.errors = errors
    self.outputIsTerminal = outputIsTerminal
    self.errorsAreTerminal = errorsAreTerminal
  }
}

/// Runs `banken` and returns its exit status.
package func run(_ invocation: Invocation) -> Int32 {
  2
}
