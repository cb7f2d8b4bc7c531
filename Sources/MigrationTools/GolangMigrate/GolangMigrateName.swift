internal import SchemagateModel

/// source/parse.go: `^([0-9]+)_(.*)\.(down|up)\.(.*)$`; the version is read as an unsigned 64-bit number. We read SQL only.
enum GolangMigrateName {
  static func parse(_ path: String) -> NumberedFile? {
    let file = path.lastPart
    guard let bar = file.firstIndex(of: "_"), let version = VersionNumber(file[..<bar]) else { return nil }
    let rest = file[file.index(after: bar)...]
    for direction in [Step.Direction.up, .down] where rest.hasSuffix(".\(direction.rawValue).sql") {
      let name = rest.dropLast(direction.rawValue.count + 5)
      return NumberedFile(path: path, version: version, name: String(name), direction: direction)
    }
    return nil
  }
}
