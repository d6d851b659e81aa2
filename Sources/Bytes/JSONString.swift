extension ByteBuffer {
  /// Appends a text as a JSON string, quotes included.
  package mutating func append(jsonString text: String) {
    append(byte: 0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0x00..<0x20, 0x7F:
        append("\\u00")
        append(byte: hexDigit(byte >> 4))
        append(byte: hexDigit(byte & 15))
      default: append(byte: byte)
      }
    }
    append(byte: 0x22)
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? 48 + value : 87 + value
}
