package import SchemagateModel

extension Report {
  /// The verdict in one line of plain text: what a commit's status says.
  package var verdictSentence: String { VerdictWording(self).sentence }
}

extension TargetReport {
  /// The verdict in one line of plain text: what a commit's status says.
  package var verdictSentence: String { VerdictWording(self).sentence }
}
