internal import SchemagateModel

/// A change set as it is sent.
struct LiquibaseScript {
  let target: TargetDefinition
  let path: String
  let file: FileTree.File
  /// `--property`, `<property>` and the configuration's `variables:`.
  let values: [String: String]
  let changeSet: LiquibaseSQLFile.ChangeSet

  /// What a `validCheckSum` line leaves for the checksum to say.
  static let anyContent = "any"

  var isRepeatable: Bool { changeSet.attributes.flag("runOnChange", or: false) || runsAlways }

  private var runsAlways: Bool { changeSet.attributes.flag("runAlways", or: false) }

  var up: MigrationScript {
    let source = SourceText(path: path, text: expanded(changeSet.sql))
    let checksum = changeSet.acceptsAnyContent ? Self.anyContent : Self.checksum(source.text)
    let splits = changeSet.attributes.flag("splitStatements", or: true)
    let pieces = pieces(of: source, splits: splits, delimiter: changeSet.attributes["endDelimiter"])
    return script(unknown.map { .program(language: $0) } ?? .sql(pieces), checksum: runsAlways ? nil : checksum)
  }

  /// SQL without a rollback of its own can't be taken back; `not required` and `empty` take back nothing.
  var down: MigrationScript? {
    guard let first = changeSet.rollback.first else { return nil }
    let words = first.text.trimmed.lowercased()
    if words.hasPrefix("not required") || words.hasPrefix("empty") { return script(.sql([]), checksum: nil) }
    if words.contains("changesetid") {
      return script(.program(language: "Liquibase's rollback of another change set"), checksum: nil)
    }
    var lines: [String] = []
    for (line, text) in changeSet.rollback {
      lines += [String](repeating: "", count: max(0, line - first.line - lines.count)) + [text]
    }
    let source = SourceText(path: path, line: first.line, text: expanded(lines.joined(separator: "\n")))
    let splits = changeSet.attributes.flag("rollbackSplitStatements", or: true)
    let pieces = pieces(of: source, splits: splits, delimiter: changeSet.attributes["rollbackEndDelimiter"])
    return script(.sql(pieces), checksum: nil)
  }

  /// What only a run of Liquibase itself can decide. A precondition that halts is taken to hold.
  private var unknown: String? {
    if ["MARK_RAN", "CONTINUE"].contains(changeSet.preconditions?.uppercased()) {
      return "Liquibase's preconditions (onFail:\(changeSet.preconditions ?? ""))"
    }
    if !changeSet.attributes.flag("failOnError", or: true) { return "Liquibase's failOnError:false" }
    return changeSet.attributes["runWith"].map { "runWith:\($0)" }
  }

  private func pieces(of source: SourceText, splits: Bool, delimiter: String?) -> [SourceText] {
    let unescaped = delimiter?.replacing("\\n", with: "\n")
    if splits { return LiquibaseStatements(endDelimiter: unescaped).statements(of: source) }
    let body = source.text.drop(while: \.isWhitespace)
    let before = source.text[..<body.startIndex]
    return body.isEmpty
      ? []
      : [
        SourceText(
          path: path, line: source.line + before.count(where: \.isNewline),
          column: before.reversed().prefix { !$0.isNewline }.count + 1, text: body.trimmed)
      ]
  }

  /// `${name}`; a name without a value stays as it stands (ChangeLogParameters.java, `expandExpressions`).
  private func expanded(_ text: String) -> String {
    text.contains("${") ? text.replacing(/\$\{([^}:]+)\}/) { values[String($0.output.1)] ?? String($0.output.0) } : text
  }

  private func script(_ body: MigrationScript.Body, checksum: String?) -> MigrationScript {
    let scope: TransactionScope =
      changeSet.attributes.flag("runInTransaction", or: true) ? target.tool.transaction ?? .file : .none
    return MigrationScript(
      path: path, body: body, transaction: scope, contentID: file.contentID + ":\(changeSet.author):\(changeSet.id)",
      checksum: checksum)
  }

  /// Like Liquibase's, blind to the amount of white space (change/AbstractSQLChange.java, `NormalizingStream`); not its MD5.
  static func checksum(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(SHA256.hexadecimal(of: Array(words.utf8)).prefix(32))
  }
}
