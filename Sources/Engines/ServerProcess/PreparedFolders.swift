import Foundation

/// Data folders that a server has made before, kept per user, because copying one costs a tenth of making one.
package struct PreparedFolders: Sendable {
  private let folder: String

  /// `key` names what decides on the contents. `nil` where the user has no cache folder, or wants none.
  package init?(environment: [String: String], key: String) {
    guard environment["SCHEMAGATE_CACHE"] != "off" else { return nil }
    let root = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let root = root ?? environment["HOME"].map({ "\($0)/.cache" }), root.hasPrefix("/") else { return nil }
    folder = "\(root)/schemagate/\(key)"
  }

  /// Copies the prepared data folder to `destination`; returns whether there was a sound one.
  package func restore(to destination: String, for user: ServerUser) -> Bool {
    guard isPrivate(folder), let expected = try? String(contentsOfFile: sizeFile, encoding: .utf8) else { return false }
    let copied = try? FolderCopy(user: user).copy("\(folder)/data", to: destination)
    if copied?.description == expected { return true }
    try? FileManager.default.removeItem(atPath: destination)
    forget()
    return false
  }

  /// Keeps a copy of `data`. Made aside and renamed, so that nobody sees half of one; failing costs only time.
  package func store(_ data: String) {
    let parent = (folder as NSString).deletingLastPathComponent
    let aside = "\(parent)/.new-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: aside) }
    do {
      try FileManager.default.createDirectory(
        atPath: aside, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let size = try FolderCopy(user: nil).copy(data, to: "\(aside)/data")
      try size.description.write(toFile: "\(aside)/size", atomically: false, encoding: .utf8)
      rename(aside, folder)
    } catch {
      return
    }
  }

  /// Removes a copy that turned out to be broken.
  package func forget() { try? FileManager.default.removeItem(atPath: folder) }

  private var sizeFile: String { "\(folder)/size" }

  /// What another user could have written to is not ours to run.
  private func isPrivate(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR && facts.st_uid == geteuid()
      && facts.st_mode & 0o022 == 0
  }
}
