/// A stable sort by a number, eleven bits at a time from the lowest; digits in which no two differ are passed over.
///
/// `different` has every bit in which the numbers of two elements differ; `spare` is scratch to be used again.
///
/// - Complexity: O(*n* + 2048) for each digit that differs.
@inline(__always)
func sortByDigits<Element>(
  _ elements: inout [Element], _ spare: inout [Element], different: UInt64, by number: (Element) -> UInt64
) {
  let (bits, mask): (UInt64, UInt64) = (11, 2047)
  if spare.count < elements.count { spare = elements }
  var shift = UInt64(different.trailingZeroBitCount)
  while shift < 64, different >> shift != 0 {
    defer { shift += bits }
    if different >> shift & mask == 0 { continue }
    let count = elements.count
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Int(mask) + 1) { places in
      places.initialize(repeating: 0)
      elements.withUnsafeMutableBufferPointer { elements in
        spare.withUnsafeMutableBufferPointer { spare in
          for index in 0..<count { places[Int(number(elements[index]) >> shift & mask)] += 1 }
          var sum = 0
          for digit in places.indices { (places[digit], sum) = (sum, sum + places[digit]) }
          for index in 0..<count {
            let digit = Int(number(elements[index]) >> shift & mask)
            spare[places[digit]] = elements[index]
            places[digit] += 1
          }
          for index in 0..<count { elements[index] = spare[index] }
        }
      }
    }
  }
}
