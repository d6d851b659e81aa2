import BankenCommand
import Bytes
import Glibc

signal(SIGPIPE, SIG_IGN)
let status = run(
  Invocation(
    arguments: Array(CommandLine.arguments.dropFirst()),
    environment: [:],
    output: DescriptorOutput(STDOUT_FILENO),
    errors: DescriptorOutput(STDERR_FILENO),
    outputIsTerminal: isatty(STDOUT_FILENO) == 1,
    errorsAreTerminal: isatty(STDERR_FILENO) == 1))
exit(status)
