package import SchemagateModel

/// A migration tool's layout and rules. Everything here is a function of files: no tool program is run.
package protocol MigrationTool: Sendable {
  /// The name that the configuration uses, for example `golang-migrate`.
  var name: String { get }

  /// Whether the tool has down migrations at all.
  var hasDowns: Bool { get }

  /// Whether it has them in this target, as it is configured.
  func hasDowns(of target: TargetDefinition) -> Bool

  /// What lists the migrations of a revision where only a program can; its lines become `FileTree.listed`.
  func listing(of target: TargetDefinition) -> ProgramCall?

  /// The targets of this tool that the listing shows; see `Detection` for how rival claims are settled.
  func detect(in listing: FileListing) -> [DetectedTarget]

  /// Whether a change of `path` may change the target: its migrations, and the tool's own configuration files.
  func isInput(_ path: String, of target: TargetDefinition) -> Bool

  /// Reads the history in the tool's own order.
  func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory

  /// Placeholders of the files that have no value, without which nothing can be run.
  func lackingVariables(of target: TargetDefinition, in files: FileTree) -> [LackingVariable]

  /// What the tool would do for `history` on a database on which it has applied `applied`; an empty one for a new database.
  func plan(for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition) -> ToolPlan

  /// The step that takes `migration` back, as the newest applied one of `history`; `nil` where it has no down.
  func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step?

  /// The tool's bookkeeping objects (tables, their sequences and types), which never show in a schema.
  func bookkeeping(of target: TargetDefinition) -> [NamePattern]

  /// The query that reads the tool's notes of what a database has applied; `nil` where it keeps none that we know.
  func appliedQuery(of target: TargetDefinition) -> String?

  /// The keys that those rows stand for, whether `history` holds them or not.
  func applied(_ rows: [[String?]], in history: MigrationHistory) -> [MigrationID]
}

extension MigrationTool {
  package func appliedQuery(of target: TargetDefinition) -> String? { nil }

  /// One row for each applied migration, its key first.
  package func applied(_ rows: [[String?]], in history: MigrationHistory) -> [MigrationID] {
    rows.compactMap { $0.first ?? nil }.map { MigrationID($0) }
  }
}

extension MigrationTool {
  package func hasDowns(of target: TargetDefinition) -> Bool { hasDowns }
  package func listing(of target: TargetDefinition) -> ProgramCall? { nil }
  package func lackingVariables(of target: TargetDefinition, in files: FileTree) -> [LackingVariable] { [] }
}

/// The paths of one revision, with a way to read the few files that detection has to look into.
package struct FileListing {
  /// In byte order.
  package let paths: [String]
  package let read: (String) -> FileTree.File?

  package init(paths: [String], read: @escaping (String) -> FileTree.File?) {
    self.paths = paths
    self.read = read
  }
}

/// A target that a tool recognised.
package struct DetectedTarget: Hashable, Sendable {
  package let target: TargetDefinition
  package let confidence: Confidence

  package enum Confidence: Int, Hashable, Sendable, Comparable {
    /// Numbered SQL files that any runner could use: what is left where no known tool claims a folder.
    case fallback
    /// File names that several tools use.
    case layout
    /// Marks inside the files that only this tool uses (`-- +goose Up`, `-- migrate:up`).
    case marks
    /// The tool's own configuration file (`diesel.toml`, `schema.prisma`).
    case configuration

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  package init(target: TargetDefinition, confidence: Confidence) {
    self.target = target
    self.confidence = confidence
  }
}
