import CLibgit2

/// What stands at a path in a tree.
struct TreeEntry {
  enum Kind { case folder, file, symbolicLink, submodule }

  let kind: Kind
  let id: git_oid
  let mode: git_filemode_t
  let name: String
  /// Whether `name` is the name as it is stored: bytes that aren't UTF-8 have no spelling here.
  let isNameText: Bool

  init(_ raw: OpaquePointer) {
    mode = git_tree_entry_filemode(raw)
    kind = Self.kind(of: mode)
    id = git_tree_entry_id(raw).pointee
    let bytes = git_tree_entry_name(raw)
    let text = bytes.flatMap { String(validatingCString: $0) }
    name = text ?? bytes.map { String(cString: $0) } ?? ""
    isNameText = text != nil
  }

  /// Why the contents at this entry can't be taken for a file's.
  var unreadableBecause: String? {
    switch kind {
    case .symbolicLink: "it is a symbolic link"
    case .submodule: "it is a submodule"
    case .folder, .file: isNameText ? nil : "its name is not UTF-8"
    }
  }

  func isSame(as other: TreeEntry) -> Bool { mode == other.mode && id.equals(other.id) }

  private static func kind(of mode: git_filemode_t) -> Kind {
    switch mode {
    case GIT_FILEMODE_TREE: .folder
    case GIT_FILEMODE_LINK: .symbolicLink
    case GIT_FILEMODE_COMMIT: .submodule
    default: .file
    }
  }
}
