/// A folder that one side moved as a whole.
struct FolderMove: Hashable {
  let old: String
  let new: String

  /// Where a file of the old folder would lie in the new one; `nil` for a file of another folder.
  func destination(of path: String) -> String? {
    guard path.utf8.starts(with: (old + "/").utf8) else { return nil }
    return new + String(decoding: path.utf8.dropFirst(old.utf8.count), as: UTF8.self)
  }

  /// Moves that `changes` may stem from: files that keep name and contents in another folder. Where files of one folder
  /// went to several, it is taken to have moved to where most went.
  static func candidates(in changes: [PathChange]) -> [FolderMove] {
    let arrivals = Dictionary(grouping: changes.filter { $0.kind == .added }) { Contents(name: name($0), id: $0.after) }
    var counts: [FolderMove: Int] = [:]
    for change in changes where change.kind == .removed {
      for arrival in arrivals[Contents(name: name(change), id: change.before)] ?? [] {
        guard let old = folder(change), let new = folder(arrival) else { continue }
        counts[FolderMove(old: old, new: new), default: 0] += 1
      }
    }
    return Dictionary(grouping: counts, by: \.key.old).values.compactMap { moves in
      moves.max { ($0.value, $1.key.new) < ($1.value, $0.key.new) }?.key
    }
  }

  private struct Contents: Hashable {
    let name: String
    let id: String?
  }

  private static func name(_ change: PathChange) -> String {
    change.path.split(separator: "/").last.map(String.init) ?? change.path
  }

  private static func folder(_ change: PathChange) -> String? {
    change.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(change.path[..<$0]) }
  }
}
