import SQLSyntax
import SchemagateModel

/// What each statement of a step did, from what the server answered and where the statements stand in their file.
struct StatementTrace {
  let splitter: SQLSplitter

  /// At most `StatementAnswers.most`, of which a refused one is the last; `nil` where the step isn't SQL of ours.
  func reports(of record: StepRecord, running script: MigrationScript?) -> [StatementReport]? {
    guard case .sql(let pieces)? = script?.body else { return nil }
    switch record.outcome {
    case .applied: return Array(carriedOut(record, pieces).prefix(StatementAnswers.most))
    case .rejected(let rejection):
      let done = carriedOut(record, pieces, before: rejection).prefix(StatementAnswers.most - 1)
      return done + [refused(rejection, among: pieces)].compactMap(\.self)
    case .notRunnable: return nil
    }
  }

  private func carriedOut(
    _ record: StepRecord, _ pieces: [SourceText], before rejection: Rejection? = nil
  ) -> [StatementReport] {
    var reports: [StatementReport] = []
    for (place, (piece, answers)) in zip(pieces, record.answers).enumerated() {
      if reports.count >= StatementAnswers.most { break }
      // What was refused outside of the file is the tool's own, after all of its pieces or before them.
      let isRefused = rejection?.location != nil && place == record.answers.count - 1
      reports += carriedOut(splitter.statements(of: piece), answers, isWhole: !isRefused)
    }
    return reports
  }

  /// A procedure's call is answered more than once: then nobody knows which answer is whose.
  private func carriedOut(
    _ statements: [SourceText], _ answers: StatementAnswers, isWhole: Bool
  ) -> [StatementReport] {
    let done = isWhole ? statements : Array(statements.prefix(answers.count))
    let isKnown = done.count == answers.count
    return done.prefix(StatementAnswers.most).enumerated().map { place, statement in
      let answer = isKnown && place < answers.first.count ? answers.first[place] : StatementAnswer()
      return StatementReport(
        line: statement.path == nil ? nil : statement.line, text: splitter.beginning(of: statement), tag: answer.tag,
        rows: rows(answer, of: statement), milliseconds: answer.elapsed?.inMilliseconds)
    }
  }

  /// Servers that name no statement count rows for all of them, a `CREATE TABLE` included.
  private func rows(_ answer: StatementAnswer, of statement: SourceText) -> Int? {
    guard answer.tag == nil, answer.rows == 0 else { return answer.rows }
    let writing: Set = ["INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "MERGE", "LOAD"]
    return splitter.leadingWords(of: statement, limit: 1).contains(where: writing.contains) ? 0 : nil
  }

  private func refused(_ rejection: Rejection, among pieces: [SourceText]) -> StatementReport? {
    guard let text = rejection.statement else { return nil }
    let end = rejection.location?.line ?? .max
    let statement = pieces.lazy.filter { $0.line <= end && $0.text.contains(text) }
      .flatMap { splitter.statements(of: $0) }.last { $0.line <= end && $0.text == text }
    return StatementReport(
      line: statement?.line ?? rejection.location?.line,
      text: splitter.beginning(of: statement ?? SourceText(path: nil, text: text)), rejected: true)
  }
}

extension Duration {
  /// To the microsecond.
  fileprivate var inMilliseconds: Double {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    return Double(microseconds) / 1000
  }
}
