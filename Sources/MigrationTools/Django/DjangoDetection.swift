internal import SchemagateModel

/// Finds Django projects: a `manage.py` that names a settings module, with apps that have migrations below its folder.
struct DjangoDetection {
  let listing: FileListing

  func targets() -> [DetectedTarget] {
    let packages = migrationPackages
    guard !packages.isEmpty else { return [] }
    let programs = listing.files(named: "manage.py").filter { DjangoProject.settingsModule(in: $0.text) != nil }
    return programs.compactMap { program in
      let folder = program.path.folder
      let nested = programs.map(\.path.folder).filter { $0 != folder && $0.isBelow(folder) }
      let own = packages.filter { package in package.isBelow(folder) && !nested.contains(where: package.isBelow) }
      return own.isEmpty ? nil : target(program, own)
    }
  }

  /// Folders called `migrations` that are packages and hold a migration.
  private var migrationPackages: [String] {
    let holders = Set(
      listing.paths.filter {
        $0.utf8.ends(with: ".py") && $0.folder.lastPart == "migrations" && DjangoApps.isMigration($0)
      }.map(\.folder))
    let packages = Set(listing.paths.filter { $0.utf8.ends(with: "/migrations/__init__.py") }.map(\.folder))
    return holders.filter(packages.contains).sorted { $0.precedesInBytes($1) }
  }

  private func target(_ program: (path: String, text: String), _ packages: [String]) -> DetectedTarget {
    let folder = program.path.folder
    let settings = DjangoProject.settingsModule(in: program.text) ?? ""
    let guess = DjangoEngineGuess(listing: listing, folder: folder, settings: settings).guess()
    let tool = ToolSettings(
      name: "django", program: ProgramSettings(directory: folder, config: program.path, settings: settings))
    let target = TargetDefinition(
      name: TargetName.name(of: folder), engine: guess.engine, migrations: packages, tool: tool,
      assumptions: [
        "Django by `\(program.path)`, with the settings `\(settings)`, whose `default` database is replaced",
        guess.reason,
      ], engineIsAssumed: guess.isAssumed, engineIsDetected: true)
    return DetectedTarget(target: target, confidence: .configuration)
  }
}

/// Which engine a project's `default` database is on.
struct DjangoEngineGuess {
  let listing: FileListing
  /// Where `manage.py` stands.
  let folder: String
  let settings: String

  func guess() -> EngineGuess {
    let named = self.named
    let driven = self.driven
    if let first = named.first, named.count == 1 || driven.isEmpty { return said(first) }
    if let both = named.first(where: { spoken in driven.contains { $0.engine == spoken.engine } }) { return said(both) }
    if let only = named.first ?? driven.first { return said(only) }
    return EngineGuess(
      engine: .postgresql,
      reason: "engine postgresql is assumed: neither the settings nor the requirements tell (set `engine:` otherwise)",
      isAssumed: true)
  }

  private func said(_ witness: Witness) -> EngineGuess {
    EngineGuess(
      engine: witness.engine, reason: "engine \(witness.engine.rawValue): `\(witness.path)` names `\(witness.word)`")
  }

  private struct Witness {
    let engine: EngineKind
    let word: String
    let path: String
  }

  /// Engines that the settings name, in the order of the text: a backend, or the scheme of a URL.
  private var named: [Witness] {
    settingsPaths.flatMap { path -> [Witness] in
      let text = listing.read(path)?.text ?? ""
      let backends = text.matches(of: /["'][\w.]*backends\.(postgresql\w*|postgis|sqlite3|spatialite|mysql)["']/)
        .map { ($0.range.lowerBound, String($0.output.1)) }
      let schemes = text.matches(of: /["'](postgres|postgresql|psql|postgis|sqlite|spatialite|mysql):\/\//)
        .map { ($0.range.lowerBound, String($0.output.1)) }
      return (backends + schemes).sorted { $0.0 < $1.0 }
        .map { Witness(engine: Self.engine($0.1), word: $0.1, path: path) }
    }
  }

  private static func engine(_ word: String) -> EngineKind {
    if word.contains("lite") { return .sqlite }
    return word.hasPrefix("mysql") ? .mysql : .postgresql
  }

  /// The settings module, then its neighbours where it stands in a package of settings.
  private var settingsPaths: [String] {
    let module = String.path(folder, settings.split(separator: ".").joined(separator: "/"))
    let own = [module + ".py", .path(module, "__init__.py")]
    let neighbours = listing.paths.filter {
      $0.hasSuffix(".py") && ($0.folder == module || ($0.folder == module.folder && DjangoProject.isSettings($0)))
    }
    return own.filter(listing.paths.contains) + neighbours.filter { !own.contains($0) }
  }

  /// Engines whose drivers the requirements name.
  private var driven: [Witness] {
    requirementPaths.flatMap { path -> [Witness] in
      let requirements = PythonRequirements([listing.read(path)?.text ?? ""])
      return Self.drivers.filter { requirements.name($0.word) }
        .map { Witness(engine: $0.engine, word: $0.word, path: path) }
    }
  }

  private var requirementPaths: [String] {
    listing.paths.filter { path in
      (path.isBelow(folder) || path.folder.isEmpty) && PythonRequirements.isList(path)
    }
  }

  private static let drivers: [(word: String, engine: EngineKind)] = [
    ("psycopg", .postgresql), ("psycopg2", .postgresql), ("psycopg2-binary", .postgresql), ("mysqlclient", .mysql),
    ("pymysql", .mysql),
  ]
}
