import ArgumentParser
import Foundation
import Reporting
import SchemagateModel

/// Puts errors in their one shape on standard error: what happened, where, what to do.
enum Failure {
  /// Writes what there is to say of `error`; returns the status to end with.
  static func explain(_ error: any Error) -> ExitStatus {
    if let error = error as? any ReportedError {
      write(error.report)
      return ExitStatus(rawValue: error.exitStatus)
    }
    let status = Schemagate.exitCode(for: error)
    guard status != .success else {
      print(Schemagate.fullMessage(for: error))
      return .passed
    }
    guard status == .validationFailure else {
      write(Defect(detail: String(describing: error)).report)
      return .unknown
    }
    StandardError.write(Schemagate.fullMessage(for: error).replacingPrefix("Error: ", with: "error: "))
    return .usage
  }

  static func write(_ report: ErrorReport) {
    var lines = ["error: \(report.what.onOneLine)"]
    if let place = report.at { lines.append("  at: \(place.onOneLine)") }
    if let remedy = report.try { lines.append("  try: \(remedy.onOneLine)") }
    if let block = report.lines { lines += VisibleText.block(block).map { "    | \($0)" } }
    StandardError.write(lines.joined(separator: "\n"))
  }
}

/// An error that none of our stages knows: nothing can be said of what was checked.
struct Defect: ReportedError {
  let detail: String

  var report: ErrorReport { ErrorReport(what: detail, try: "this is a defect of schemagate: please report it") }
}

enum StandardError {
  static func write(_ line: String) { put(LogText.inert(line) + "\n") }

  /// Where nobody reads it any more, or no room is left, there is nobody to tell.
  static func put(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}

extension String {
  /// A server's words may come in several lines.
  var onOneLine: String { split(whereSeparator: \.isNewline).map { $0.trimmed }.joined(separator: " ") }

  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}

extension Substring {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
