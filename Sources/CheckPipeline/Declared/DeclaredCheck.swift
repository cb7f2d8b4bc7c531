import EngineInterface
import Rehearsing
import SchemagateModel

/// Builds the declared schema beside the one that the migrations make, and compares the two.
struct DeclaredCheck: Sendable {
  let server: any DatabaseServer
  let sources: DeclaredSources
  /// The target's own plan.
  let plan: RehearsalPlan

  struct Result: Sendable {
    let comparison: DeclaredComparison
    let timing: Timing
  }

  /// Base's declaration is built only where head has something that base could have had.
  func compare(_ head: Schema, base: Schema?) async throws -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let built = try await build(sources.head)
    let pair = DeclaredPair(declared: built.schema, made: head)
    let outcome = built.outcome ?? .compared(pair.changes)
    let earlier = outcome.mayBeOlder ? try await self.base(base, built, outcome) : nil
    let milliseconds = (clock.now - start) / .milliseconds(1)
    return Result(
      comparison: DeclaredComparison(
        name: sources.name, path: sources.head.path, head: outcome, base: earlier, notChecked: pair.notChecked,
        missing: built.missing),
      timing: Timing(stage: "declared", milliseconds: Int(milliseconds)))
  }

  private func base(
    _ schema: Schema?, _ head: Built, _ outcome: DeclaredComparison.Outcome
  ) async throws -> DeclaredComparison.Outcome? {
    guard let schema, let source = sources.base else { return nil }
    let built = source == sources.head ? head : try await build(source)
    return built.outcome ?? .compared(DeclaredPair(declared: built.schema, made: schema).changes)
  }

  fileprivate struct Built: Sendable {
    var schema: Schema?
    /// Why there is none.
    var outcome: DeclaredComparison.Outcome?
    var missing: [MissingPiece] = []
  }

  /// A dump of a whole database makes what `setup:` makes, too: then it stands alone.
  private func build(_ source: DeclaredSource) async throws -> Built {
    if let (rejection, path) = source.refusal(plan.target.engine) {
      return Built(outcome: .rejected(rejection, path: path))
    }
    if source.isWhole { return try await build(source, setup: []) }
    let built = try await build(source, setup: plan.setup)
    guard built.schema == nil, !plan.setup.isEmpty else { return built }
    let alone = try await build(source, setup: [])
    return alone.schema == nil ? built : alone
  }

  private func build(_ source: DeclaredSource, setup: [SourceText]) async throws -> Built {
    do {
      let outcome = try await DeclaredBuilder(server: server, plan: plan.building(source, setup: setup)).build()
      switch outcome.result {
      case .built(let schema): return source.leavesNothing(in: schema) ? .nothing : Built(schema: schema)
      case .rejected(let rejection, let path): return .refused(rejection, path, outcome.missing)
      case .notRun(let language):
        return Built(outcome: .unbuilt(why: "it is declared in \(language), which is not run here"))
      }
    } catch let error as CancellationError {
      throw error
    } catch {
      let report = ErrorReport(error)
      let words = [report.what, report.at, report.try].compactMap(\.self)
      return Built(outcome: .unbuilt(why: words.joined(separator: "; ")))
    }
  }
}

extension DeclaredSource {
  /// A command that connects elsewhere succeeds, too. What it would declare then is nothing, at base as well as at head.
  fileprivate func leavesNothing(in schema: Schema) -> Bool {
    guard case .command = self else { return false }
    return !schema.objects.contains { [.table, .view, .materializedView, .function].contains($0.identity.kind) }
  }
}

extension DeclaredCheck.Built {
  fileprivate static var nothing: Self {
    let why =
      "it succeeded and left the database empty; let it connect to DATABASE_URL, or put the address into the command: "
      + "`{url}`, `{sqlalchemy}`, `{database}`"
    return Self(outcome: .unbuilt(why: why))
  }

  fileprivate static func refused(_ rejection: Rejection, _ path: String, _ missing: [MissingPiece]) -> Self {
    guard case .environment(let piece) = rejection.cause else {
      return Self(outcome: .rejected(rejection, path: path), missing: [])
    }
    let remedy = piece.setup.map { "; add to `setup:`: `\($0)`" } ?? piece.advice.map { "; to mend it: \($0)" } ?? ""
    let what = piece.kind == .other ? "`\(piece.name)`" : "the \(piece.kind.rawValue) `\(piece.name)`"
    let why = "\(what) is missing here: \(rejection.message)\(remedy)"
    return Self(outcome: .unbuilt(why: why), missing: missing)
  }
}

extension DeclaredComparison.Outcome {
  /// Whether base may have the same to be said of it.
  fileprivate var mayBeOlder: Bool {
    switch self {
    case .compared(let changes): !changes.isEmpty
    case .rejected: true
    case .unbuilt: false
    }
  }
}

extension RehearsalPlan {
  /// What builds a declared schema, with no more rights than the migrations have: the branch wrote it, too.
  fileprivate func building(_ source: DeclaredSource, setup: [SourceText]) -> RehearsalPlan {
    let plan = ToolPlan(steps: source.steps(of: target))
    return RehearsalPlan(
      target: target, setup: setup, base: ToolPlan(steps: []), upgrade: plan, fresh: plan, freshDiffers: false,
      pending: [], downs: [:], toolHasDowns: false, bookkeeping: bookkeeping, typeNames: [], stepLimit: stepLimit,
      programs: programs)
  }
}
