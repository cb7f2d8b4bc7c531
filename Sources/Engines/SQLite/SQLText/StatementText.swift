/// One statement's place in a script.
struct StatementText {
  /// Place of its first byte after blanks, comments and stray semicolons.
  let start: Int
  /// Place after its last byte, the semicolon not counted.
  let end: Int

  /// Looks for the statement that begins at or after `place`; a trigger's own semicolons don't end it.
  init(in bytes: ArraySlice<UInt8>) {
    var tokenizer = Tokenizer(bytes)
    var head: [Token] = []
    var last: Token?
    var endsTrigger = false
    while let token = tokenizer.next() {
      if token.isSymbol(";") {
        if last == nil { continue }
        if !Self.isTrigger(head) || endsTrigger { break }
        endsTrigger = false
        last = token
        continue
      }
      endsTrigger = token.isWord("end") && last?.isSymbol(";") ?? false
      if head.count < 3 { head.append(token) }
      last = token
    }
    start = head.first?.start ?? bytes.endIndex
    end = last?.end ?? start
  }

  private static func isTrigger(_ head: [Token]) -> Bool {
    let words = head.map(\.folded)
    guard words.first == "create" else { return false }
    return words.dropFirst().first == "trigger"
      || (["temp", "temporary"].contains(words[safe: 1]) && words.last == "trigger")
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
