/// The hash function SHA-256 (FIPS 180-4).
package enum SHA256 {
  /// The digest in lower-case hexadecimal.
  package static func hex(of content: FileContent) -> String {
    preconditionFailure("skeleton")
  }
}
