import CheckPipeline
import SchemagateModel
import ToolPrograms

/// A side of a comparison whose engine may still have to be learnt from the other side.
struct SourceDraft {
  let name: String
  /// `nil` where nothing tells.
  let engine: EngineKind?
  let kind: Kind
  /// What it is taken for where neither side tells.
  var assumed: EngineKind?
  /// What was assumed to read it, one sentence each.
  var assumptions: [String] = []
  /// Where the tool's own program runs.
  var programs: ProgramWorld?

  enum Kind {
    case live(url: String)
    case script(SourceText)
    case history(TargetDefinition, FileTree)
  }

  /// `isAssumed` where no option names the engine.
  func source(engine: EngineKind, isAssumed: Bool) -> SchemaSource {
    switch kind {
    case .live(let url): return SchemaSource(name: name, engine: engine, contents: .live(url: url))
    case .script(let text):
      return SchemaSource(name: name, engine: engine, engineIsAssumed: isAssumed, contents: .script(text))
    case .history(var target, let files):
      target.engine = engine
      return SchemaSource(name: name, engine: engine, contents: .history(target, files), programs: programs)
    }
  }
}

/// Both sides of a comparison, of one engine.
struct SourcePair {
  let from: SchemaSource
  let to: SchemaSource

  init(_ from: SourceDraft, _ to: SourceDraft, isAssumed: Bool) throws {
    let assumed = from.assumed ?? to.assumed
    guard let first = from.engine ?? to.engine ?? assumed, let second = to.engine ?? from.engine ?? assumed else {
      throw SourceError.engineUnknown(from.name)
    }
    // MySQL's files run on MariaDB, and the scheme of a URL doesn't tell which of them answers.
    guard first == second || (first.isMySQL && second.isMySQL) else {
      throw SourceError.enginesDiffer(from: from.name, first, to: to.name, second)
    }
    self.from = from.source(engine: first, isAssumed: isAssumed)
    self.to = to.source(engine: second, isAssumed: isAssumed)
  }
}
