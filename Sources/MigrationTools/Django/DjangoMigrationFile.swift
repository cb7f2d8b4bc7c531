internal import SchemagateModel

/// What one migration file says of itself (django/db/migrations/migration.py, the attributes of `Migration`).
struct DjangoMigrationFile {
  let key: DjangoKey
  let path: String
  let contentID: String
  let dependencies: [Reference]
  let runBefore: [Reference]
  let replaces: [DjangoKey]
  let isAtomic: Bool
  /// Whether the file doesn't tell all that it depends on.
  let isComputed: Bool
  let problems: [HistoryProblem]

  /// A migration that another one names.
  struct Reference: Hashable {
    let target: Target
    let line: Int

    enum Target: Hashable {
      case key(DjangoKey)
      /// The app's first migration, `__first__`.
      case first(String)
      /// The app's newest migration, `__latest__`.
      case latest(String)
      /// The first migration of the app whose model the setting names.
      case swappable(String)
    }
  }

  init(key: DjangoKey, path: String, file: FileTree.File) {
    let found = PythonModule(file.contents).classes.last { $0.name == "Migration" }
    var reader = DjangoAttributes(path: path, body: found)
    self.key = key
    self.path = path
    contentID = file.contentID
    dependencies = reader.references("dependencies")
    runBefore = reader.references("run_before")
    replaces = reader.references("replaces").compactMap {
      if case .key(let key) = $0.target { key } else { nil }
    }
    isAtomic = found?["atomic"]?.value != .flag(false)
    isComputed = !reader.problems.isEmpty
    problems = found == nil ? [.noClass(path)] : reader.problems
  }
}

/// Reads lists of keys out of a migration's class.
private struct DjangoAttributes {
  let path: String
  let body: PythonClass?
  private(set) var problems: [HistoryProblem] = []

  init(path: String, body: PythonClass?) {
    self.path = path
    self.body = body
  }

  mutating func references(_ name: String) -> [DjangoMigrationFile.Reference] {
    guard let attribute = body?[name] else { return [] }
    guard case .sequence(let items) = attribute.value else {
      problems.append(.computed(name, path, attribute.line))
      return []
    }
    let targets = items.map(Self.target)
    if targets.contains(nil) { problems.append(.computed(name, path, attribute.line)) }
    return targets.compactMap(\.self).map { DjangoMigrationFile.Reference(target: $0, line: attribute.line) }
  }

  private static func target(_ value: PythonValue) -> DjangoMigrationFile.Reference.Target? {
    switch value {
    case .sequence(let parts):
      guard parts.count == 2, let app = parts[0].text, let name = parts[1].text else { return nil }
      if name == "__first__" { return .first(app) }
      return name == "__latest__" ? .latest(app) : .key(DjangoKey(app: app, name: name))
    case .call(let function, let arguments):
      guard function.hasSuffix("swappable_dependency"), arguments.count == 1 else { return nil }
      if case .name(let setting) = arguments[0] { return .swappable(setting) }
      return arguments[0].text.map { .first(String($0.prefix { $0 != "." })) }
    case .none, .text, .flag, .name, .computed: return nil
    }
  }
}

extension HistoryProblem {
  fileprivate static func noClass(_ path: String) -> Self {
    .unreadable(
      location: SourceLocation(path: path), why: "it has no class `Migration`\(djangoStops)")
  }

  fileprivate static func computed(_ name: String, _ path: String, _ line: Int) -> Self {
    .unreadable(
      location: SourceLocation(path: path, line: line),
      why: "its `\(name)` is computed, so that the file doesn't tell its place in the order")
  }
}
