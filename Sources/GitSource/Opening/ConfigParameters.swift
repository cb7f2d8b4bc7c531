/// `GIT_CONFIG_PARAMETERS`, in which `git -c key=value` hands its settings to the programs that it starts:
/// `'key'='value'` or, from old versions, `'key=value'`, separated by spaces, each part quoted for a shell.
enum ConfigParameters {
  static func values(of name: String, in parameters: String?) -> [String] {
    guard let parameters else { return [] }
    return words(in: parameters).compactMap { word in
      guard let equals = word.firstIndex(of: "=") else { return nil }
      return word[..<equals].lowercased() == name ? String(word[word.index(after: equals)...]) : nil
    }
  }

  private static func words(in text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var isEscaped = false
    for character in text {
      switch character {
      case _ where isEscaped:
        word.append(character)
        isEscaped = false
      case "'": isQuoted.toggle()
      case "\\" where !isQuoted: isEscaped = true
      case " " where !isQuoted:
        words.append(word)
        word = ""
      default: word.append(character)
      }
    }
    return (words + [word]).filter { !$0.isEmpty }
  }
}
