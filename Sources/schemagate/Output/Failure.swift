import ArgumentParser
import Foundation
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
      write(ErrorReport(what: String(describing: error), try: "this is a defect of schemagate: please report it"))
      return .unknown
    }
    StandardError.write(Schemagate.fullMessage(for: error).replacingPrefix("Error: ", with: "error: "))
    return .usage
  }

  static func write(_ report: ErrorReport) {
    var lines = ["error: \(report.what)"]
    if let place = report.at { lines.append("  at: \(place)") }
    if let remedy = report.try { lines.append("  try: \(remedy)") }
    StandardError.write(lines.joined(separator: "\n"))
  }
}

enum StandardError {
  static func write(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
