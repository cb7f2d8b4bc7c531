import SchemagateModel

extension MigrationScript {
  /// Whether the text may leave its session changed for what comes after it. It errs on the side of yes: all that hangs
  /// on it is whether a path is run that may turn out to be the same.
  var mayChangeSession: Bool {
    guard case .sql(let pieces) = body else { return false }
    return pieces.contains { piece in piece.text.split(whereSeparator: \.isNewline).contains(where: Self.mayChange) }
  }

  private static func mayChange(_ line: Substring) -> Bool {
    let line = line.drop(while: \.isWhitespace).lowercased()
    return beginnings.contains(where: line.hasPrefix) && !line.hasPrefix("set local ")
      || line.contains("set_config")
  }

  private static let beginnings = ["set ", "reset ", "pragma ", "create temp", "attach "]
}
