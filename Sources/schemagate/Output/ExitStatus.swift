import SchemagateModel

/// The program's exit statuses; they may be thrown to end a command whose output is written.
struct ExitStatus: Error, Hashable {
  let rawValue: Int32

  static let passed = ExitStatus(rawValue: 0)
  static let failed = ExitStatus(rawValue: 1)
  static let usage = ExitStatus(rawValue: 2)
  static let unknown = ExitStatus(rawValue: 3)
  /// Ended by Ctrl-C, as a shell reports it.
  static let interrupted = ExitStatus(rawValue: 130)
}
