import SQLSyntax
package import SchemagateModel

/// What the pending migrations declare.
package struct DeclarationSet: Hashable, Sendable {
  package var declarations: [Declaration]
  package var problems: [DeclarationProblem]

  package init(declarations: [Declaration] = [], problems: [DeclarationProblem] = []) {
    self.declarations = declarations
    self.problems = problems
  }

  mutating func append(_ other: DeclarationSet) {
    declarations += other.declarations
    problems += other.problems
  }
}

/// Reads declarations from migrations and their sidecar files.
package enum DeclarationReader {
  /// The declarations of `pending` in its order: those of the file, then those of its sidecar. `files` is head's tree;
  /// `history` is head's, by which a sidecar without a migration is told.
  package static func read(
    pending: [Migration], history: MigrationHistory, files: FileTree, target: TargetDefinition
  ) -> DeclarationSet {
    var set = DeclarationSet()
    for migration in pending {
      for line in CommentLines.of(
        migration, files: files, splitter: SQLSplitter(dialect: target.engine, session: target.session))
      {
        set.append(read(line, of: migration))
      }
      set.append(Sidecar.read(migration.id, files: files, target: target.plainName))
    }
    set.problems += Sidecar.strays(history: history, files: files, target: target.plainName)
    return set
  }

  private static func read(_ line: CommentLine, of migration: Migration) -> DeclarationSet {
    if line.isInDown {
      return problem(line, of: migration, "a declaration stands in the down part; write it in the up part")
    }
    guard let text = line.declaration else {
      return problem(line, of: migration, "a colon is missing after 'schemagate'")
    }
    do {
      var parser = DeclarationParser(text)
      let parsed = try parser.line()
      return DeclarationSet(declarations: [
        Declaration(
          migration: migration.id, location: line.location, text: line.text, clause: parsed.clause,
          because: parsed.because)
      ])
    } catch {
      return problem(line, of: migration, error.message)
    }
  }

  private static func problem(_ line: CommentLine, of migration: Migration, _ what: String) -> DeclarationSet {
    DeclarationSet(problems: [
      DeclarationProblem(migration: migration.id, location: line.location, text: line.text, what: what)
    ])
  }
}
