import BankenCommand
import Bytes
import Glibc

// A reader that closes the pipe shows as an error of `write`, which ends the command quietly.
signal(SIGPIPE, SIG_IGN)
var environment: [String: String] = [:]
for name in Invocation.variables {
  if let value = getenv(name) { environment[name] = String(cString: value) }
}
var size = winsize()
let hasSize = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
let status = run(
  Invocation(
    arguments: Array(CommandLine.arguments.dropFirst()),
    environment: environment,
    output: DescriptorOutput(STDOUT_FILENO),
    errors: DescriptorOutput(STDERR_FILENO),
    outputIsTerminal: isatty(STDOUT_FILENO) == 1,
    errorsAreTerminal: isatty(STDERR_FILENO) == 1,
    terminalColumns: hasSize ? Int(size.ws_col) : nil,
    clock: time(nil)))
exit(status)
