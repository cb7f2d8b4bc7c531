import SchemagateModel

/// Which paths ran to where they could be judged, and what the verdict is.
struct PathState {
  private let evidence: Evidence
  private let blocking: Set<CheckID>

  /// `blocking` are the checks that an error fails.
  init(_ evidence: Evidence, blocking: Set<CheckID>) {
    self.evidence = evidence
    self.blocking = blocking
  }

  /// What nobody has seen is never passed. After a step that could not be run, a later failure may be that step's; only
  /// what the history alone shows is certain then.
  var verdict: Verdict {
    let isCertain = programs.isEmpty ? !blocking.isEmpty : blocking.contains(.history)
    if isCertain { return .failed }
    return unknowns.isEmpty && blocking.isEmpty ? .passed : .unknown
  }

  var notChecked: [NotChecked] {
    let merge = evidence.mergeUnchecked.map { [NotChecked(what: "The merge of base and head", why: $0)] } ?? []
    let classes = (evidence.rehearsal?.notCompared ?? []).map { $0.notChecked }
    return unknowns + notAskedFor + baseRefused + merge + downPrograms + (evidence.rehearsal?.notChecked ?? [])
      + classes + PassedOver(evidence).notChecked + (evidence.declared?.notChecked ?? [])
  }

  /// What makes the target unknown; what was not run stands before what may have failed because of it.
  private var unknowns: [NotChecked] {
    missingRehearsal + programs + environment + provided + sharedFailure + freshRefused + accepted
      + undeclared + environments
  }

  /// What is declared could not be built here.
  private var undeclared: [NotChecked] {
    guard let declared = evidence.declared, case .unbuilt(let why) = declared.head else { return [] }
    return [NotChecked(what: "Whether the migrations make what \(declared.name) declares", why: why)]
  }

  private var missingRehearsal: [NotChecked] {
    guard evidence.rehearsal == nil, evidence.rehearsalWanted else { return [] }
    return [NotChecked(what: "Everything that needs a database", why: evidence.skipReason ?? "no rehearsal was made")]
  }

  /// The user asked for less: that changes no verdict, and is said.
  private var notAskedFor: [NotChecked] {
    guard evidence.rehearsal == nil, !evidence.rehearsalWanted else { return [] }
    let what = "What needs a database: whether the migrations apply and go back, and what they change"
    return [NotChecked(what: what, why: evidence.skipReason ?? "only the history was asked for")]
  }

  private var paths: [(name: String, record: PathRecord)] {
    guard let rehearsal = evidence.rehearsal else { return [] }
    let all: [(String, PathRecord?)] = [
      ("base's history", rehearsal.base), ("the upgrade", rehearsal.upgrade), ("a new database", rehearsal.fresh),
    ]
    return all.compactMap { name, record in record.map { (name, $0) } }
  }

  /// Where a path ended and no rule objects (it is off, a warning, or waived), nobody has seen what comes after its end.
  private var accepted: [NotChecked] {
    guard blocking.isEmpty, let rehearsal = evidence.rehearsal else { return [] }
    let ends = paths.dropFirst().compactMap { path, record -> NotChecked? in
      guard let rejected = record.rejected, !rejected.rejection.isEnvironment, sharedFailure.isEmpty else { return nil }
      return .ended(path, at: evidence.path(of: rejected.migration), rejected.rejection)
    }
    guard rehearsal.upgrade != nil, let refusal = evidence.plan.refusal else { return ends }
    return ends + [NotChecked(what: "the upgrade", why: "the tool refuses it: \(Marked.quoting(refusal.reason))")]
  }

  /// A snapshot that was named and could not be used.
  private var environments: [NotChecked] {
    (evidence.rehearsal?.environments ?? []).compactMap { environment in
      guard case .notRun(let why) = environment.outcome else { return nil }
      return NotChecked(
        what: "the upgrade on \(Marked.code(environment.name)) as snapshotted", why: Marked.quoting(why))
    }
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
      guard let rejected = record.rejected, let piece = rejected.rejection.missingPiece else { return nil }
      return .stopped(path, at: evidence.path(of: rejected.migration), rejected.rejection, missing: piece)
    }
    return ended + rollbackEnvironment
  }

  /// What the scratch database lacked and was lent: the paths went on, but nobody knows what production's own does.
  private var provided: [NotChecked] {
    let ends = paths.compactMap(\.record.rejected?.rejection)
    let named = (ends + rollbackRejections.map(\.rejection)).compactMap(\.missingPiece)
    return (evidence.rehearsal?.missing ?? []).filter { !named.contains($0) }.map { .provided($0) }
  }

  private var freshRefused: [NotChecked] {
    guard let reason = evidence.rehearsal?.freshRefusal else { return [] }
    return [NotChecked(what: "a new database", why: "the tool refuses head's history: \(reason)")]
  }

  /// Head mends it, or `freshRefused` speaks.
  private var baseRefused: [NotChecked] {
    guard let reason = evidence.rehearsal?.baseRefusal else { return [] }
    return [NotChecked(what: "the upgrade", why: "the tool refuses base's history: \(reason)")]
  }

  private var rollbackEnvironment: [NotChecked] {
    rollbackRejections.compactMap { migration, rejection in
      rejection.missingPiece.map {
        .stopped("the way down and up again", at: evidence.path(of: migration), rejection, missing: $0)
      }
    }
  }

  private var rollbackRejections: [(migration: MigrationID, rejection: Rejection)] {
    (evidence.rehearsal?.rollbacks ?? []).flatMap { record in
      var rejections: [(MigrationID, Rejection)] = []
      if case .rejected(let rejection) = record.down { rejections.append((record.migration, rejection)) }
      if case .rejected(let rejection) = record.reapply { rejections.append((record.migration, rejection)) }
      return rejections
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
    Self(
      what: "\(path) from \(Marked.code(migration)) on", why: "\(piece.lack): \(rejection.words)", try: piece.remedy)
  }

  fileprivate static func ended(_ path: String, at migration: String, _ rejection: Rejection) -> Self {
    Self(
      what: "\(path) from \(Marked.code(migration)) on",
      why: "the database rejects it, which fails no check here: \(rejection.words)")
  }

  fileprivate static func provided(_ piece: MissingPiece) -> Self {
    Self(
      what: "What depends on the \(piece.words)",
      why: "the scratch database lacked it, and the rehearsal went on with a stand-in", try: piece.remedy)
  }

  fileprivate static func baseBroken(_ path: String, _ rejection: Rejection) -> Self {
    Self(
      what: "the upgrade",
      why: "base doesn't build and head doesn't mend it: the database rejects \(Marked.code(path)): \(rejection.words)")
  }
}

extension MissingPiece {
  /// `the scratch database lacks the role "app"`; what has no kind of its own is a program's, not the database's.
  var lack: String {
    if kind == .other { return "\(Marked.code(name)) is missing here" }
    // A server of another vendor stands in, and none of its versions would do.
    let isVendor = kind == .serverVersion && EngineKind.allCases.contains { $0.title == name }
    return isVendor ? "the server here is not \(name)" : "the scratch database lacks the \(words)"
  }

  fileprivate var words: String { "\(kind.rawValue) \(Marked.code(name))" }
  fileprivate var remedy: String? {
    setup.map { "add to `setup:`: \(Marked.code($0))" } ?? advice
  }
}

extension Rejection {
  fileprivate var missingPiece: MissingPiece? {
    guard case .environment(let piece) = cause else { return nil }
    return piece
  }
}

extension NotCompared {
  fileprivate var notChecked: NotChecked {
    let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
    return NotChecked(what: "\(names.count) of kind \(what): \(shown)", why: "objects of this kind are not compared")
  }
}
