package import SchemagateModel

/// Prisma Migrate, as `prisma migrate deploy` runs it: a folder per migration with `migration.sql` in it, no downs.
package struct PrismaTool: MigrationTool {
  package init() {}

  package let name = "prisma"
  package let hasDowns = false

  package func detect(in listing: FileListing) -> [DetectedTarget] {
    PrismaLayout(listing: listing).targets(tool: name)
  }

  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    target.migrations.contains { folder in
      path.isBelow(folder) && (path.lastPart == "migration.sql" || path == .path(folder, "migration_lock.toml"))
    } || (path.hasSuffix(".prisma") && target.migrations.contains { path.isBelow($0.folder) })
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    PrismaHistory(target: target, files: files).history().checked(against: files, of: target)
  }

  /// Everything whose folder's name isn't among the applied ones runs, lower names too; edited and removed migrations go
  /// unnoticed (schema-engine/commands/src/commands/apply_migrations.rs compares names only).
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let table = PrismaTable(target)
    return SequentialPlan(
      lower: target.tool.outOfOrder ?? .run, edited: .ignored, removed: .ignored, duplicate: .refused,
      precedes: { $0.id.rawValue.precedesInBytes($1.id.rawValue) }, prepare: table.prepare
    ) { migration in
      migration.up.map {
        let note = table.note(migration.id, checksum: $0.checksum ?? "")
        return Step(migration: migration.id, direction: .up, script: $0, bookkeeping: note)
      }
    }.plan(for: history, applied: applied)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? { nil }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { [PrismaTable(target).pattern] }

  package func appliedQuery(of target: TargetDefinition) -> String? { PrismaTable(target).query }
}
