internal import SchemagateModel

extension MigrationHistory {
  /// This history with a problem for each migration that stands in the tree and can't be read (a symbolic link, a
  /// submodule), and for each `psql` command.
  func checked(against files: FileTree, of target: TargetDefinition) -> MigrationHistory {
    let unreadable = files.unreadable.filter { path, _ in
      target.migrations.contains(where: path.isBelow) && Self.looksLikeMigration(path)
    }
    let found = unreadable.sorted { $0.key.precedesInBytes($1.key) }
      .map { HistoryProblem.unreadable(location: SourceLocation(path: $0.key), why: $0.value) }
    let history = MigrationHistory(migrations: migrations, problems: problems + found)
      .refusingMetaCommands(target.splitter)
    return target.tool.name == AtlasTool().name ? history : history.checkingAtlasSums(files, of: target)
  }

  private static func looksLikeMigration(_ path: String) -> Bool {
    path.hasSuffix(".sql") || path.lastPart.first?.isNumber ?? false
  }
}
