import Glibc

/// The bytes of a file, mapped into memory, or bytes that never were in a file.
///
/// Safe to share: nothing writes to it. A mapped file that another program cuts short meanwhile is outside what can be
/// guarded against.
package final class FileContent: @unchecked Sendable {
  private let memory: UnsafeRawBufferPointer
  private let release: (UnsafeRawBufferPointer) -> Void
  private let isMapped: Bool

  /// All bytes; valid as long as this object lives.
  package var bytes: UnsafeRawBufferPointer { memory }

  /// Copies bytes.
  package init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    memory = UnsafeRawBufferPointer(copy)
    isMapped = false
    release = { $0.deallocate() }
  }

  /// Maps a file.
  ///
  /// - Parameter mayBePipe: whether a pipe or a device is read to its end. Without that it is refused at once: among
  ///   the files of a directory nobody may ever write to it.
  /// - Throws: the `errno` of the call that failed; `EOPNOTSUPP` for a pipe or a device that is refused.
  package init(path: String, mayBePipe: Bool) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (mayBePipe ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, code: EISDIR) }
    guard mayBePipe || status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, code: EOPNOTSUPP)
    }
    if status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 {
      let length = Int(status.st_size)
      guard let base = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
        throw FileError(path: path, code: errno)
      }
      madvise(base, length, MADV_SEQUENTIAL)
      memory = UnsafeRawBufferPointer(start: base, count: length)
      isMapped = true
      release = { munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count) }
      return
    }
    // A pipe or an empty file: read to the end.
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = read(descriptor, &chunk, chunk.count)
      if got < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, code: errno)
      }
      if got == 0 { break }
      all.append(contentsOf: chunk[..<got])
    }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: all.count, alignment: 16)
    copy.copyBytes(from: all)
    memory = UnsafeRawBufferPointer(copy)
    isMapped = false
    release = { $0.deallocate() }
  }

  /// Gives the memory of a mapped file back to the system; the bytes stay readable, from the file again.
  ///
  /// Called once a file has been read through, so that what was read does not count as held.
  package func letGo() {
    guard isMapped else { return }
    madvise(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count, MADV_DONTNEED)
  }

  /// Gives the memory of a part of a mapped file back to the system, as far as it fills pages; bytes that lie elsewhere
  /// are left alone.
  package func letGo(_ part: UnsafeRawBufferPointer) {
    guard isMapped, let all = memory.baseAddress, let base = part.baseAddress, base >= all,
      base + part.count <= all + memory.count
    else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = (Int(bitPattern: base) + page - 1) & ~(page - 1)
    let end = (Int(bitPattern: base) + part.count) & ~(page - 1)
    guard start < end else { return }
    madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_DONTNEED)
  }

  deinit {
    release(memory)
  }
}

/// A file that cannot be opened, read or written.
public struct FileError: Error, Equatable, Sendable {
  /// The path as given.
  public let path: String
  /// The `errno` of the call that failed.
  public let code: Int32

  package init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }
}
