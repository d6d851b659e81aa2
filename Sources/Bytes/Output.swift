import Glibc

/// Why bytes could not be written.
package enum OutputError: Error, Equatable {
  /// The reader has closed the pipe: no error for the user.
  case closedPipe
  /// What the system said.
  case system(code: Int32)
}

/// Where bytes go.
package protocol Output: AnyObject {
  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError)
}

extension Output {
  package func write(_ buffer: ByteBuffer) throws(OutputError) {
    try write(buffer.bytes)
  }

  package func write(_ bytes: [UInt8]) throws(OutputError) {
    let result = bytes.withUnsafeBytes { raw -> Result<Void, OutputError> in
      do throws(OutputError) {
        try write(raw)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  package func write(_ text: String) throws(OutputError) {
    try write(Array(text.utf8))
  }
}

/// Keeps what is written; for tests and for building text.
package final class MemoryOutput: Output {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package func write(_ bytes: UnsafeRawBufferPointer) {
    self.bytes.append(contentsOf: bytes)
  }

  /// What was written, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Writes to an open file descriptor, which it does not close.
package final class DescriptorOutput: Output {
  private let descriptor: Int32

  /// What the system says when a reader has closed the pipe.
  package static let closedPipeCode = EPIPE

  package init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 {
        let code = errno
        if code == EINTR { continue }
        throw code == EPIPE ? .closedPipe : .system(code: code)
      }
      rest = rest.dropFirst(written)
    }
  }
}
