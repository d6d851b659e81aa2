import Banken
import Bytes
import Testing

@testable import BankenCommand

/// An output that fails.
private final class BrokenOutput: Output {
  let error: OutputError

  init(_ error: OutputError) {
    self.error = error
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) { throw error }
}

@Suite struct InvocationTests {
  private func invocation(clock: Int) -> Invocation {
    Invocation(arguments: [], output: MemoryOutput(), errors: MemoryOutput(), clock: clock)
  }

  @Test func todayIsTheDayInJapan() {
    #expect(invocation(clock: 0).today == Day("1970-01-01"))
    #expect(invocation(clock: 1_790_780_399).today == Day("2026-09-30"))
    #expect(invocation(clock: 1_790_780_400).today == Day("2026-10-01"))
    #expect(invocation(clock: .max / 2).today == .latest)
  }

  @Test func aClosedPipeEndsQuietly() {
    let errors = MemoryOutput()
    let status = run(
      Invocation(arguments: ["rules"], output: BrokenOutput(.closedPipe), errors: errors, clock: 0))
    #expect(status == 0)
    #expect(errors.text == "")
  }

  @Test func aFullDiskIsAnError() {
    let errors = MemoryOutput()
    let status = run(
      Invocation(arguments: ["version"], output: BrokenOutput(.system(code: 28)), errors: errors, clock: 0))
    #expect(status == 4)
    #expect(errors.text == "banken: error: cannot write 'standard output': No space left on device\n")
  }

  @Test func errorsThatCannotBeWrittenChangeNothing() {
    let status = run(
      Invocation(
        arguments: ["nope"], output: MemoryOutput(), errors: BrokenOutput(.closedPipe), clock: 0))
    #expect(status == 2)
  }
}
