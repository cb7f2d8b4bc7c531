package import SchemagateModel

/// How a program's run ended, and what it printed.
package struct ProgramRun: Sendable {
  package let call: ProgramCall
  package let ending: Ending
  /// Standard output and standard error as they came, without the places of private copies.
  package let output: String
  /// Whether nothing had to be left out in the middle.
  package let isWhole: Bool
  /// Whether the copy itself holds a module of this name: then it is not the machine that lacks it.
  let holdsModule: @Sendable (String) -> Bool

  package enum Ending: Hashable, Sendable {
    /// As a shell counts: a signal is 128 and its number.
    case exited(Int)
    case outOfTime(Duration)
    /// There is no program of this name.
    case notFound(String)
  }

  init(
    call: ProgramCall, ending: Ending, output: String, isWhole: Bool,
    holdsModule: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.call = call
    self.ending = ending
    self.output = output
    self.isWhole = isWhole
    self.holdsModule = holdsModule
  }

  /// The keys of migrations that the call's `progress` finds in the output, in order; `nil` where it has none.
  package var progress: [MigrationID]? {
    guard let pattern = call.progress, let regex = try? Regex(pattern).anchorsMatchLineEndings() else { return nil }
    return output.matches(of: regex).compactMap { match in
      match.output.count > 1 ? match.output[1].substring.map { MigrationID(String($0)) } : nil
    }
  }
}
