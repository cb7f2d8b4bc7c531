import SchemagateModel

/// Tells what the scratch world lacks from what the author got wrong, by SQLite's message: it has no codes for these.
struct RejectionCause {
  let message: String
  let statement: String
  /// The names of our own functions, in lower case.
  let standIns: Set<String>

  var cause: Rejection.Cause { missingPiece.map { .environment($0) } ?? .migration }

  private var missingPiece: MissingPiece? {
    if let name = name(after: "no such function: ") { return function(name) }
    if let name = standInOfOtherArity { return function(name) }
    if let name = name(after: "no such collation sequence: ") { return collation(name) }
    if let name = name(after: "no such module: ") ?? name(after: "no such tokenizer: ") { return module(name) }
    guard message.hasSuffix("not authorized") || message == "authorization denied" else { return nil }
    return statement.lowercased().contains("load_extension") ? loadedExtension : otherFile
  }

  private func name(after prefix: String) -> String? {
    message.firstRange(of: prefix).map { String(message[$0.upperBound...]) }
  }

  /// A stand-in that was declared with another number of arguments than the migration gives.
  private var standInOfOtherArity: String? {
    let name = name(after: "wrong number of arguments to function ").map { $0.replacing("()", with: "") }
    return name.flatMap { standIns.contains($0.lowercased()) ? $0 : nil }
  }

  private func function(_ name: String) -> MissingPiece {
    let arity = CallArity(of: name, in: statement).arguments ?? -1
    return MissingPiece(
      kind: .function, name: name, setup: nil,
      advice: "if the application registers it, add `functions: [\"\(name)/\(arity)\"]` to the target in schemagate.yml"
    )
  }

  private func collation(_ name: String) -> MissingPiece {
    MissingPiece(
      kind: .collation, name: name, setup: nil,
      advice: "the application or an extension registers it; schemagate has no such collation")
  }

  private func module(_ name: String) -> MissingPiece {
    MissingPiece(
      kind: .extension, name: name, setup: nil,
      advice: "run schemagate with a libsqlite3 that has \(name) built in")
  }

  private var loadedExtension: MissingPiece {
    MissingPiece(
      kind: .extension, name: "load_extension", setup: nil,
      advice: "schemagate loads no extensions from a migration; run it with a libsqlite3 that has this one built in")
  }

  private var otherFile: MissingPiece {
    MissingPiece(
      kind: .other, name: "another database file", setup: nil,
      advice: "schemagate lets a migration attach in-memory and temporary databases only")
  }
}

/// How many arguments a statement gives to a function.
private struct CallArity {
  let arguments: Int?

  init(of function: String, in statement: String) {
    let tokens = Tokenizer.tokens(of: statement)
    let call = tokens.indices.dropLast().first {
      tokens[$0].isName && tokens[$0].folded == function.lowercased() && tokens[$0 + 1].isSymbol("(")
    }
    arguments = call.map { Self.count(tokens[($0 + 2)...]) }
  }

  private static func count(_ tokens: ArraySlice<Token>) -> Int {
    if tokens.first?.isSymbol(")") ?? true { return 0 }
    var (depth, commas) = (0, 0)
    for token in tokens {
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      if depth < 0 { break }
      if depth == 0, token.isSymbol(",") { commas += 1 }
    }
    return commas + 1
  }
}
