import Dispatch
import Foundation
import Synchronization

/// One line on a terminal that says what is being done, if it takes more than half a second; it is gone when the
/// program ends.
final class ProgressLine: Sendable {
  private let isOn: Bool
  private let state = Mutex(State())

  private struct State {
    var text = ""
    var isShown = false
  }

  init(isOn: Bool) { self.isOn = isOn }

  func show(_ text: String) {
    guard isOn else { return }
    let wasShown = state.withLock { state in
      state.text = text
      return state.isShown
    }
    if wasShown { return draw() }
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(500)) { self.draw() }
  }

  private func draw() {
    let text = state.withLock { state in
      state.isShown = true
      return state.text
    }
    guard !text.isEmpty else { return }
    StandardError.put("\r\u{1B}[Kschemagate: \(text) …")
  }

  /// Takes the line away.
  func clear() {
    let wasShown = state.withLock { state in
      defer { state = State() }
      return state.isShown
    }
    if wasShown { StandardError.put("\r\u{1B}[K") }
  }
}
