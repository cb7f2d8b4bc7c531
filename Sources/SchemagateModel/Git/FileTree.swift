/// The files of one revision that the gate may read, by repository-relative path with `/`.
package struct FileTree: Hashable, Sendable {
  package var files: [String: File]
  /// Paths that stand where a file was looked for and can't be read (a submodule, a symbolic link), with the reason.
  package var unreadable: [String: String]
  /// What the target's own `list` command printed for this revision, line by line; `nil` where it has none.
  package var listed: [String]?

  package struct File: Hashable, Sendable {
    package let contents: [UInt8]
    /// Git's id of the contents: equal ids, equal bytes.
    package let contentID: String

    package init(contents: [UInt8], contentID: String) {
      self.contents = contents
      self.contentID = contentID
    }

    /// The contents as text; bytes that aren't UTF-8 become U+FFFD. A leading byte order mark is dropped.
    package var text: String {
      let text = String(decoding: contents, as: UTF8.self)
      return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    }
  }

  package init(files: [String: File] = [:], unreadable: [String: String] = [:], listed: [String]? = nil) {
    self.files = files
    self.unreadable = unreadable
    self.listed = listed
  }

  /// All paths, in byte order.
  package var paths: [String] { Self.sorted(files.keys) }

  /// Paths below `folder` (`""` is the root), in byte order.
  package func paths(under folder: String) -> [String] {
    let prefix = folder + "/"
    return folder.isEmpty ? paths : Self.sorted(files.keys.filter { $0.hasPrefix(prefix) })
  }

  private static func sorted(_ paths: some Sequence<String>) -> [String] {
    paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
