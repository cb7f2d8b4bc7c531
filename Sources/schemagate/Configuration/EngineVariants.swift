import SchemagateModel

extension TargetDraft {
  /// The same target on each of its engines; itself where it has one.
  var variants: [TargetDraft] {
    guard engines.count > 1 else { return [self] }
    return engines.map(variant)
  }

  /// Each variant is checked when any of them changes: what one of them lacks is what the others have gained.
  private func variant(on kind: EngineKind) -> TargetDraft {
    var draft = self
    draft.name = TargetDefinition.name(name, on: kind)
    draft.engine = kind
    draft.engines = []
    draft.folders = [:]
    draft.migrations = folders[kind] ?? migrations
    let others = Set(folders.filter { $0.key != kind }.flatMap(\.value)).subtracting(draft.migrations)
    draft.inputs += others.sorted().map { $0.isEmpty ? "**" : $0 + "/**" }
    draft.environments = environments.filter { $0.mayRun(on: kind) }
    return draft
  }
}

extension TargetEnvironment {
  /// A URL tells its engine; a snapshot and a variable don't.
  fileprivate func mayRun(on kind: EngineKind) -> Bool {
    guard case .url(let url) = source else { return true }
    switch url.prefix(while: { $0 != ":" }).lowercased() {
    case "postgres", "postgresql": return kind == .postgresql
    case "sqlite", "sqlite3": return kind == .sqlite
    case "mysql", "mariadb": return kind.isMySQL
    default: return true
    }
  }
}
