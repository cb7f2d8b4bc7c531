internal import SchemagateModel

/// A `sqitch.plan`, as App::Sqitch::Plan `_parse` reads it: pragmas, changes with their dependencies, and tags.
struct SqitchPlanFile {
  struct Change {
    let name: String
    let line: Int
    /// How often the name stood in the plan before.
    let rework: Int
    /// What sqitch makes the change's id of: the project, everything before it, and its own line
    /// (App::Sqitch::Plan::Change `info`).
    let identity: String
    /// The first tag behind it.
    var tag: String?
    /// Whether the name stands in the plan again.
    var isReworked = false
  }

  private(set) var changes: [Change] = []
  private(set) var problem: (line: Int, why: String)?

  init(_ text: String) {
    var (project, parent, open) = ("", "", 0)
    for (number, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("%") {
        if !line.hasPrefix("%syntax-version") { project += line.filter { !$0.isWhitespace } + "\n" }
      } else if line.hasPrefix("@") {
        let tag = String(line.dropFirst().prefix { !$0.isWhitespace })
        for index in changes.indices[open...] { changes[index].tag = tag }
        open = changes.count
      } else {
        guard Self.isChange(line) else {
          problem = problem ?? (number + 1, "sqitch can't read this line of its plan")
          continue
        }
        let name = String(line.drop { $0 == "+" || $0 == " " }.prefix { !$0.isWhitespace })
        let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        parent = SHA384.digest(of: Array((parent.isEmpty ? project : parent).utf8 + [0x0A] + words.utf8))
          .map { String($0, radix: 16) }.joined(separator: ".")
        add(name, line: number + 1, identity: parent, from: open)
      }
    }
  }

  private mutating func add(_ name: String, line: Int, identity: String, from open: Int) {
    let earlier = changes.indices.filter { changes[$0].name == name }
    if let last = earlier.last, last >= open {
      problem = problem ?? (line, "the change \(name) stands twice in the plan with no tag between")
    }
    for index in earlier { changes[index].isReworked = true }
    changes.append(Change(name: name, line: line, rework: earlier.count, identity: identity))
  }

  /// A name, dependencies in brackets, a date, and who planned it.
  private static func isChange(_ line: String) -> Bool {
    line.contains(#/^\+?\s*[^\s@%#\[\]]\S*\s+(\[[^\]]*\]\s+)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\s+[^<]+\s<[^>]+>/#)
  }
}

extension SqitchPlanFile.Change {
  /// The name; a reworked change's later turns carry their number, since sqitch tells them apart by what stands before.
  var id: MigrationID { MigrationID(rework == 0 ? name : "\(name)+\(rework)") }

  /// How the command line names it.
  var address: String {
    if isReworked, let tag { return "\(name)@\(tag)" }
    return rework == 0 ? name : "\(name)@HEAD"
  }

  /// Its script's name, without the ending; `sqitch rework` keeps the old one's under the tag.
  var script: String { isReworked ? tag.map { "\(name)@\($0)" } ?? name : name }
}
