import Banken
import Bytes
import Dispatch
import Synchronization

/// A line on a terminal that says what is being done; it shows after a second and is erased at the end.
final class Progress: @unchecked Sendable {
  private struct State {
    var text = ""
    var isRunning = false
    var isShown = false
  }

  /// Guards `errors`, too, as long as it is running.
  private let state = Mutex(State())
  private let errors: any Output
  private let isEnabled: Bool
  /// Not a global queue: those wait while all processors are at work.
  private let queue = DispatchQueue(label: "banken.progress")
  private let language: Language

  /// - Parameter isEnabled: whether there is a terminal to show it on.
  init(errors: any Output, isEnabled: Bool, language: Language) {
    self.errors = errors
    self.isEnabled = isEnabled
    self.language = language
  }

  /// Whether the line stands on the terminal.
  var isShown: Bool { state.withLock { $0.isShown } }

  /// Says what is being done from now on.
  func begin(_ work: Phrase) {
    guard isEnabled else { return }
    let isFirst = state.withLock { state in
      let isFirst = !state.isRunning
      state.text = work[language]
      state.isRunning = true
      if state.isShown { show(state.text) }
      return isFirst
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + 1) { [self] in
      state.withLock { state in
        guard state.isRunning, !state.isShown else { return }
        state.isShown = true
        show(state.text)
      }
    }
  }

  /// Erases the line. To be called before anything else is written to the terminal.
  func end() {
    guard isEnabled else { return }
    state.withLock { state in
      if state.isShown { try? errors.write("\r\u{1B}[K") }
      state = State()
    }
  }

  private func show(_ text: String) {
    try? errors.write("\r\(text)\u{1B}[K")
  }
}
