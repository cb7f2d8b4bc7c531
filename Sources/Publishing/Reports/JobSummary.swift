import Foundation

/// The page that GitHub shows for a job: <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>
package struct JobSummary: Sendable {
  /// For all that one step writes.
  private static let limit = 1 << 20

  private let file: String

  package init(file: String) { self.file = file }

  /// Appends `body`, without the marker that only comments need; `false` where there is no room or no such file.
  package func append(_ body: String) -> Bool {
    let text = (body.hasPrefix("<!--") ? String(body.drop { !$0.isNewline }.dropFirst()) : body) + "\n"
    guard let handle = FileHandle(forWritingAtPath: file) ?? created else { return false }
    defer { try? handle.close() }
    do {
      let size = try handle.seekToEnd()
      guard size + UInt64(text.utf8.count) < Self.limit else { return false }
      try handle.write(contentsOf: Data(text.utf8))
      return true
    } catch {
      return false
    }
  }

  private var created: FileHandle? {
    FileManager.default.createFile(atPath: file, contents: nil) ? FileHandle(forWritingAtPath: file) : nil
  }
}
