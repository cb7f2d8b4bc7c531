internal import SchemagateModel

/// One revision file, as far as it can be read without running it.
struct AlembicRevision {
  let path: String
  let id: MigrationID
  let parents: [MigrationID]
  /// As the file names them: revisions or branch labels.
  let dependsOn: [String]
  let labels: [String]
  /// Where the file says on what it follows.
  let parentLine: Int
  /// The file without its way back; `nil` where there is no way up.
  let up: String?
  /// The file without its way up; `nil` where there is no way back.
  let down: String?

  /// What stops Alembic, or what only running the file would tell.
  struct Unreadable: Error {
    let line: Int?
    let why: String
  }

  init(path: String, contents: [UInt8]) throws(Unreadable) {
    let module = PythonModule(contents)
    let id = try Self.id(in: module, path: path)
    let parents = try Self.parents(in: module)
    self.path = path
    self.id = id
    self.parents = parents.texts.map { MigrationID($0) }
    parentLine = parents.line
    dependsOn = try Self.literal("depends_on", in: module)?.texts ?? []
    labels = try Self.literal("branch_labels", in: module)?.texts ?? []
    if self.parents.contains(id) || dependsOn.contains(id.rawValue) {
      throw Unreadable(line: parentLine, why: "the revision follows on itself; Alembic stops with a self-loop")
    }
    let (upgrade, downgrade) = (module.function("upgrade"), module.function("downgrade"))
    up = Self.direction("upgrade", upgrade, beside: downgrade, in: module)
    down = Self.direction("downgrade", downgrade, beside: upgrade, in: module)
  }

  private typealias Literal = (texts: [String], value: PythonValue, line: Int)

  private static func literal(_ name: String, in module: PythonModule) throws(Unreadable) -> Literal? {
    guard let assignment = module.assignment(to: name) else { return nil }
    guard let texts = assignment.value.texts else {
      throw Unreadable(
        line: assignment.line, why: "`\(name)` isn't written out as text, so only running the file tells")
    }
    return (texts, assignment.value, assignment.line)
  }

  /// base.py `_from_path`: the variable, else, for files of Alembic 0.1, the file's name.
  private static func id(in module: PythonModule, path: String) throws(Unreadable) -> MigrationID {
    guard let found = try literal("revision", in: module) else {
      let stem = path.lastPart.dropLast(".py".count)
      let isLegacy = !stem.isEmpty && stem.allSatisfy { "0123456789abcdef".contains($0) }
      guard isLegacy, !module.mentions("revision") else {
        throw Unreadable(line: nil, why: "it says no `revision = \"…\"`; Alembic stops at such a file")
      }
      return MigrationID(String(stem))
    }
    guard let text = found.value.text else {
      throw Unreadable(line: found.line, why: "its revision is no text")
    }
    if let illegal = text.first(where: { "@-+:".contains($0) }) {
      throw Unreadable(line: found.line, why: "Alembic allows no `\(illegal)` in a revision's id")
    }
    return MigrationID(text)
  }

  private static func parents(in module: PythonModule) throws(Unreadable) -> Literal {
    guard let found = try literal("down_revision", in: module) else {
      throw Unreadable(line: nil, why: "it says no `down_revision = …`; Alembic stops at such a file")
    }
    return found
  }

  /// A function that only raises is no way; one that the module gets from elsewhere is one that we can't look into.
  private static func direction(
    _ name: String, _ function: PythonFunction?, beside other: PythonFunction?, in module: PythonModule
  ) -> String? {
    let isThere = function.map { !$0.alwaysRaises } ?? module.mentions(name)
    return isThere ? module.text(without: other) : nil
  }
}
