/// A declared type: SQLite keeps its spelling and derives an affinity from it.
struct TypeName {
  let declared: String

  /// In upper case, with white space where words meet only.
  var canonical: String {
    if declared.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return declared }
    var text = ""
    var previous: Token?
    for token in Tokenizer.tokens(of: declared) {
      if let previous, previous.isName, token.isName || token.kind == .number { text += " " }
      if let previous, previous.isSymbol(")") && token.isName { text += " " }
      text += token.text.uppercased()
      previous = token
    }
    return text
  }
}
