import Banken
import Bytes
import Glibc
import Testing

@testable import BankenCommand

@Suite struct ProgressTests {
  private let work = Phrase(ja: "作業中", en: "working")

  @Test func showsAfterASecondAndIsErased() {
    let errors = MemoryOutput()
    let progress = Progress(errors: errors, isEnabled: true, language: .ja)
    progress.begin(work)
    usleep(500_000)
    #expect(progress.isShown == false)
    // A busy machine may take longer.
    for _ in 0..<200 where !progress.isShown { usleep(100_000) }
    progress.begin(Phrase(ja: "次", en: "next"))
    progress.end()
    #expect(errors.text == "\r作業中\u{1B}[K\r次\u{1B}[K\r\u{1B}[K")
  }

  @Test func shortWorkAndOtherOutputsShowNothing() {
    let errors = MemoryOutput()
    let short = Progress(errors: errors, isEnabled: true, language: .en)
    short.begin(work)
    short.end()
    let hidden = Progress(errors: errors, isEnabled: false, language: .en)
    hidden.begin(work)
    usleep(1_200_000)
    hidden.end()
    #expect(errors.text == "")
  }
}
