internal import SchemagateModel

/// The apps of a project that have migrations of their own.
struct DjangoApps {
  let apps: [App]
  let problems: [HistoryProblem]

  struct App: Hashable {
    let label: String
    /// The `migrations` folder.
    let folder: String
  }

  init(target: TargetDefinition, files: FileTree) {
    let paths = files.paths.filter { $0.hasSuffix(".py") }
    let holders = Set(paths.filter { Self.isMigration($0) }.map(\.folder)).filter { folder in
      target.migrations.contains(folder)
        || (folder.lastPart == "migrations" && target.migrations.contains(where: folder.isBelow))
    }.sorted { $0.precedesInBytes($1) }
    let packages = holders.filter { files.files[.path($0, "__init__.py")] != nil }
    apps = packages.map { App(label: Self.label(of: $0.folder, in: files), folder: $0) }
    problems = holders.filter { !packages.contains($0) }.flatMap { folder in
      paths.filter { $0.folder == folder && Self.isMigration($0) }.map(HistoryProblem.outsidePackage)
    }
  }

  /// django/db/migrations/loader.py `load_disk`: every module whose name doesn't begin with `_` or `~`.
  static func isMigration(_ path: String) -> Bool {
    path.hasSuffix(".py") && !path.lastPart.hasPrefix("_") && !path.lastPart.hasPrefix("~")
  }

  /// django/apps/config.py: the configuration's `label`, else the last part of its `name`, else the folder's.
  private static func label(of folder: String, in files: FileTree) -> String {
    guard let text = files.files[.path(folder, "apps.py")]?.text else { return folder.lastPart }
    let configurations = PythonModule(text).classes.filter { found in
      found["name"] != nil || found["label"] != nil
    }
    let chosen = configurations.first { $0["default"]?.value == .flag(true) } ?? configurations.first
    if let label = chosen?["label"]?.value.text { return label }
    return chosen?["name"]?.value.text.map { $0.split(separator: ".").last.map(String.init) ?? $0 } ?? folder.lastPart
  }
}

extension HistoryProblem {
  fileprivate static func outsidePackage(_ path: String) -> Self {
    .ignored(path: path, why: "Django reads no migrations from a folder without `__init__.py`")
  }
}
