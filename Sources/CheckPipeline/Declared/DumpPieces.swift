import SchemagateModel

extension [SourceText] {
  /// A dump's statements, without what only an administrator may say and what nobody compares: owners, the
  /// comment that an extension brings with it, and who defined a view or a stored program on MySQL and MariaDB.
  func withoutAdministration(_ engine: EngineKind) -> [SourceText] {
    switch engine {
    case .postgresql: filter { !$0.isAdministration }
    case .mysql, .mariadb: map(\.withoutDefiner)
    case .sqlite: self
    }
  }
}

extension SourceText {
  /// Whether it only says what nobody compares.
  fileprivate var isAdministration: Bool {
    text.hasPrefix("COMMENT ON EXTENSION ") || text.wholeMatch(of: #/ALTER [^;\n]* OWNER TO [^;\n]*/#) != nil
  }

  /// `CREATE DEFINER=… VIEW`, and the same in a comment that only some versions read: `/*!50013 DEFINER=… */`. What
  /// stands further behind belongs to the object's own text.
  fileprivate var withoutDefiner: SourceText {
    let definer = #/(?i)DEFINER\s*=\s*`[^`]*`@`[^`]*`/#
    guard text.prefix(6).uppercased() == "CREATE" || text.hasPrefix("/*"), let found = text.firstMatch(of: definer),
      text.distance(from: text.startIndex, to: found.range.lowerBound) < 200
    else { return self }
    let shorter = text[..<found.range.lowerBound] + text[found.range.upperBound...]
    return SourceText(path: path, line: line, column: column, text: String(shorter))
  }
}
