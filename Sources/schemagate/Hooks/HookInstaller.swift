import Foundation
import SchemagateModel

/// Puts the pre-push hook into a repository's hooks folder, and never in another hook's place.
struct HookInstaller {
  enum Outcome: Hashable {
    case installed(path: String)
    case updated(path: String)
    case alreadyThere(path: String)
  }

  /// The folder that Git takes hooks from: `GitRepository.hooksPath`.
  let folder: String

  private var path: String { folder + "/pre-push" }

  func install() throws(HookInstallerError) -> Outcome {
    guard let existing = try existingHook() else {
      try write()
      return .installed(path: path)
    }
    guard HookScript.isOurs(existing) else { throw .otherHook(path: path) }
    if existing == HookScript.text && FileManager.default.isExecutableFile(atPath: path) {
      return .alreadyThere(path: path)
    }
    try write()
    return .updated(path: path)
  }

  /// A link counts as a hook of its own even where it leads nowhere.
  private func existingHook() throws(HookInstallerError) -> String? {
    let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    if isLink { throw .otherHook(path: path) }
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    } catch {
      throw .failed(path: path, detail: error.localizedDescription)
    }
  }

  private func write() throws(HookInstallerError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(HookScript.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    } catch {
      throw .failed(path: path, detail: error.localizedDescription)
    }
  }
}

/// Why the hook wasn't installed.
enum HookInstallerError: ReportedError, Hashable {
  case otherHook(path: String)
  case failed(path: String, detail: String)
}

extension HookInstallerError {
  var exitStatus: Int32 { 2 }

  var report: ErrorReport {
    switch self {
    case .otherHook(let path):
      ErrorReport(
        what: "there is a pre-push hook already, and it is not schemagate's", at: path,
        try: "call both from it, before anything that reads its standard input: "
          + "pushes=$(cat); printf '%s\\n' \"$pushes\" | schemagate hook pre-push \"$@\" || exit 1")
    case .failed(let path, let detail):
      ErrorReport(
        what: "the hook can't be written: \(detail)", at: path, try: "see who may write there: ls -ld \(path)")
    }
  }
}
