import SchemagateModel
import Yams

/// `schemagate/<target>/<migration id>.yml`: declarations for a file that a tool generates.
enum Sidecar {
  static func read(_ migration: MigrationID, files: FileTree, target: String) -> DeclarationSet {
    let paths = ["yml", "yaml"].map { "schemagate/\(target)/\(migration).\($0)" }
    return paths.reduce(into: DeclarationSet()) { set, path in
      guard let file = files.files[path] else { return }
      set.append(SidecarFile(path: path, migration: migration).read(file.text))
    }
  }

  /// Sidecars whose name is no migration's id.
  static func strays(history: MigrationHistory, files: FileTree, target: String) -> [DeclarationProblem] {
    let folder = "schemagate/\(target)/"
    let known = Set(history.migrations.map(\.id.rawValue))
    return files.paths(under: "schemagate/\(target)").compactMap { path in
      guard let dot = path.lastIndex(of: "."), [".yml", ".yaml"].contains(path[dot...]) else { return nil }
      let id = String(path[..<dot].dropFirst(folder.count))
      guard !known.contains(id) else { return nil }
      let nearest = NearestWord.to(id, among: known).map { "; did you mean '\($0)'?" } ?? ""
      return DeclarationProblem(
        migration: nil, location: SourceLocation(path: path), text: path,
        what: "no migration has the id '\(id)'\(nearest)")
    }
  }
}

private struct SidecarFile {
  let path: String
  let migration: MigrationID

  func read(_ text: String) -> DeclarationSet {
    do {
      guard let node = try Yams.compose(yaml: text) else { return DeclarationSet() }
      guard let mapping = node.mapping else { return problem(node, "expected the keys 'expect' and 'allow'") }
      return mapping.reduce(into: DeclarationSet()) { $0.append(list(key: $1.key, value: $1.value)) }
    } catch {
      let location = SourceLocation(path: path, line: (error as? YamlError)?.line)
      return DeclarationSet(problems: [
        DeclarationProblem(migration: migration, location: location, text: path, what: "the file is not valid YAML")
      ])
    }
  }

  private func list(key: Node, value: Node) -> DeclarationSet {
    guard let word = key.string, word == "expect" || word == "allow" else {
      return problem(key, "unknown key '\(key.string ?? "?")'; the keys are 'expect' and 'allow'")
    }
    guard let entries = value.sequence else { return problem(value, "'\(word)' needs a list of lines") }
    return entries.reduce(into: DeclarationSet()) { $0.append(entry($1, under: word)) }
  }

  private func entry(_ node: Node, under word: String) -> DeclarationSet {
    guard let text = node.string else { return problem(node, "expected a line of text; put it in quotes") }
    do {
      var parser = DeclarationParser(text)
      let line = try word == "expect" ? parser.expectation() : parser.waiver()
      return DeclarationSet(declarations: [
        Declaration(
          migration: migration, location: location(node), text: "schemagate: \(word) \(text)", clause: line.clause,
          because: line.because)
      ])
    } catch {
      return problem(node, error.message)
    }
  }

  private func problem(_ node: Node, _ what: String) -> DeclarationSet {
    DeclarationSet(problems: [
      DeclarationProblem(migration: migration, location: location(node), text: node.string ?? path, what: what)
    ])
  }

  private func location(_ node: Node) -> SourceLocation {
    SourceLocation(path: path, line: node.mark?.line, column: node.mark?.column)
  }
}

extension YamlError {
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }
}
