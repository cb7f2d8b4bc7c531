import SchemagateModel

/// Reports a history that ends in several migrations at once.
struct HeadsDiverged: Rule {
  let metadata = RuleMetadata(
    id: "heads-diverged", title: "The history ends in several heads", check: .history, severity: .error,
    rationale: "Base and the branch both follow on one migration. Git merges them without a conflict; the tool then "
      + "asks which end is meant, and the deployment stops.",
    remedy: "Merge base into the branch, and let the branch's first migration follow on base's newest.",
    fires: "base adds a revision on top of `a1`, and so does the branch",
    staysQuiet: "the history has one end, or base has the same ends")

  func observations(in evidence: Evidence) -> [Observation] {
    evidence.head.problems.compactMap { problem in
      guard case .headsDiverged(let heads) = problem else { return nil }
      let known = Set(evidence.base.migrations.map(\.id))
      let lines = heads.map { head in
        "\(head)  \(evidence.path(of: head))  (\(known.contains(head) ? "base" : "the branch"))"
      }
      let newest = heads.last { !known.contains($0) } ?? heads.last
      return .diverged(
        heads, lines: lines, command: command(evidence.target.tool, heads), location: newest.flatMap(evidence.location))
    }
  }

  /// What joins the heads, as the tool's own users write it.
  private func command(_ tool: ToolSettings, _ heads: [MigrationID]) -> String? {
    let runner = tool.program.runner.map { $0 + " " } ?? ""
    switch tool.name {
    case "alembic":
      let folder = tool.program.directory ?? tool.program.config.map(folder) ?? ""
      let place = folder.isEmpty ? "" : "cd \(folder) && "
      return "\(place)\(runner)alembic merge -m \"merge heads\" \(heads.map(\.rawValue).joined(separator: " "))"
    case "django":
      return "\(runner.isEmpty ? "python " : runner)\(tool.program.config ?? "manage.py") makemigrations --merge"
    default: return nil
    }
  }

  /// Where Alembic is called as a rule: locations in its ini file are relative to that.
  private func folder(of path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }
}

extension Observation {
  fileprivate static func diverged(
    _ heads: [MigrationID], lines: [String], command: String?, location: SourceLocation?
  ) -> Self {
    Self(
      "The history ends in \(heads.count) heads: \(heads.map { Marked.code($0.rawValue) }.enumerated)",
      evidence: lines.joined(separator: "\n"),
      remedy: command.map { "Merge base into the branch, run \(Marked.code($0)), and commit the file that it writes." },
      location: location)
  }
}
