import SchemagateModel

/// Reads functions, procedures and MariaDB's packages.
struct RoutineReading {
  let source: CatalogueSource
  let programs: StoredPrograms

  func read() async throws -> CataloguePart {
    let rows = try await source.rows(PackageResources.routines_sql)
    guard !rows.isEmpty else { return CataloguePart() }
    let parameters = Dictionary(grouping: try await source.rows(PackageResources.parameters_sql)) { row in
      "\(row[1] ?? "") \(row[0] ?? "")"
    }
    var part = CataloguePart()
    for row in rows {
      let routine = RoutineRow(row, parameters["\(row[1] ?? "") \(row[0] ?? "")"] ?? [], programs)
      guard let object = routine.object(isAggregate: try await isAggregate(routine)) else {
        part.notCompared.append(NotCompared(what: "hidden \(routine.kindWords)", names: [routine.name]))
        continue
      }
      part.objects.append(object)
    }
    return part
  }

  /// Only an aggregate function may fetch the rows of its group; but the words can stand in a string as well.
  private func isAggregate(_ routine: RoutineRow) async throws -> Bool {
    guard source.version.vendor == .mariadb, routine.mayBeAggregate else { return false }
    let rows = try await source.connection.rows("SHOW CREATE FUNCTION \(routine.name.quotedName)")
    guard let row = rows.first, row.count > 2, let text = row[2] else { return false }
    let header = text.prefix { $0 != "(" }
    return header.contains(" AGGREGATE FUNCTION ")
  }
}
