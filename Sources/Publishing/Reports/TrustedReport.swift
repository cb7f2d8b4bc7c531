package import SchemagateModel

/// A report that may be posted to a place. It may come from a job that runs a stranger's code: what it says of itself
/// counts only where the place says the same.
package struct TrustedReport: Sendable {
  /// With the place's own repository, so that links lead nowhere else.
  package let report: Report
  /// What was taken out, in words.
  package let notes: [String]

  /// Larger files aren't read.
  package static let sizeLimit = 8 << 20

  /// `source` names the file in errors.
  package init(_ report: Report, from source: String, for place: Place) throws {
    if let commit = report.head?.commit {
      guard commit.lowercased() == place.commit.text else {
        throw ReportRefused.otherCommit(source: source, found: commit, wanted: place.commit)
      }
    } else if report.verdict != .unknown || !report.targets.isEmpty {
      // A check that could not begin knows no commit, and says nothing of any.
      throw ReportRefused.noCommit(source: source)
    }
    guard report.targets.count <= 500, report.key.utf8.count <= 100, report.agreesWithItself else {
      throw ReportRefused.unlikely(source: source)
    }
    if let shard = report.shard, !shard.elsewhere.isEmpty {
      throw ReportRefused.part(source: source, part: shard.part)
    }
    (self.report, notes) = Self.corrected(report, place)
  }

  private static func corrected(_ report: Report, _ place: Place) -> (Report, [String]) {
    var (report, notes): (Report, [String]) = (report, [])
    let own = place.page
    if let claimed = report.repository, claimed.host != own.host || claimed.path.lowercased() != own.path.lowercased() {
      notes.append("the report names another repository: its links lead to \(own.host)/\(own.path) instead")
    }
    report.repository = own
    if let command = report.command, !ReproducingCommand.isPlain(command) {
      notes.append("the report's command is not a plain `schemagate check`: it is left out")
      report.command = nil
    }
    return (report, notes)
  }

  /// Two comments can't have one key.
  package static func requireOneEach(_ reports: [(source: String, key: String)]) throws {
    var sources: [String: String] = [:]
    for report in reports {
      let key = CommentMarker(key: report.key, digest: "0").key
      if let first = sources.updateValue(report.source, forKey: key) {
        throw ReportRefused.sameKey(key: key, sources: [first, report.source])
      }
    }
  }
}

extension Place {
  fileprivate var page: Report.Repository {
    switch self {
    case .gitHub: Report.Repository(host: host, path: repository.text, forge: .gitHub)
    case .gitLab: Report.Repository(host: host, path: repository.text, forge: .gitLab)
    }
  }
}
