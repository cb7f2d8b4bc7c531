package import SchemagateModel

extension ProgramRun {
  /// What the database, the migration or the machine had against the call; `nil` where it succeeded.
  package var rejection: Rejection? {
    let words = LastWords(output)
    switch ending {
    case .exited(0): return nil
    case .exited(let status):
      let message = words.line ?? "the program said nothing"
      let cause: Rejection.Cause = ProgramLack(self, words, status).piece.map { .environment($0) } ?? .migration
      return rejection(cause, message, code: status > 128 ? "signal \(status - 128)" : "exit \(status)", words)
    case .outOfTime(let limit):
      let seconds = Int(limit.components.seconds)
      return rejection(
        .timeLimit(seconds: seconds), "`\(command)` did not end within \(seconds) s", code: "", words)
    case .notFound(let program):
      let piece = MissingPiece(
        kind: .other, name: program, setup: nil,
        advice: Self.advice(for: program))
      return rejection(.environment(piece), "there is no program \(program)", code: "", words)
    }
  }

  /// A path without a root leads into the revision's own files.
  private static func advice(for program: String) -> String {
    guard program.contains("/"), !program.hasPrefix("/") else {
      return "install the program \(program) where schemagate runs, or say what runs it: "
        + "`tool: {runner: …}`, for example `uv run`"
    }
    return "commit the file with its executable bit: `git add --chmod=+x \(program)`; `tool: {directory: …}` says from "
      + "which folder it is named"
  }

  /// The call as a person would write it, before anything is filled in.
  package var command: String { call.words.joined(separator: " ") }

  private func rejection(
    _ cause: Rejection.Cause, _ message: String, code: String, _ words: LastWords
  ) -> Rejection {
    Rejection(
      cause: cause, message: message, detail: words.end.isEmpty ? nil : words.end, code: code, statement: command)
  }
}
