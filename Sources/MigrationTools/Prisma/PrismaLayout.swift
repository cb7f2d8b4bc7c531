internal import SchemagateModel

/// Finds Prisma's migrations folders: by `migration_lock.toml`, or as the neighbour of `schema.prisma`.
struct PrismaLayout {
  let listing: FileListing

  func targets(tool: String) -> [DetectedTarget] {
    let scripts = listing.paths.filter { $0.lastPart == "migration.sql" }
    let folders = Set(scripts.map(\.folder.folder))
    return folders.sorted { $0.precedesInBytes($1) }.compactMap { folder in
      guard let found = engine(of: folder) else { return nil }
      let target = TargetDefinition(
        name: TargetName.name(of: folder), engine: found.engine, migrations: [folder], tool: ToolSettings(name: tool),
        assumptions: ["\(folder): Prisma, \(found.engine.rawValue) (\(found.reason))"],
        engineIsDetected: true)
      return DetectedTarget(target: target, confidence: .configuration)
    }
  }

  private func engine(of folder: String) -> (engine: EngineKind, reason: String)? {
    let lock = String.path(folder, "migration_lock.toml")
    if let provider = listing.read(lock).flatMap({ ConfigurationLines($0.text)["provider"] }) {
      return Self.engine(ofProvider: provider).map { ($0, "migration_lock.toml says \(provider)") }
    }
    let schema = String.path(folder.folder, "schema.prisma")
    guard let text = listing.read(schema)?.text, let provider = Self.provider(inSchema: text) else { return nil }
    return Self.engine(ofProvider: provider).map { ($0, "schema.prisma says \(provider)") }
  }

  /// `nil` for what we have no engine for, such as `sqlserver`, and for MongoDB, which has no migrations.
  static func engine(ofProvider provider: String) -> EngineKind? {
    switch provider {
    case "postgresql", "postgres": .postgresql
    case "sqlite": .sqlite
    case "mysql": .mysql
    default: nil
    }
  }

  /// The provider in the `datasource` block; the `generator` block has a provider too.
  static func provider(inSchema text: String) -> String? {
    guard let block = text.firstMatch(of: /datasource\s+\w+\s*\{([^}]*)\}/) else { return nil }
    return block.output.1.firstMatch(of: /provider\s*=\s*"([^"]*)"/).map { String($0.output.1) }
  }
}
