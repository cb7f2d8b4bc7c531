internal import SchemagateModel

/// What a Python project's lists of requirements name.
struct PythonRequirements {
  private let words: Set<String>

  init(_ texts: [String]) {
    words = Set(texts.flatMap { $0.utf8.split { !Self.isPart($0) }.map { String(Substring($0)).lowercased() } })
  }

  /// Whether a list names the package, as a word of its own.
  func name(_ package: String) -> Bool { words.contains(package) }

  static func isList(_ path: String) -> Bool {
    let name = path.lastPart
    let isText = name.hasSuffix(".txt") || name.hasSuffix(".in")
    return ["pyproject.toml", "Pipfile", "setup.cfg", "setup.py"].contains(name)
      || (isText && path.contains("requirements"))
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || "._-".utf8.contains(byte)
  }
}
