import SchemagateModel

/// What a program's output says that the machine or the scratch world lacks, where that is why it failed.
struct ProgramLack {
  private let run: ProgramRun
  private let words: LastWords
  private let status: Int

  init(_ run: ProgramRun, _ words: LastWords, _ status: Int) {
    self.run = run
    self.words = words
    self.status = status
  }

  /// `nil` where the failure is the migration's own.
  var piece: MissingPiece? { room ?? module ?? package ?? settings ?? server ?? connection ?? shell }

  private var line: String { words.line ?? "" }

  private var room: MissingPiece? {
    let signs =
      #/(?i)No space left on device|disk is full|disk quota exceeded|cannot allocate memory|too many open files/#
    guard words.lines.suffix(40).contains(where: { $0.contains(signs) }) else { return nil }
    return other("room", "give the machine on which schemagate runs more room, then run it again")
  }

  private var module: MissingPiece? {
    guard let match = line.firstMatch(of: #/(?:No module named|cannot import name .+ from) '([\w.]+)'/#) else {
      return nil
    }
    let name = String(match.1)
    return run.holdsModule(name) ? nil : other(name, Self.install("the Python module \(name)"))
  }

  /// Of Node, Ruby and Elixir. What is named by a path is the repository's own.
  private var package: MissingPiece? {
    for line in words.lines.suffix(60) {
      if let match = line.firstMatch(of: #/Cannot find (?:module|package) '([^'.\/][^']*)'/#) {
        return other(String(match.1), Self.install("the package \(match.1)"))
      }
      if let match = line.firstMatch(of: #/cannot load such file -- ([\w\/-]+)/#), !match.1.hasPrefix("/") {
        return other(String(match.1), Self.install("the Ruby library \(match.1)"))
      }
      if line.contains(#/Bundler::GemNotFound|Could not find .+ in (?:any of the sources|locally installed gems)/#) {
        return other("gems", Self.install("the bundle's gems"))
      }
      if line.contains(#/Can't continue due to errors on dependencies|Unchecked dependencies for environment/#) {
        return other("dependencies", Self.install("the project's dependencies"))
      }
    }
    return nil
  }

  private var settings: MissingPiece? {
    if let match = line.firstMatch(of: #/KeyError: '([A-Z][A-Z0-9_]*)'/#) { return variable(match.1) }
    if let match = line.firstMatch(
      of: #/(?i:variable|setting)s?:? [`'"]?([A-Z][A-Z0-9_]+)\b.*(?i:not|missing|required|must|empty)/#)
    {
      return variable(match.1)
    }
    if let match = line.firstMatch(
      of: #/(?i:set|missing|undefined)(?: the)? ([A-Z][A-Z0-9_]+) (?i:environment )?(?i:variable|setting)/#)
    {
      return variable(match.1)
    }
    guard line.contains("ImproperlyConfigured") else { return nil }
    if let match = line.firstMatch(of: #/The ([A-Z][A-Z0-9_]+) setting/#) { return variable(match.1) }
    return other(
      "settings",
      "the program's settings lack something: set it with `tool: {environment: {NAME: value}}`, or name "
        + "other settings with `tool: {settings: …}`")
  }

  private func variable(_ name: Substring) -> MissingPiece {
    other(
      String(name),
      "set it for the program: `tool: {environment: {\(name): value}}`; variables that look like secrets are not "
        + "passed on by themselves")
  }

  /// What the server says that it has not, in PostgreSQL's words.
  private var server: MissingPiece? {
    let said = words.lines.suffix(40).joined(separator: "\n")
    if let match = said.firstMatch(of: #/role "([^"\n]+)" does not exist/#) {
      let quoted = "\"\(match.1.replacing("\"", with: "\"\""))\""
      return MissingPiece(kind: .role, name: String(match.1), setup: "CREATE ROLE \(quoted);", advice: nil)
    }
    if let match = said.firstMatch(
      of: #/extension "([^"\n]+)" is not available|permission denied to create extension "([^"\n]+)"/#)
    {
      let name = String(match.1 ?? match.2 ?? "")
      let isThere = match.1 == nil
      return MissingPiece(
        kind: .extension, name: name, setup: isThere ? "CREATE EXTENSION IF NOT EXISTS \"\(name)\";" : nil,
        advice: isThere ? nil : "install the package of the extension \(name) for this server")
    }
    if let match = said.firstMatch(
      of:
        #/permission denied to (create role|create database|alter role|set role[^\n]*|set parameter[^\n]*)|must be superuser[^\n]*/#
    ) {
      return MissingPiece(
        kind: .privilege, name: String(match.0), setup: nil,
        advice:
          "if production's migrations run as an administrator, set `privileges: administrator`; else do this in a "
          + "`setup:` file")
    }
    return nil
  }

  /// The scratch database is there: who can't reach it looks elsewhere.
  private var connection: MissingPiece? {
    let signs =
      #/(?i)could not connect to server|connection to server .*failed|connection refused|Can't connect to .*server|ECONNREFUSED|could not translate host name|no such host|name or service not known|Access denied for user|authentication failed for user|unable to open database file/#
    guard words.lines.suffix(40).contains(where: { $0.contains(signs) }) else { return nil }
    return other(
      "connection",
      "the program looked for a database elsewhere: let its configuration read DATABASE_URL, or write the address that "
        + "it expects with `tool: {url: …}` or `tool: {environment: {NAME: \"{url}\"}}`")
  }

  private var shell: MissingPiece? {
    guard status == 126 || status == 127 else { return nil }
    return other("program", Self.install("what the command runs"))
  }

  private func other(_ name: String, _ advice: String) -> MissingPiece {
    MissingPiece(kind: .other, name: name, setup: nil, advice: advice)
  }

  private static func install(_ what: String) -> String {
    "install \(what) where schemagate runs, or say what runs the tool: `tool: {runner: …}`, for example `uv run` or "
      + "`bundle exec`"
  }
}
