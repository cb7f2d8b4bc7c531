import Foundation
import MigrationTools
import SchemagateModel

/// A folder of migrations on the disk, read as a repository's tree is: with the configuration files that stand above it.
struct FolderFiles {
  /// The path of `folder` as seen from the repository's top, or from a few folders up where there is no repository.
  let folder: String
  let files: FileTree

  /// How far up tools' configuration is looked for outside of a repository.
  private static let levels = 3

  init(path: String) throws {
    let top = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
    let root = Self.root(above: top)
    var reader = FolderReader(root: root)
    try reader.add(everythingBelow: top)
    for above in Self.folders(from: root, to: top) { try reader.add(configurationIn: above) }
    folder = reader.relative(top)
    files = FileTree(files: reader.files)
  }

  var listing: FileListing {
    let files = files
    return FileListing(paths: files.paths) { files.files[$0] }
  }

  private static func root(above folder: URL) -> URL {
    var place = folder
    for _ in 0..<40 {
      if FileManager.default.fileExists(atPath: place.appendingPathComponent(".git").path) { return place }
      guard place.path != "/" else { break }
      place.deleteLastPathComponent()
    }
    let parts = folder.pathComponents.dropLast(min(levels, folder.pathComponents.count - 1))
    return URL(fileURLWithPath: NSString.path(withComponents: Array(parts)))
  }

  private static func folders(from root: URL, to folder: URL) -> [URL] {
    var folders: [URL] = []
    var place = folder
    while place.path.count > root.path.count {
      place.deleteLastPathComponent()
      folders.append(place)
    }
    return folders
  }
}

/// Reads files into a tree, by their paths below `root`.
private struct FolderReader {
  let root: URL
  private(set) var files: [String: FileTree.File] = [:]

  init(root: URL) { self.root = root }

  func relative(_ place: URL) -> String {
    let path = place.path.dropFirst(root.path.count)
    return String(path.drop { $0 == "/" })
  }

  mutating func add(everythingBelow folder: URL) throws {
    for name in try names(in: folder) where name != ".git" && name != "node_modules" {
      let place = folder.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) else { continue }
      let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: place.path)) != nil
      if !isFolder.boolValue {
        if mayBeInput(relative(place)) { try add(file: place) }
      } else if !isLink {
        try add(everythingBelow: place)
      }
    }
  }

  /// SQL files above the folder belong to something else.
  mutating func add(configurationIn folder: URL) throws {
    for name in (try? names(in: folder)) ?? [] where mayBeInput(name) && !name.hasSuffix(".sql") {
      let place = folder.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      try add(file: place)
    }
  }

  private func names(in folder: URL) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw SourceError.unreadable(path: folder.path, detail: error.localizedDescription)
    }
  }

  private mutating func add(file: URL) throws {
    do {
      let path = relative(file)
      // One tree holds one file of a path, so that the path tells contents apart as well as a digest would.
      files[path] = FileTree.File(contents: Array(try Data(contentsOf: file)), contentID: path)
    } catch {
      throw SourceError.unreadable(path: file.path, detail: error.localizedDescription)
    }
  }
}
