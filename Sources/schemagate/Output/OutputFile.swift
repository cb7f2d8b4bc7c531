import ArgumentParser
import Foundation
import Glibc
import SchemagateModel

/// Where output goes.
enum OutputFile {
  /// Writes to `file`, whose folder is made where it lacks, or to standard output where it is `nil`.
  static func put(_ text: String, to file: String?) throws {
    do {
      guard let file else { return try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) }
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: file).deletingLastPathComponent(), withIntermediateDirectories: true)
      let opened = try open(file)
      try opened.write(contentsOf: Data(text.utf8))
      try opened.close()
    } catch {
      let cause = OutputCause(error)
      // A reader that went away, as `head` does, has what it wanted.
      if file == nil, cause.isClosedPipe { return }
      throw OutputError.unwritable(path: file ?? "standard output", detail: cause.words)
    }
  }

  /// Foundation's own way to write a file doesn't tell why it failed.
  private static func open(_ file: String) throws -> FileHandle {
    let descriptor = Glibc.open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// What `print` has kept back so far.
  static func finish() throws {
    guard fflush(nil) != 0, errno != EPIPE else { return }
    throw OutputError.unwritable(path: "standard output", detail: String(cString: strerror(errno)))
  }

  /// Two reports in one file would be neither; devices take any number.
  static func requireApart(_ formats: [OutputFormat]) throws {
    let files = formats.compactMap(\.file).filter { !$0.hasPrefix("/dev/") }
    var seen: Set<String> = []
    for file in files where !seen.insert(URL(fileURLWithPath: file).standardizedFileURL.path).inserted {
      throw ValidationError("two formats go to the same file \(file): give each its own")
    }
  }
}

/// Why the system refused to write, in its own few words.
private struct OutputCause {
  private let error: NSError

  init(_ error: any Error) { self.error = error as NSError }

  var isClosedPipe: Bool { code == EPIPE }

  var words: String { code.map { String(cString: strerror($0)) } ?? error.localizedDescription }

  private var code: Int32? {
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return cause.domain == NSPOSIXErrorDomain ? Int32(cause.code) : nil
  }
}

/// A report could not be written where it was wanted.
enum OutputError: ReportedError {
  case unwritable(path: String, detail: String)
}

extension OutputError {
  var exitStatus: Int32 { 2 }

  var report: ErrorReport {
    switch self {
    case .unwritable(let path, let detail):
      ErrorReport(what: "the output can't be written: \(detail)", at: path, try: "check the path, and the room there")
    }
  }
}
