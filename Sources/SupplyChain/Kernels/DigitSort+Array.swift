extension Array where Element: BitwiseCopyable {
  /// Sorts stably by a number of each element.
  ///
  /// - Complexity: O(*n* + 2048) for every eleven bits in which some numbers differ; memory for as many elements.
  @inlinable
  package mutating func sortByNumber(_ number: (Element) -> UInt64) {
    guard let least = first.map(number) else { return }
    let different = reduce(UInt64(0)) { $0 | (number($1) ^ least) }
    withUnsafeMutableBufferPointer { elements in
      let spare = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
      defer { spare.deallocate() }
      sortByDigits(elements, spare: spare, different: different, by: number)
    }
  }
}
