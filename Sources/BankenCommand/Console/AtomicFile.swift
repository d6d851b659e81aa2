import Bytes
import Glibc

/// A file that appears when it is complete, or not at all.
///
/// It is written under another name in the same directory, brought to the disk, and renamed. A file that was there before
/// keeps its permissions, and stays as it was unless `commit` succeeds. What is no regular file (a pipe, `/dev/null`) is
/// written straight.
final class AtomicFile: Output {
  private let path: String
  /// The name it has until it is complete; nil when written straight.
  private var temporary: String?
  private var descriptor: Int32

  /// Opens a file for writing.
  init(path: String) throws(FileError) {
    self.path = path
    var status = stat()
    let exists = stat(path, &status) == 0
    // A link that goes in circles, say, is there though nothing is known of it.
    if !exists, errno != ENOENT { throw FileError(path: path, code: errno) }
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw FileError(path: path, code: EISDIR) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      temporary = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw FileError(path: path, code: errno) }
      return
    }
    if exists, access(path, W_OK) != 0 { throw FileError(path: path, code: errno) }
    let target = exists ? AtomicFile.resolved(path) : path
    let (name, opened) = try AtomicFile.create(beside: target, path)
    temporary = name
    descriptor = opened
    if exists { fchmod(opened, status.st_mode & 0o7777) }
    self.target = target
  }

  /// Where the complete file goes: `path` with links followed.
  private var target = ""

  deinit {
    abandon()
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    try DescriptorOutput(descriptor).write(bytes)
  }

  /// Gives the file its name.
  func commit() throws(FileError) {
    guard let temporary else {
      let failed = close(descriptor) != 0
      descriptor = -1
      if failed { throw FileError(path: path, code: errno) }
      return
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0 else {
      let code = errno
      abandon()
      throw FileError(path: path, code: code)
    }
    descriptor = -1
    guard rename(temporary, target) == 0 else {
      let code = errno
      abandon()
      throw FileError(path: path, code: code)
    }
    self.temporary = nil
  }

  /// Leaves everything as it was before.
  private func abandon() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    if let temporary { unlink(temporary) }
    temporary = nil
  }

  /// The path with links followed.
  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// Creates a file of a new name in the directory of a path.
  private static func create(
    beside target: String, _ path: String
  ) throws(FileError) -> (name: String, descriptor: Int32) {
    let directory = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    for attempt in 0..<100 {
      let name = "\(directory).banken-\(getpid())-\(attempt).tmp"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (name, descriptor) }
      if errno != EEXIST { throw FileError(path: path, code: errno) }
    }
    throw FileError(path: path, code: EEXIST)
  }
}
