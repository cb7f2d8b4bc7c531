import SchemagateModel

extension StepRunner.Carried {
  /// Where the program names what it runs, it has to be what the files tell of. A step that is run alone may be named in
  /// other words, but not by a program of which we know how it proves itself.
  func confirm(_ steps: [MigrationID], of call: ProgramCall) throws {
    guard let told, !told.isEmpty, steps.count > 1 || call.proof != nil else { return }
    let (ran, expected) = (Set(told), Set(steps))
    guard ran != expected else { return }
    throw RehearsalError.programRanOthers(
      unexpected: told.filter { !expected.contains($0) }, left: steps.filter { !ran.contains($0) })
  }
}
