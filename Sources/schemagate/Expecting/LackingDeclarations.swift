import SchemagateModel

/// The declarations that a report says are lacking in one migration.
struct LackingDeclarations: Hashable {
  let target: String
  let engine: EngineKind
  let migration: MigrationID
  /// The migration's file.
  let path: String
  /// Comment lines for SQL; those that need a reason end in a placeholder.
  var lines: [String]
  /// Where the lines belong into a file beside the migration, since the migration itself is generated, or isn't SQL.
  let sidecar: String?

  /// The file that the lines belong into.
  var destination: String { sidecar ?? path }

  /// One for each migration that lacks some, in the report's order.
  static func of(_ report: Report) -> [LackingDeclarations] {
    var all: [LackingDeclarations] = []
    for target in report.targets {
      for finding in target.openExpectations where finding.rule == "change-undeclared" {
        guard let migration = finding.migration, let path = finding.location?.path else { continue }
        let known = all.firstIndex { $0.target == target.name && $0.migration == migration }
        let index = known ?? all.endIndex
        if known == nil { all.append(LackingDeclarations(target, migration, path)) }
        all[index].lines += finding.declarations.filter { !all[index].lines.contains($0) }
      }
    }
    return all
  }

  private init(_ target: TargetReport, _ migration: MigrationID, _ path: String) {
    let isWritten = path.hasSuffix(".sql") && target.tool != "prisma"
    self.target = target.name
    engine = target.engine.name
    self.migration = migration
    self.path = path
    lines = []
    sidecar = isWritten ? nil : "schemagate/\(TargetDefinition.plainName(target.name))/\(migration).yml"
  }
}

/// A declaration that stands in its file and doesn't say why yet.
struct UnreasonedDeclaration: Hashable {
  let path: String
  let line: Int?

  var words: String { path + (line.map { ":\($0)" } ?? "") }

  static func of(_ report: Report) -> [UnreasonedDeclaration] {
    report.targets.flatMap(\.openExpectations).compactMap { finding in
      guard finding.rule == "reason-missing" || finding.isPlaceholder, let place = finding.location else { return nil }
      return UnreasonedDeclaration(path: place.path, line: place.line)
    }
  }
}

extension TargetReport {
  /// Findings about declarations that nobody accepted and base hasn't got.
  fileprivate var openExpectations: [Finding] {
    checks.filter { $0.id == .expectations }.flatMap(\.findings).filter { !$0.existing && $0.waived == nil }
  }
}

extension Finding {
  /// A line that this program wrote, and whose reason is still to be given.
  fileprivate var isPlaceholder: Bool {
    rule == "expectation-unreadable" && evidence?.hasSuffix(DeclarationText.placeholder) == true
  }
}

extension Report {
  /// Why what is lacking isn't known as a whole: one sentence for each target of which that is true.
  var unknownDeclarations: [String] {
    targets.compactMap { target in
      if let error = target.errors.first { return "\(target.name): \(error.what)" }
      let findings = target.checks.filter { $0.id == .apply }.flatMap(\.findings)
      if let stop = findings.first(where: { ["migration-rejected", "base-rejected"].contains($0.rule) }) {
        return "\(target.name): \(stop.message)"
      }
      guard target.verdict == .unknown else { return nil }
      let reason = target.checks.first { $0.id == .expectations }?.reason ?? target.notChecked.first?.why
      return "\(target.name): \(reason ?? "it could not be checked")"
    }
  }
}
