package import SchemagateModel

extension Report {
  /// The report in its canonical order: targets and migrations keep theirs, everything else is sorted, so that the order
  /// in which facts were gathered never shows.
  package var sorted: Report {
    var report = self
    report.targets = targets.map(\.sorted)
    return report
  }
}

extension TargetReport {
  fileprivate var sorted: TargetReport {
    var target = self
    let order = migrations.positions
    target.changes = changes.sortedForReading
    target.access = access.sortedForReading
    target.checks = checks.map { $0.sorted(migrations: order) }.sorted { $0.id.position < $1.id.position }
    target.waivers = Canonical.sorted(waivers) { [.text($0.location?.path ?? ""), .number($0.location?.line ?? 0)] }
    target.migrations.sortChanges()
    return target
  }
}

extension CheckReport {
  fileprivate func sorted(migrations: [MigrationID: Int]) -> CheckReport {
    var check = self
    check.findings = Canonical.sorted(findings) { finding in
      [
        .number(-finding.severity.position), .number(finding.migration.flatMap { migrations[$0] } ?? -1),
        .number(finding.location?.line ?? 0),
      ]
    }
    return check
  }
}

extension MigrationsReport {
  /// Every list of touched migrations, in the order in which reports show them.
  var all: [MigrationReport] { added + edited + renamed + removed + skipped }

  fileprivate var positions: [MigrationID: Int] {
    Dictionary(all.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  fileprivate mutating func sortChanges() {
    added = added.map(\.sorted)
    edited = edited.map(\.sorted)
    removed = removed.map(\.sorted)
    renamed = renamed.map(\.sorted)
    skipped = skipped.map(\.sorted)
  }
}

extension MigrationReport {
  fileprivate var sorted: MigrationReport {
    var migration = self
    migration.step?.changes = step?.changes.sortedForReading ?? []
    return migration
  }
}

extension [AccessReport] {
  /// By object, then by role.
  var sortedForReading: [AccessReport] {
    Canonical.sorted(self) { [.text($0.on ?? $0.object), .text($0.role ?? ""), .text($0.claim.rawValue)] }
  }
}

extension [ChangeReport] {
  /// By table, then containers before what they hold, then by name.
  var sortedForReading: [ChangeReport] {
    let ordered = map { change in
      var change = change
      change.attributes.sort { $0.name < $1.name }
      return change
    }
    return Canonical.sorted(ordered) { [.text($0.tableName ?? ""), .number($0.kind.position), .text($0.name)] }
  }
}

extension CheckID {
  fileprivate var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Severity {
  fileprivate var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ObjectKind {
  fileprivate var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Total orders: what the given keys leave open is decided by the value's own JSON text.
enum Canonical {
  enum Key: Comparable {
    case number(Int)
    case text(String)
  }

  static func sorted<Element: Encodable>(_ elements: [Element], by keys: (Element) -> [Key]) -> [Element] {
    elements.map { (element: $0, keys: keys($0)) }
      .sorted { left, right in
        if left.keys != right.keys { return left.keys.lexicographicallyPrecedes(right.keys) }
        return OrderedJSON.compact(left.element) < OrderedJSON.compact(right.element)
      }
      .map(\.element)
  }
}
