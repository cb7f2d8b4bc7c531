import SchemagateModel

extension TargetReport {
  /// A place in the repository for what `finding` says, for formats that can't do without one: its own, its
  /// migration's, the first that the branch touches, or the configuration file.
  func place(of finding: Finding) -> SourceLocation {
    if let location = finding.location { return location }
    let migration = migrations.all.first { $0.id == finding.migration }
    return migration.map { SourceLocation(path: $0.path) } ?? usualPlace
  }

  /// The same for what no finding says.
  var usualPlace: SourceLocation {
    migrations.all.first.map { SourceLocation(path: $0.path) } ?? .configurationFile
  }
}

extension SourceLocation {
  static var configurationFile: Self { .init(path: "schemagate.yml") }

  /// Counted from 1, also where only the file is known.
  var firstLine: Int { max(1, line ?? 1) }
}
