package import SchemagateModel

/// Every tool that we know, in the order that settles rival claims of equal confidence.
package enum ToolCatalog {
  package static let all: [any MigrationTool] = [
    DbmateTool(),
    DieselTool(),
    SqlxTool(),
    GolangMigrateTool(),
    GooseTool(),
    FlywayTool(),
    PrismaTool(),
    DrizzleTool(),
    AtlasTool(),
    LiquibaseTool(),
    AlembicTool(),
    DjangoTool(),
    CommandTool(),
    PopTool(),
    SupabaseTool(),
    SqitchTool(),
    FilesTool(),
  ]

  /// The tool that the configuration calls `name`.
  package static func tool(named name: String) throws(UnknownTool) -> any MigrationTool {
    guard let tool = all.first(where: { $0.name == name }) else {
      throw UnknownTool(name: name, nearest: nearestName(to: name))
    }
    return tool
  }

  /// The known name that is fewest letters away; `nil` where nothing is close.
  package static func nearestName(to name: String) -> String? {
    NearestWord.to(name, among: all.map(\.name))
  }
}

/// The configuration names a tool that isn't in the catalogue.
package struct UnknownTool: ReportedError, Hashable {
  package let name: String
  package let nearest: String?

  package var exitStatus: Int32 { 2 }

  package var report: ErrorReport {
    let known = ToolCatalog.all.map(\.name).joined(separator: ", ")
    let hint = nearest.map { "write `tool: \($0)`" } ?? "use one of \(known)"
    return ErrorReport(what: "there is no migration tool called `\(name)`", try: hint)
  }
}
