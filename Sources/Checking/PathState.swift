import SchemagateModel

/// Which paths ran to where they could be judged, and what the verdict is.
struct PathState {
  private let evidence: Evidence

  init(_ evidence: Evidence) { self.evidence = evidence }

  /// What nobody has seen is never passed. After a step that could not be run, a later failure may be that step's; only
  /// what the history alone shows is certain then.
  func verdict(blocking: Set<CheckID>) -> Verdict {
    let isCertain = programs.isEmpty ? !blocking.isEmpty : blocking.contains(.history)
    if isCertain { return .failed }
    return unknowns.isEmpty && blocking.isEmpty ? .passed : .unknown
  }

  var notChecked: [NotChecked] {
    let merge = evidence.mergeUnchecked.map { [NotChecked(what: "The merge of base and head", why: $0)] } ?? []
    let classes = (evidence.rehearsal?.notCompared ?? []).map { $0.notChecked }
    return unknowns + merge + downPrograms + (evidence.rehearsal?.notChecked ?? []) + classes
  }

  /// What makes the target unknown; what was not run stands before what may have failed because of it.
  private var unknowns: [NotChecked] { missingRehearsal + programs + environment + sharedFailure }

  private var missingRehearsal: [NotChecked] {
    guard evidence.rehearsal == nil, evidence.rehearsalWanted else { return [] }
    return [NotChecked(what: "Everything that needs a database", why: evidence.skipReason ?? "no rehearsal was made")]
  }

  private var paths: [(name: String, record: PathRecord)] {
    guard let rehearsal = evidence.rehearsal else { return [] }
    let all: [(String, PathRecord?)] = [
      ("Base's history", rehearsal.base), ("The upgrade", rehearsal.upgrade), ("A new database", rehearsal.fresh),
    ]
    return all.compactMap { name, record in record.map { (name, $0) } }
  }

  /// Each step in another language, once, in the order of the history.
  private var programs: [NotChecked] {
    var seen: Set<MigrationID> = []
    return paths.flatMap(\.record.steps).compactMap { step in
      guard case .notRunnable(let language) = step.outcome, seen.insert(step.migration).inserted else { return nil }
      return .program(Marked.code(evidence.path(of: step.migration)), language: language)
    }
  }

  private var downPrograms: [NotChecked] {
    (evidence.rehearsal?.rollbacks ?? []).compactMap { record in
      guard case .notRunnable(let language) = record.down else { return nil }
      return .program("The down part of \(Marked.code(evidence.downPath(of: record.migration)))", language: language)
    }
  }

  private var environment: [NotChecked] {
    let ended = paths.compactMap { path, record -> NotChecked? in
      guard let rejected = record.rejected, case .environment(let piece) = rejected.rejection.cause else { return nil }
      return .stopped(path, at: evidence.path(of: rejected.migration), rejected.rejection, missing: piece)
    }
    return ended + rollbackEnvironment
  }

  private var rollbackEnvironment: [NotChecked] {
    (evidence.rehearsal?.rollbacks ?? []).flatMap { record in
      var rejections: [Rejection] = []
      if case .rejected(let rejection) = record.down { rejections.append(rejection) }
      if case .rejected(let rejection) = record.reapply { rejections.append(rejection) }
      return rejections.compactMap { rejection -> NotChecked? in
        guard case .environment(let piece) = rejection.cause else { return nil }
        return .stopped("The way down and up again", at: evidence.path(of: record.migration), rejection, missing: piece)
      }
    }
  }

  /// Base and head fail in the same way: nobody can tell what the branch does, and it isn't its fault.
  private var sharedFailure: [NotChecked] {
    guard let rehearsal = evidence.rehearsal, let base = rehearsal.base.rejected, !base.rejection.isEnvironment else {
      return []
    }
    guard let fresh = rehearsal.fresh else { return [.baseBroken(evidence.path(of: base.migration), base.rejection)] }
    guard let head = fresh.rejected, head.migration == base.migration, head.rejection.isSame(as: base.rejection) else {
      return []
    }
    return [.baseBroken(evidence.path(of: base.migration), base.rejection)]
  }
}

extension NotChecked {
  fileprivate static func program(_ what: String, language: String) -> Self {
    Self(
      what: what, why: "it is written in \(language), which is not run here; what comes after it may fail without it")
  }

  fileprivate static func stopped(
    _ path: String, at migration: String, _ rejection: Rejection, missing piece: MissingPiece
  ) -> Self {
    let remedy =
      piece.setup.map { "; add to `setup:`: \(Marked.code($0))" } ?? piece.advice.map {
        "; to mend it: \(Marked.quoting($0))"
      } ?? ""
    return Self(
      what: "\(path) from \(Marked.code(migration)) on",
      why:
        "the scratch database lacks the \(piece.kind.rawValue) \(Marked.code(piece.name)): \(rejection.words)\(remedy)")
  }

  fileprivate static func baseBroken(_ path: String, _ rejection: Rejection) -> Self {
    Self(
      what: "The upgrade",
      why: "base doesn't build and head doesn't mend it: the database rejects \(Marked.code(path)): \(rejection.words)")
  }
}

extension NotCompared {
  fileprivate var notChecked: NotChecked {
    let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
    return NotChecked(what: "\(names.count) of kind \(what): \(shown)", why: "objects of this kind are not compared")
  }
}
