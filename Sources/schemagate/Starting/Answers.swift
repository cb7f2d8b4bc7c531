import Foundation
import SchemagateModel

/// Who answers questions: a person at a terminal, or the defaults.
struct Answers {
  /// The line that was typed, without its end; `nil` at the end of input.
  let ask: (_ question: String) -> String?

  /// `nil` where nobody is there to answer and nobody agreed beforehand.
  static func available(yes: Bool) -> Answers? {
    if yes { return Answers { _ in "" } }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    return Answers { question in
      print(question, terminator: " ")
      fflush(nil)
      return readLine()
    }
  }

  /// Whether the question is answered with yes, which is its default. The end of input is a no.
  func agrees(to question: String) -> Bool {
    guard let answer = ask("\(question) [Y/n]") else { return false }
    return ["", "y", "yes"].contains(answer.trimmingCharacters(in: .whitespaces).lowercased())
  }

  /// One of `words`; the first is the default, and what stands for anything else.
  func choice(_ question: String, of words: [String]) -> String {
    let answer = (ask("\(question) [\(words.joined(separator: "/"))]") ?? "").trimmingCharacters(in: .whitespaces)
    return words.first { $0 == answer.lowercased() } ?? words[0]
  }
}

extension Answers {
  /// The target with what its files don't tell: its engine, where that was taken without any sign of it.
  func settling(_ target: TargetDefinition) -> TargetDefinition {
    guard target.engineIsAssumed else { return target }
    let others = EngineKind.allCases.filter { $0 != target.engine }
    let question = "Which engine runs the migrations in \(StartWords.folders(of: target))?"
    guard let engine = EngineKind(rawValue: choice(question, of: ([target.engine] + others).map(\.rawValue))),
      engine != target.engine
    else { return target }
    var settled = target
    settled.engine = engine
    settled.engineIsAssumed = false
    settled.engineIsDetected = false
    settled.assumptions = []
    return settled
  }
}
