extension UnsafeRawBufferPointer {
  /// The bytes without spaces and tabs at either end.
  var trimmingBlanks: UnsafeRawBufferPointer {
    var start = 0
    var end = count
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: self[start..<end])
  }

  /// Whether the text is a number as a spreadsheet shows it where the cell was too narrow: `8.15E+11`.
  package var isScientificNotation: Bool {
    var index = 0
    func takeDigits() -> Bool {
      let start = index
      while index < count, self[index] &- 48 <= 9 { index += 1 }
      return index > start
    }
    guard takeDigits() else { return false }
    if index < count, self[index] == UInt8(ascii: ".") {
      index += 1
      guard takeDigits() else { return false }
    }
    guard index < count, self[index] | 0x20 == UInt8(ascii: "e") else { return false }
    index += 1
    if index < count, self[index] == UInt8(ascii: "+") { index += 1 }
    return takeDigits() && index == count
  }
}
