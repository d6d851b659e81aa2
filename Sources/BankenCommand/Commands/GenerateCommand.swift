import Bytes
import Glibc
import Synthesis

/// `banken generate`.
struct GenerateCommand {
  private static let policyName = "policy.json"

  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    let options = try GenerateOptions(context)
    try prepare(options.directory)
    let progress = Progress(
      errors: context.invocation.errors, isEnabled: context.invocation.errorsAreTerminal,
      language: context.language)
    defer { progress.end() }
    progress.begin(FileWords.generating)
    let dataset: SyntheticDataset
    do throws(SynthesisError) {
      dataset = try SyntheticDataset(options.synthesis)
    } catch {
      throw context.usage(.planExhausted)
    }
    for table in SyntheticTable.dataset {
      try write(table.fileName, in: options.directory) { output throws(OutputError) in
        try dataset.write(table, threads: options.threads, to: output)
      }
    }
    try write(Self.policyName, in: options.directory) { output throws(OutputError) in
      try output.write(dataset.policy)
    }
    if let expected = options.expected {
      try context.write(to: expected) { output throws(OutputError) in
        try dataset.write(.expected, threads: options.threads, to: output)
      }
    }
    return .answered
  }

  /// Makes the directory, or makes sure that nothing in it is anybody else's.
  private func prepare(_ directory: String) throws(Failure) {
    if mkdir(directory, 0o777) == 0 { return }
    guard errno == EEXIST else { throw .unwritable(path: directory, code: errno) }
    guard let stream = opendir(directory) else { throw .unwritable(path: directory, code: errno) }
    defer { closedir(stream) }
    let own = Set(SyntheticTable.dataset.map(\.fileName) + [Self.policyName, ".", ".."])
    var other: String?
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !own.contains(name) { other = min(other ?? name, name) }
    }
    if let other { throw context.usage(.directoryNotEmpty(path: directory, file: other)) }
  }

  /// Writes a file straight, without waiting for the disk: it can be made again. What fails is removed.
  private func write(
    _ name: String, in directory: String, _ body: (any Output) throws(OutputError) -> Void
  ) throws(Failure) {
    let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(path: path, code: errno) }
    var code: Int32 = 0
    do throws(OutputError) {
      try body(DescriptorOutput(descriptor))
    } catch {
      if case .system(let failure) = error { code = failure } else { code = EPIPE }
    }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code != 0 {
      unlink(path)
      throw .unwritable(path: path, code: code)
    }
  }
}
