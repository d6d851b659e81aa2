/// A stable sort by a number, eleven bits at a time from the lowest; digits in which no two differ are passed over.
///
/// - Parameters:
///   - spare: room for as many elements; what it holds afterwards means nothing.
///   - different: has every bit in which the numbers of two elements differ.
/// - Complexity: O(*n* + 2048) for each digit that differs.
@inlinable
@inline(__always)
package func sortByDigits<Element>(
  _ elements: UnsafeMutableBufferPointer<Element>, spare: UnsafeMutablePointer<Element>, different: UInt64,
  by number: (Element) -> UInt64
) {
  let (bits, mask): (UInt64, UInt64) = (11, 2047)
  guard let home = elements.baseAddress else { return }
  let count = elements.count
  withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Int(mask) + 1) { places in
    var (from, to) = (home, spare)
    var shift = UInt64(different.trailingZeroBitCount)
    while shift < 64, different >> shift != 0 {
      defer { shift += bits }
      if different >> shift & mask == 0 { continue }
      places.update(repeating: 0)
      for index in 0..<count { places[Int(number(from[index]) >> shift & mask)] &+= 1 }
      var sum: UInt32 = 0
      for digit in places.indices { (places[digit], sum) = (sum, sum &+ places[digit]) }
      for index in 0..<count {
        let digit = Int(number(from[index]) >> shift & mask)
        to[Int(places[digit])] = from[index]
        places[digit] &+= 1
      }
      swap(&from, &to)
    }
    if from != home { home.update(from: from, count: count) }
  }
}
