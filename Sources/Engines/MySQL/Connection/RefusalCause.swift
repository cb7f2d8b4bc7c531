import SchemagateModel

/// Tells what the author did wrong from what our scratch world lacks.
///
/// A pure function of the server's message. Where a refusal could mean either, it is the author's: a finding can be
/// waived or mended with a `setup:` file, a check that was never made is lost.
struct RefusalCause {
  let message: ServerMessage
  let statement: String?
  let version: EngineVersion
  /// The account that runs migrations on a server of our own, as SQL writes it.
  let account: String?

  var cause: Rejection.Cause { piece.map { .environment($0) } ?? .migration }

  private var piece: MissingPiece? {
    switch message.number {
    case 1044: otherDatabaseUsed
    case 1045, 1142, 1143, 1227, 1370, 1419, 1698, 4163: missingRight
    case 1049: otherDatabase
    case 1286, 3161: engine
    case 1115, 1273: collation
    case 1193, 1235: newerServer
    case 1126...1128, 1524: plugin
    case 1133, 1410, 1449, 1959, 3523: missingUser
    case 1290, 1148, 3948, 4166, 2068: file
    default: nil
    }
  }

  private var missingRight: MissingPiece {
    let right = message.text.firstMatch(of: #/at least one of\) the (.+) privilege/#)?.1
    return MissingPiece(
      kind: .privilege, name: right.map(String.init) ?? message.text, setup: grant,
      advice: grant == nil
        ? "move the statement into a setup file, or let migrations run with privileges: administrator" : nil)
  }

  /// No right would help: nothing is compared outside of the scratch database.
  private var otherDatabaseUsed: MissingPiece {
    let database = message.text.split(separator: "'").last.map(String.init) ?? message.text
    return MissingPiece(kind: .other, name: "database \(database)", setup: nil, advice: OutsideWork.advice)
  }

  /// A file that names definers needs these rights and no more; whoever runs such files in production has them.
  private var grant: String? {
    guard message.number == 1227, let account else { return nil }
    let rights = ["SET USER", "SET_ANY_DEFINER", "SET_USER_ID", "ALLOW_NONEXISTENT_DEFINER", "SYSTEM_USER"]
    guard let right = rights.first(where: { message.text.contains($0) }) else { return nil }
    return "GRANT \(right) ON *.* TO \(account);"
  }

  private var otherDatabase: MissingPiece {
    MissingPiece(
      kind: .schema, name: quoted ?? message.text, setup: nil,
      advice: "create the database in a setup file if migrations only read it; what they change there isn't compared")
  }

  private var engine: MissingPiece {
    MissingPiece(
      kind: .extension, name: quoted ?? message.text, setup: nil,
      advice: "install the storage engine's package (apt-cache search \(package)), or give a server that has it")
  }

  private var plugin: MissingPiece {
    MissingPiece(
      kind: .extension, name: quoted ?? message.text, setup: nil,
      advice: "give a server that has the plugin with --server URL")
  }

  private var package: String { version.name == .mariadb ? "mariadb-plugin" : "mysql-server" }

  /// Each vendor has collations of its own, and each version adds some.
  private var collation: MissingPiece {
    MissingPiece(
      kind: .collation, name: quoted ?? message.text, setup: nil,
      advice: "\(server) doesn't know it: name production's engine and version, or give production's server software")
  }

  private var newerServer: MissingPiece? {
    if message.number == 1235, !message.text.contains("version of") { return nil }
    return MissingPiece(
      kind: .serverVersion, name: quoted ?? message.text, setup: nil,
      advice: "\(server) doesn't know it: name production's engine and version")
  }

  private var missingUser: MissingPiece? {
    guard let user = message.number == 1959 ? nil : AccountName(in: message.text) ?? AccountName(grantedBy: statement)
    else { return role }
    return MissingPiece(kind: .role, name: user.name, setup: "CREATE USER IF NOT EXISTS \(user.sql);", advice: nil)
  }

  private var role: MissingPiece? {
    guard message.number == 1959, let name = quoted else { return nil }
    return MissingPiece(
      kind: .role, name: name, setup: "CREATE ROLE IF NOT EXISTS \(SQLText.identifier(name));", advice: nil)
  }

  private var file: MissingPiece {
    MissingPiece(
      kind: .other, name: "access to files", setup: nil,
      advice: "files of the server's machine are closed to migrations here; what it loads has to stand in SQL")
  }

  private var server: String { "\(version.name.title) \(version.version)" }

  /// What stands between the first pair of quotes of a kind, which is where the server puts names.
  private var quoted: String? {
    for mark in ["'", "`"] {
      let parts = message.text.split(separator: mark, omittingEmptySubsequences: false)
      if parts.count >= 3 { return String(parts[1]) }
    }
    return nil
  }
}
