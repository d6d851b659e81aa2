/// What reading found wrong or remarkable, compact and complete.
public struct Diagnostics: Sendable {
  /// How many errors there are.
  public var errorCount: Int { 0 }
}
