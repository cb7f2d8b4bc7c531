/// A place in a line that is being read.
struct Cursor {
  private let text: [Character]
  private var place = 0

  init(_ text: String) { self.text = Array(text) }

  var isAtEnd: Bool { place >= text.count }
  var next: Character? { isAtEnd ? nil : text[place] }
  /// What is left of the line.
  var rest: String { String(text[min(place, text.count)...]) }

  mutating func skipBlanks() {
    while let character = next, character.isWhitespace { place += 1 }
  }

  /// Takes `character` where it comes next.
  mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  mutating func takeOne() -> Character? {
    defer { place += 1 }
    return next
  }

  /// Takes whole words, in any case and with any blanks between them; takes nothing where they don't stand there.
  mutating func take(words: String) -> Bool {
    var ahead = self
    for word in words.split(separator: " ") {
      ahead.skipBlanks()
      guard ahead.takeWord().lowercased() == word else { return false }
    }
    self = ahead
    return true
  }

  /// Letters, digits, `_` and `-`; empty where something else comes next.
  mutating func takeWord() -> String {
    var word = ""
    while let character = next, character.isLetter || character.isNumber || character == "_" || character == "-" {
      if character == "-", text.dropFirst(place + 1).first == ">" { break }
      word.append(character)
      place += 1
    }
    return word
  }

  /// The next word or sign, for a message.
  var glimpse: String? {
    var ahead = self
    ahead.skipBlanks()
    guard let first = ahead.next else { return nil }
    let word = ahead.takeWord()
    return word.isEmpty ? String(first) : word
  }

  /// Takes text up to one of `ends` outside quotes and parentheses, or to an arrow between blanks.
  mutating func takeValue(until ends: Set<Character>) -> String {
    var value = ""
    var depth = 0
    while let character = next {
      if depth == 0, ends.contains(character) || isAtArrow { break }
      if character == "'" || character == "\"" {
        value += takeQuoted(character)
        continue
      }
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      value.append(character)
      place += 1
    }
    return value.trimmed
  }

  private var isAtArrow: Bool {
    guard next == "-", text.dropFirst(place + 1).first == ">" else { return false }
    let after = text.dropFirst(place + 2).first
    return place > 0 && text[place - 1].isWhitespace && (after.map { $0.isWhitespace || ",)".contains($0) } ?? true)
  }

  private mutating func takeQuoted(_ mark: Character) -> String {
    var quoted = String(mark)
    place += 1
    while let character = takeOne() {
      quoted.append(character)
      if character == mark { break }
    }
    return quoted
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
