internal import SchemagateModel

/// The patterns of a folder whose files carry a letter before their number, as a home-made runner names them:
/// `V0001.Initial_Schema.up.sql`. What Flyway would read (`V1__name.sql`) is Flyway's.
struct PrefixedNames {
  let up: String
  /// `nil` where no file is a way back.
  let down: String?

  /// The patterns that the first file follows, where most of the others follow them as well.
  init?(_ files: [String]) {
    guard let first = files.lazy.compactMap(Shape.init).first else { return nil }
    let (up, down) = (first.pattern("up"), first.pattern("down"))
    let (ups, downs) = (FilePattern(up), first.direction == nil ? nil : FilePattern(down))
    let isDown = { (file: String) in downs?.match(file) != nil }
    let known = files.filter { isDown($0) || ups.match($0) != nil }
    guard known.count * 2 > files.count else { return nil }
    self.up = up
    self.down = files.contains(where: isDown) ? down : nil
  }

  /// How one name is built.
  private struct Shape {
    let letter: String
    let separator: String
    /// What stands before `up` or `down`, where the name tells the way.
    let direction: String?

    init?(_ file: String) {
      guard let match = file.wholeMatch(of: /([Vv])\d+([._-])[^_].*?(?:([._-])(up|down))?\.sql/) else { return nil }
      letter = String(match.output.1)
      separator = String(match.output.2)
      direction = match.output.3.map(String.init)
    }

    func pattern(_ word: String) -> String {
      "\(letter){version}\(separator){name}\(direction.map { $0 + word } ?? "").sql"
    }
  }
}
