internal import SchemagateModel

/// A command of the configuration with places for a migration's own names: `{id}`, `{name}`, `{path}`, `{file}`.
struct CommandTemplate {
  private let words: [String]
  private let target: TargetDefinition

  /// `nil` where a quote isn't closed, or nothing is there.
  init?(_ text: String, _ target: TargetDefinition) {
    guard let words = CommandWords(text)?.words, !words.isEmpty else { return nil }
    self.words = target.tool.program.runnerWords + words
    self.target = target
  }

  /// The command as it is, for what is no single migration's.
  func call() -> ProgramCall { call(words) }

  func call(for entry: CommandEntry, proof: ProgramCall.Proof? = nil) -> ProgramCall {
    call(words.map { fill($0, entry) }, proof: proof)
  }

  /// The command that carries out migrations without naming them.
  func call(proof: ProgramCall.Proof) -> ProgramCall { call(words, proof: proof) }

  private func call(_ words: [String], proof: ProgramCall.Proof? = nil) -> ProgramCall {
    let program = target.tool.program
    let address = program.url.map { ["DATABASE_URL": $0] } ?? [:]
    return ProgramCall(
      words: words, directory: program.directory ?? "",
      environment: address.merging(program.environment) { _, own in own }, proof: proof)
  }

  /// In one pass, and within one word: what a file is called changes nothing but that word.
  private func fill(_ word: String, _ entry: CommandEntry) -> String {
    word.replacing(#/\{(id|name|path|file)\}/#) { match in
      switch match.1 {
      case "id": entry.id
      case "name": entry.name
      case "path": entry.path
      default: entry.path.lastPart
      }
    }
  }
}

/// One migration as its file's name or a line of the listing describes it.
struct CommandEntry {
  let id: String
  let name: String
  let path: String
  let contentID: String

  /// Why no command can be given these names; `nil` where it can.
  var obstacle: String? {
    for text in [id, name, path, path.lastPart] {
      if text.hasPrefix("-") { return "its name begins with `-`, which a program takes for an option" }
      if let placeholder = ProgramCall.Placeholder.allCases.first(where: { text.contains("{\($0.rawValue)}") }) {
        return "its name holds {\(placeholder.rawValue)}, which means something else in a command"
      }
      if text.contains(where: { $0.isNewline || $0 == "\0" }) { return "its name holds a line's end" }
    }
    return nil
  }
}
