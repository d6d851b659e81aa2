import Bytes

extension ReportContext {
  /// Appends the elements of `inputs`: every file that was read, with its hash.
  ///
  /// - Complexity: O(bytes of the files), on all threads.
  func appendInputs(to buffer: inout TextBuffer) {
    let inputs = inputs
    let digests = concurrentMap(inputs.count, threads: threads) { inputs[$0].sha256 }
    for (index, input) in inputs.enumerated() {
      buffer.append(index == 0 ? "\n  {\"table\": \"" : ",\n  {\"table\": \"")
      buffer.append(input.table.name)
      buffer.append("\", \"file\": ")
      buffer.append(quoted: input.file)
      buffer.append(", \"encoding\": ")
      buffer.append(quoted: input.encoding)
      buffer.append(", \"sha256\": \"")
      buffer.append(digests[index])
      buffer.append("\", \"rows\": ")
      buffer.append(decimal: UInt64(input.rows))
      buffer.append(", \"rejected\": ")
      buffer.append(decimal: UInt64(input.rejected))
      buffer.append("}")
    }
  }
}
