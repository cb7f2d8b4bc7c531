import SchemagateModel

/// The lines of `schemagate.yml` that give a target's placeholders their values, complete where the repository itself
/// shows what production's platform looks like.
struct MissingLines {
  let target: TargetDefinition
  let lacking: [LackingVariable]
  /// A file of the repository that makes the roles and schemas which the migrations expect.
  let platform: PlatformFile?

  var text: String {
    let values = lacking.map { "\($0.name): \($0.isSchema ? platform?.schema ?? "VALUE" : "VALUE")" }
    let lines = setup + ["    variables: {\((given + values).joined(separator: ", "))}"]
    return (["targets:", "  \(target.name):"] + lines).joined(separator: "\n")
  }

  /// A configured target has them already; the key can't stand there twice.
  private var given: [String] { target.variables.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" } }

  private var setup: [String] {
    guard let platform, target.setup.isEmpty, target.preset == nil else { return [] }
    // The schema is another role's there, in which only an administrator may work.
    let privileges = platform.hasOwnUser && target.privileges == .owner ? ["    privileges: administrator"] : []
    return privileges + ["    setup: \(platform.path)"] + session(platform)
  }

  /// The platform's user has a search path, by which migrations and the tool's own table find their schema.
  private func session(_ platform: PlatformFile) -> [String] {
    guard let schema = platform.searchPath, target.session.isEmpty else { return [] }
    return ["    session: SET search_path = \(schema)"]
  }
}

/// A file of SQL that prepares a database for the application: roles, and the schema in which it works.
struct PlatformFile {
  let path: String
  let schema: String
  /// The schema belongs to a role that the file makes.
  let hasOwnUser: Bool
  let searchPath: String?

  init?(path: String, text: String) {
    let schemas = #/(?i)\bcreate\s+schema\s+(?:if\s+not\s+exists\s+)?"?(?<name>\w+)"?(?<owner>\s+authorization\s)?/#
    guard text.contains(#/(?i)\bcreate\s+(user|role)\s/#), let schema = text.firstMatch(of: schemas) else { return nil }
    let user = text.firstMatch(
      of: #/(?i)\balter\s+(?:user|role)\s+\S+\s+set\s+search_path\s*(?:=|to)\s*['"]?(?<name>\w+)/#)
    self.path = path
    self.schema = String(schema.name)
    hasOwnUser = schema.owner != nil
    searchPath = user.map { String($0.name) }
  }
}
