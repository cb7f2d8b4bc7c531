/// Cuts deparsed SQL into tokens, in one pass over its bytes.
struct DeparsedScanner {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func tokens() -> [DeparsedSQL.Token] {
    var tokens: [DeparsedSQL.Token] = []
    tokens.reserveCapacity(bytes.count / 4)
    while skipSpace() {
      let start = position
      let kind = take()
      tokens.append(DeparsedSQL.Token(kind: kind, range: start..<position))
    }
    return tokens
  }

  /// Skips white space and the two ends of versioned comments; false at the text's end.
  private mutating func skipSpace() -> Bool {
    while position < bytes.count {
      if bytes[position] <= 0x20 {
        position += 1
      } else if !skipComment() {
        return true
      }
    }
    return false
  }

  private mutating func skipComment() -> Bool {
    if isNext("*/") {
      position += 2
      return true
    }
    guard isNext("/*!") || isNext("/*M!") else { return false }
    position += isNext("/*!") ? 3 : 4
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return true
  }

  private func isNext(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count, bytes[position] == text.utf8Start[0] else { return false }
    return (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  private mutating func take() -> DeparsedSQL.Kind {
    switch bytes[position] {
    case UInt8(ascii: "`"):
      takeQuoted(UInt8(ascii: "`"), escapes: false)
      return .name
    case let quote where quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""):
      takeQuoted(quote, escapes: true)
      return .string
    case let byte where Self.isWord(byte):
      while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
      return .word
    default:
      position += 1
      return .symbol
    }
  }

  /// To the closing quote; a doubled one is part of the text.
  private mutating func takeQuoted(_ quote: UInt8, escapes: Bool) {
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if escapes, byte == UInt8(ascii: "\\") {
        position += 1
      } else if byte == quote {
        guard position < bytes.count, bytes[position] == quote else { break }
        position += 1
      }
    }
    position = min(position, bytes.count)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF: true
    default: false
    }
  }
}
