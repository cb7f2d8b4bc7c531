import EngineInterface
import SchemagateModel

extension RehearsalPlan {
  /// The kind that the files are for, where the server is of another kind: MariaDB for MySQL's files.
  func wanted(on server: any DatabaseServer) -> EngineKind? {
    server.version.name == target.engine ? nil : target.engine
  }
}

extension Rejection {
  /// What MariaDB and MySQL don't share: grammar, functions, collations, variables, types, keys in a column's definition.
  private static let vendorErrors = ["1005", "1064", "1115", "1193", "1231", "1273", "1305", "4161"]

  /// A refusal that may be the stand-in's alone says nothing about the migration.
  func onSubstitute(for wanted: EngineKind?) -> Rejection {
    guard let wanted, cause == .migration, Self.vendorErrors.contains(where: { code.contains("(\($0))") }) else {
      return self
    }
    let advice =
      (hint.map { "\($0); otherwise " } ?? "")
      + "install \(wanted.title)'s server, name one with `--server`, or set `engine:` to what production runs"
    let piece = MissingPiece(kind: .serverVersion, name: wanted.title, setup: nil, advice: advice)
    return Rejection(
      cause: .environment(piece), message: message, detail: detail, hint: hint, code: code, location: location,
      statement: statement, context: context, stayed: stayed)
  }
}
