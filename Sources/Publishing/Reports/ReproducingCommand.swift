/// The command that readers are asked to copy.
enum ReproducingCommand {
  /// Whether it runs this program and nothing else.
  static func isPlain(_ command: String) -> Bool {
    guard command == "schemagate check" || command.hasPrefix("schemagate check "), command.utf8.count <= 1000 else {
      return false
    }
    var rest = command.unicodeScalars[...]
    while let first = rest.popFirst() {
      switch first {
      case "'": guard skipsQuoted(&rest) else { return false }
      case "\\": guard rest.popFirst() == "'" else { return false }
      default: guard isWordPart(first) else { return false }
      }
    }
    return true
  }

  /// Inside single quotes a shell takes everything as it is, up to the next one.
  private static func skipsQuoted(_ rest: inout Substring.UnicodeScalarView) -> Bool {
    while let scalar = rest.popFirst() {
      if scalar == "'" { return true }
      if scalar.properties.generalCategory == .control { return false }
    }
    return false
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: " -_./:@~^=,+%".unicodeScalars.contains(scalar)
    }
  }
}
