import Glibc

/// Memory for one column of one chunk, given back to the system as soon as it is freed.
///
/// Large buffers are mapped by themselves: the heap would keep what is freed piecemeal, and the peak would be twice
/// the data. Whoever makes one frees it.
struct PageBuffer {
  private(set) var base: UnsafeMutableRawPointer
  private(set) var capacity: Int
  private var isMapped: Bool

  private static let mappedFrom = 1 << 16

  /// Memory that is soon freed and wanted again by the next chunk, which the heap is better at than the system.
  init(passing capacity: Int) {
    self.capacity = max(capacity, 16)
    (base, isMapped) = (.allocate(byteCount: self.capacity, alignment: 16), false)
  }

  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    (base, isMapped) = PageBuffer.allocate(self.capacity)
  }

  private static func allocate(_ capacity: Int) -> (UnsafeMutableRawPointer, Bool) {
    if capacity >= mappedFrom,
      let pages = mmap(nil, capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      pages != MAP_FAILED
    {
      return (pages, true)
    }
    return (.allocate(byteCount: capacity, alignment: 16), false)
  }

  /// Makes room for `needed` bytes, keeping the first `used`.
  mutating func grow(to needed: Int, keeping used: Int) {
    guard needed > capacity else { return }
    var larger = PageBuffer(capacity: max(needed, capacity * 2))
    larger.base.copyMemory(from: base, byteCount: used)
    swap(&self, &larger)
    larger.free()
  }

  func free() {
    if isMapped {
      munmap(base, capacity)
    } else {
      base.deallocate()
    }
  }
}
