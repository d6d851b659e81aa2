import Glibc

/// Asks the system to back a large piece of memory that is about to be written with pages of two mebibytes.
///
/// Filling fresh memory page by page of four kibibytes costs more than writing it; a system that has no large pages to
/// give ignores the wish. Nothing is asked for pieces that hold fewer than two large pages.
@usableFromInline
package func preferLargePages(_ memory: UnsafeMutableRawBufferPointer) {
  let page = 2 << 20
  guard let base = memory.baseAddress, memory.count >= 2 * page else { return }
  let start = (Int(bitPattern: base) + page - 1) & ~(page - 1)
  let end = (Int(bitPattern: base) + memory.count) & ~(page - 1)
  guard end > start, let aligned = UnsafeMutableRawPointer(bitPattern: start) else { return }
  _ = madvise(aligned, end - start, Int32(MADV_HUGEPAGE))
}

extension Array {
  /// An array of a known size, filled by a closure that must write every element; large ones lie in large pages.
  @inlinable
  package init(
    large count: Int, filledBy fill: (UnsafeMutableBufferPointer<Element>) throws -> Void
  ) rethrows {
    try self.init(unsafeUninitializedCapacity: count) { buffer, filled in
      let part = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      preferLargePages(UnsafeMutableRawBufferPointer(part))
      try fill(part)
      filled = count
    }
  }

  /// Makes room for that many elements; in large pages where it is much.
  @inlinable
  package mutating func reserveLarge(_ capacity: Int) {
    reserveCapacity(capacity)
    let filled = count
    self.withUnsafeMutableBufferPointer { part in
      guard let base = part.baseAddress else { return }
      let room = UnsafeMutableRawBufferPointer(
        start: base + filled, count: Swift.max(0, capacity - filled) * MemoryLayout<Element>.stride)
      preferLargePages(room)
    }
  }
}
