import SchemagateModel

/// Tells what the author did wrong from what our scratch world lacks.
///
/// A pure function of the server's message. Where a refusal could mean either, it is the author's: a finding can be
/// waived or mended with a `setup:` file, a check that was never made is lost.
struct RefusalCause {
  let message: ServerMessage
  let statement: String?
  let majorVersion: Int

  var cause: Rejection.Cause {
    guard let piece else { return .migration }
    return .environment(piece)
  }

  private var piece: MissingPiece? {
    if says("shared_preload_libraries") { return preloaded }
    return switch message.code {
    case "0A000", "58P01", "42704", "55000", "22023": missingByText
    case "3F000": platformSchema
    case "42883": extensionFunction ?? platformObject(functionSchema, .function)
    case "42P01": platformObject(quotedSchema, .other)
    case "42501": missingRight
    default: nil
    }
  }

  /// What stands between the first pair of double quotes, which is where the server puts names.
  private var quoted: String? {
    let parts = message.text.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count >= 3 ? String(parts[1]) : nil
  }

  private func says(_ words: String...) -> Bool { words.contains { message.text.contains($0) } }

  private var missingByText: MissingPiece? {
    if let name = extensionName { return missingExtension(name) }
    guard let name = quoted else { return nil }
    if says("role \"") && says("does not exist") { return missingRole(name) }
    if says("type \"") && says("does not exist") { return typeOfExtension(name) }
    if says("operator class \"", "access method \"") { return accessMethod(name) }
    if says("collation \"") { return missingCollation(name) }
    if says("text search configuration \"", "text search dictionary \"") {
      return MissingPiece(
        kind: .other, name: name, setup: nil, advice: "create \(name) in a setup file, as production has it")
    }
    if says("language \"") { return missingExtension(name) }
    if says("unrecognized configuration parameter") { return parameter(name) }
    return nil
  }

  /// `extension "x" is not available`, or the older message about its control file.
  private var extensionName: String? {
    if says("extension \""), says("is not available", "has no installation script") { return quoted }
    guard says("could not open extension control file", "could not access file"), let path = quoted else { return nil }
    let file = path.split(separator: "/").last ?? ""
    return file.split(separator: ".").first.map(String.init)
  }

  private func missingExtension(_ name: String) -> MissingPiece {
    let package = ExtensionCatalogue.package(of: name, majorVersion: majorVersion)
    let advice = package.map { "apt-get install \($0)" } ?? "install the files of the extension \(name) on this machine"
    return MissingPiece(kind: .extension, name: name, setup: nil, advice: advice)
  }

  /// No role can be called `public`, which is what `GRANT some_role TO PUBLIC` makes the server look for.
  private func missingRole(_ name: String) -> MissingPiece? {
    guard name != "public" else { return nil }
    return MissingPiece(kind: .role, name: name, setup: "CREATE ROLE \(SQLText.identifier(name));", advice: nil)
  }

  private func typeOfExtension(_ name: String) -> MissingPiece? {
    let bare = String(name.split(separator: ".").last ?? "")
    return ExtensionCatalogue.ofType(bare.replacing("[]", with: "")).map(createExtension)
  }

  private func accessMethod(_ name: String) -> MissingPiece? {
    ExtensionCatalogue.ofOperatorClass(name).map(createExtension)
  }

  private func createExtension(_ name: String) -> MissingPiece {
    MissingPiece(
      kind: .extension, name: name, setup: "CREATE EXTENSION IF NOT EXISTS \(SQLText.identifier(name));", advice: nil)
  }

  private func missingCollation(_ name: String) -> MissingPiece {
    MissingPiece(
      kind: .collation, name: name, setup: nil,
      advice: "locale-gen \(name), before the check, on the machine that runs it")
  }

  /// Settings with a dot belong to extensions and applications; the rest to versions of the server.
  private func parameter(_ name: String) -> MissingPiece? {
    guard !name.contains(".") else { return nil }
    return MissingPiece(
      kind: .serverVersion, name: name, setup: nil,
      advice: "PostgreSQL \(majorVersion) has no setting \(name): name production's version in server-version")
  }

  private var preloaded: MissingPiece {
    MissingPiece(
      kind: .extension, name: quoted ?? message.text, setup: nil,
      advice: "give a server that preloads it with --server; the embedded one preloads nothing")
  }

  /// What should stand in a platform's schema; the schema itself may have been provided already.
  private func platformObject(_ schema: String?, _ kind: MissingPiece.Kind) -> MissingPiece? {
    guard let schema, Self.platformSchemas.contains(schema), says("does not exist") else { return nil }
    return MissingPiece(
      kind: kind, name: message.text, setup: nil,
      advice: "create what the platform provides in the schema \(schema) in a setup file")
  }

  private var quotedSchema: String? { quoted.flatMap(Self.schema) }

  private static func schema(of name: String) -> String? {
    let parts = name.split(separator: ".")
    return parts.count > 1 ? String(parts[0]) : nil
  }

  /// Schemas that a hosting platform makes before any migration runs. Other missing schemas are the author's.
  private var platformSchema: MissingPiece? {
    guard let name = quoted, Self.platformSchemas.contains(name) else { return nil }
    return MissingPiece(
      kind: .schema, name: name, setup: "CREATE SCHEMA \(SQLText.identifier(name));", advice: nil)
  }

  private static let platformSchemas: Set<String> = [
    "auth", "storage", "extensions", "graphql", "graphql_public", "realtime", "_realtime", "vault", "cron", "net",
    "pgsodium",
    "pgbouncer", "supabase_functions", "supabase_migrations", "hdb_catalog", "partman", "tiger", "topology",
    "google_vacuum_mgmt",
    "rds_tools", "aws_commons", "neon_auth", "pgmq", "pgtle",
  ]

  private var extensionFunction: MissingPiece? {
    guard let name = functionName else { return nil }
    return ExtensionCatalogue.ofFunction(name).map(createExtension)
  }

  private var functionName: String? {
    qualifiedFunction?.split(separator: ".").last.map { String($0.filter { $0 != "\"" }) }
  }

  private var functionSchema: String? { qualifiedFunction.flatMap(Self.schema) }

  /// `public.digest` of `function public.digest(text, unknown) does not exist`
  private var qualifiedFunction: String? {
    guard message.text.hasPrefix("function "), let open = message.text.firstIndex(of: "(") else { return nil }
    return String(message.text[..<open].dropFirst("function ".count))
  }

  /// What a superuser could have done, the owner of the database can't.
  private var missingRight: MissingPiece? {
    let right = message.text
    if says("permission denied to create extension"), let name = quoted, mayExist { return createExtension(name) }
    return MissingPiece(
      kind: .privilege, name: right, setup: grant,
      advice: grant == nil
        ? "move the statement into a setup file, or let migrations run with privileges: administrator" : nil)
  }

  /// Whether the statement runs again when the thing is there.
  private var mayExist: Bool { statement?.lowercased().contains("if not exists") ?? false }

  /// `must be member of role "x"`, `must be able to SET ROLE "x"`: to hand over an object one has to be a member.
  private var grant: String? {
    guard says("must be member of role", "must be able to SET ROLE", "permission denied to set role"), let role = quoted
    else { return nil }
    return "GRANT \(SQLText.identifier(role)) TO \(SQLText.identifier(EmbeddedServer.applicationRole));"
  }
}
