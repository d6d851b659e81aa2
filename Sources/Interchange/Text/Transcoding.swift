import Glibc

/// Makes UTF-8 of other encodings; bytes that are no characters become `BadByte` marks.
enum Transcoding {
  /// The bytes as UTF-8; nil when the system cannot convert from CP932.
  static func utf8(from encoding: TextEncoding, _ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    switch encoding {
    case .utf8: Array(bytes)
    case .cp932: fromCP932(bytes)
    case .utf16le: fromUTF16(bytes, isBigEndian: false)
    case .utf16be: fromUTF16(bytes, isBigEndian: true)
    }
  }

  private static func fromCP932(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let descriptor = iconv_open("UTF-8", "CP932"), descriptor != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(descriptor) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    // iconv never writes to its input, although its type would let it.
    guard let base = UnsafeMutablePointer(mutating: bytes.assumingMemoryBound(to: CChar.self).baseAddress)
    else {
      return []
    }
    var input: UnsafeMutablePointer<CChar>? = base
    var inputLeft = bytes.count
    var block = [CChar](repeating: 0, count: 65_536)
    while inputLeft > 0 {
      let status = block.withUnsafeMutableBufferPointer { buffer -> (failure: Int32, written: Int) in
        var output = buffer.baseAddress
        var outputLeft = buffer.count
        let converted = iconv(descriptor, &input, &inputLeft, &output, &outputLeft)
        return (converted == -1 ? errno : 0, buffer.count - outputLeft)
      }
      block.withUnsafeBytes { result.append(contentsOf: $0[..<status.written]) }
      guard status.failure != 0, status.failure != E2BIG else { continue }
      // No character begins here (EILSEQ), or the text ends inside one (EINVAL).
      guard inputLeft > 0, let at = input else { break }
      BadByte.append(UInt8(bitPattern: at[0]), to: &result)
      input = at + 1
      inputLeft -= 1
      _ = iconv(descriptor, nil, nil, nil, nil)
    }
    return result
  }

  private static func fromUTF16(_ bytes: UnsafeRawBufferPointer, isBigEndian: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    func unit(_ index: Int) -> UInt16 {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var index = 0
    while index + 1 < bytes.count {
      let first = unit(index)
      var scalar = UInt32(first)
      var length = 2
      if first & 0xFC00 == 0xD800, index + 3 < bytes.count {
        let second = unit(index + 2)
        if second & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
          length = 4
        }
      }
      if let valid = Unicode.Scalar(scalar) {
        if scalar < 0x80 {
          result.append(UInt8(truncatingIfNeeded: scalar))
        } else {
          result.append(contentsOf: UTF8.encode(valid) ?? .init())
        }
      } else {
        // Half of a surrogate pair alone.
        BadByte.append(bytes[index], to: &result)
        BadByte.append(bytes[index + 1], to: &result)
      }
      index += length
    }
    if index < bytes.count { BadByte.append(bytes[index], to: &result) }
    return result
  }

  /// Text in the encoding of a file; what it has no character for becomes `?`.
  static func bytes(of text: String, in encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16le: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16be: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .cp932: return cp932(text)
    }
  }

  private static func cp932(_ text: String) -> [UInt8] {
    guard let descriptor = iconv_open("CP932", "UTF-8"), descriptor != iconv_t(bitPattern: -1) else {
      return Array(text.utf8)
    }
    defer { iconv_close(descriptor) }
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.append(UInt8(truncatingIfNeeded: scalar.value))
        continue
      }
      var source = Array(String(scalar).utf8).map { CChar(bitPattern: $0) }
      var target = [CChar](repeating: 0, count: 8)
      let written = source.withUnsafeMutableBufferPointer { from in
        target.withUnsafeMutableBufferPointer { to -> Int in
          var input = from.baseAddress
          var inputLeft = from.count
          var output = to.baseAddress
          var outputLeft = to.count
          let converted = iconv(descriptor, &input, &inputLeft, &output, &outputLeft)
          return converted == -1 ? 0 : to.count - outputLeft
        }
      }
      if written == 0 {
        result.append(UInt8(ascii: "?"))
      } else {
        result.append(contentsOf: target[..<written].map { UInt8(bitPattern: $0) })
      }
    }
    return result
  }
}
