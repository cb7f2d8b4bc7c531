import MigrationTools
import SchemagateModel

/// What declares a target's schema, at head and at base.
struct DeclaredSources: Sendable {
  let head: DeclaredSource
  /// `nil` where base has nothing at the same place.
  let base: DeclaredSource?
  /// As a reader names it; a command may be too long for a sentence.
  let name: String

  /// `nil` where the target declares no schema.
  init?(_ target: TargetDefinition, head: FileTree, base: FileTree) throws {
    switch target.schema {
    case nil: return nil
    case .files(let paths)?:
      let scripts = try paths.map { path in
        let found = head.scripts(at: path)
        guard !found.isEmpty else { throw TargetError.schemaMissing(path: path, target: target.name) }
        return found
      }
      self.head = .scripts(scripts.flatMap(\.self))
      let earlier = paths.flatMap { base.scripts(at: $0) }
      self.base = earlier.isEmpty ? nil : .scripts(earlier)
      name = paths.map { "`\($0)`" }.joined(separator: ", ")
    case .command(let text, _)?:
      guard let words = CommandWords(text)?.words, !words.isEmpty else {
        throw TargetError.schemaCommand(text, target: target.name)
      }
      let call = ProgramCall(words: words, environment: target.tool.program.environment)
      var earlier = call
      earlier.revision = .base
      self.head = .command(text, call)
      self.base = base.files.isEmpty ? nil : .command(text, earlier)
      name = "`schema:`"
    }
  }
}

/// What declares the schema at one revision.
enum DeclaredSource: Hashable, Sendable {
  /// Run in this order.
  case scripts([SourceText])
  case command(String, ProgramCall)

  /// The one file that declares it all.
  var path: String? {
    guard case .scripts(let scripts) = self, scripts.count == 1 else { return nil }
    return scripts[0].path
  }

  /// Whether it holds what the platform provides, too, so that nothing is to be set up for it.
  var isWhole: Bool {
    guard case .scripts(let scripts) = self else { return false }
    return scripts.contains { Snapshot(reading: $0.text) != nil }
  }

  /// The first line that no server understands.
  func refusal(_ engine: EngineKind) -> (rejection: Rejection, path: String)? {
    guard case .scripts(let scripts) = self else { return nil }
    for script in scripts {
      guard let command = ScriptFile(script, engine: engine).metaCommand else { continue }
      let message = "\(command.name) is a command of the server's client program, which isn't run"
      let rejection = Rejection(cause: .migration, message: message, code: "", location: command.location)
      return (rejection, command.location.path)
    }
    return nil
  }

  /// The steps that build it in an empty database.
  func steps(of target: TargetDefinition) -> [Step] {
    switch self {
    case .scripts(let scripts):
      scripts.flatMap { ScriptFile($0, engine: target.engine).plan.steps }
        .map { $0.withoutAdministration(target.engine) }
    case .command(let text, let call): [Step(building: text, by: call)]
    }
  }
}

extension FileTree {
  /// The file itself, or the SQL files of a folder in the order of their names.
  fileprivate func scripts(at path: String) -> [SourceText] {
    if let file = files[path] { return [SourceText(path: path, text: file.text)] }
    return paths(under: path).filter { $0.hasSuffix(".sql") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { name in files[name].map { SourceText(path: name, text: $0.text) } }
  }
}

extension Step {
  fileprivate func withoutAdministration(_ engine: EngineKind) -> Step {
    guard case .sql(let pieces) = script.body else { return self }
    let script = MigrationScript(
      path: script.path, body: .sql(pieces.withoutAdministration(engine)), transaction: script.transaction,
      contentID: script.contentID)
    return Step(migration: migration, direction: direction, script: script)
  }

  fileprivate init(building text: String, by call: ProgramCall) {
    let script = MigrationScript(path: text, body: .command(call), transaction: .none, contentID: text)
    self.init(migration: MigrationID(text), direction: .up, script: script)
  }
}
