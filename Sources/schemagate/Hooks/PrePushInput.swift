import SchemagateModel

/// One line of what Git tells a pre-push hook on its standard input: <https://git-scm.com/docs/githooks#_pre_push>
struct Push: Hashable {
  let localRef: String
  /// `nil` where the remote's reference is deleted.
  let localID: String?
  let remoteRef: String
  /// `nil` where the remote hasn't got the reference yet.
  let remoteID: String?

  var isDeletion: Bool { localID == nil }
  var isTag: Bool { remoteRef.hasPrefix("refs/tags/") }
  /// The remote's branch that is pushed; `nil` for tags and notes.
  var branch: String? {
    let prefix = "refs/heads/"
    return remoteRef.hasPrefix(prefix) ? String(remoteRef.dropFirst(prefix.count)) : nil
  }
}

/// Everything that one `git push` is about to send.
enum PrePushInput {
  static func pushes(in text: String) throws(PrePushInputError) -> [Push] {
    var pushes: [Push] = []
    for line in text.split(separator: "\n") { pushes.append(try push(in: line)) }
    return pushes
  }

  /// The local side may be any revision, `HEAD^{/two words}` too, so fields are counted from the end.
  private static func push(in line: Substring) throws(PrePushInputError) -> Push {
    let fields = line.split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count >= 4, let new = id(fields[fields.count - 3]), let old = id(fields[fields.count - 1]) else {
      throw .unreadable(line: String(line))
    }
    let local = fields.dropLast(3).joined(separator: " ")
    return Push(localRef: local, localID: new.known, remoteRef: String(fields[fields.count - 2]), remoteID: old.known)
  }

  /// `nil` where `text` is no id; an id of zeros means that there is none.
  private static func id(_ text: Substring) -> (known: String?, Void)? {
    guard text.count >= 40, text.allSatisfy(\.isHexDigit) else { return nil }
    return (text.allSatisfy { $0 == "0" } ? nil : String(text), ())
  }
}

/// What stands on standard input isn't what Git gives to a pre-push hook.
enum PrePushInputError: ReportedError, Hashable {
  case unreadable(line: String)
  /// Somebody typed the command.
  case terminal
}

extension PrePushInputError {
  var exitStatus: Int32 { 2 }

  var report: ErrorReport {
    switch self {
    case .unreadable(let line):
      ErrorReport(
        what: "this is not a line that Git gives to a pre-push hook", at: line,
        try: "let Git call it: schemagate hook install, then git push")
    case .terminal:
      ErrorReport(
        what: "there is nothing on standard input, where Git says what it pushes",
        try: "let Git call it: schemagate hook install, then git push")
    }
  }
}
