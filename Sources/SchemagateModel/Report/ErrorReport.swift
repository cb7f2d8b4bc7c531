/// An error as people and scripts read it: what happened, where, and what to do.
package struct ErrorReport: Hashable, Sendable, Codable {
  package let what: String
  package let at: String?
  package let `try`: String?
  /// Lines to copy, which mend it.
  package let lines: String?

  package init(what: String, at: String? = nil, try remedy: String? = nil, lines: String? = nil) {
    self.what = what
    self.at = at
    self.try = remedy
    self.lines = lines
  }
}

/// An error that means "we do not know". Its cases hold facts; `report` puts them in words, at the foot of the error's file.
package protocol ReportedError: Error, Sendable {
  var report: ErrorReport { get }
  /// 2 for wrong usage or configuration, 3 where something could not be checked.
  var exitStatus: Int32 { get }
}

extension ReportedError {
  package var exitStatus: Int32 { 3 }
}
