import CheckPipeline
import Checking
import Foundation
import GitSource
import MigrationTools
import SchemagateModel

/// Finds out what each side of `schemagate diff` means: reads files, folders and revisions, but no database.
struct SourceReader {
  /// What `--repo` names.
  let repo: String
  /// What `--engine` names.
  let engine: EngineKind?
  let environment: [String: String]

  func pair(from: String, to: String) throws -> (SourcePair, assumptions: [String]) {
    let arguments = (try SourceArgument(from), try SourceArgument(to))
    // `main:shop HEAD` means the same target on both sides.
    let target = arguments.0.target ?? arguments.1.target
    let pair = (try draft(arguments.0, target, named: from), try draft(arguments.1, target, named: to))
    // What one side assumed may have been learnt from the other.
    let told = pair.0.engine ?? pair.1.engine
    let drafts = [pair.0, pair.1].filter { $0.engine != nil || told == nil }
    var seen: Set<String> = []
    let assumptions = drafts.flatMap(\.assumptions).filter { seen.insert($0).inserted }
    return (try SourcePair(pair.0, pair.1, isAssumed: engine == nil), assumptions)
  }

  private func draft(_ argument: SourceArgument, _ target: String?, named name: String) throws -> SourceDraft {
    switch argument {
    case .database(let kind, let url):
      return SourceDraft(name: try ShownURL.of(url, kind), engine: kind, kind: .live(url: url))
    case .script(let path): return try script(path)
    case .folder(let path): return try folder(path)
    case .revision(let revision, let own): return try self.revision(revision, target: own ?? target, named: name)
    }
  }

  private func script(_ path: String) throws -> SourceDraft {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw SourceError.unreadable(path: path, detail: error.localizedDescription)
    }
    let text = FileTree.File(contents: Array(data), contentID: path).text
    let kind = engine ?? MigrationTools.engine(ofSQL: text)
    return SourceDraft(name: path, engine: kind, kind: .script(SourceText(path: path, text: text)))
  }

  private func folder(_ path: String) throws -> SourceDraft {
    let folder = try FolderFiles(path: path)
    let found = try targets(of: folder).filter { target in
      target.migrations.contains { $0 == folder.folder || folder.folder.isEmpty || $0.hasPrefix(folder.folder + "/") }
    }
    guard found.count < 2 else {
      throw SourceError.severalTargets(path, names: found.flatMap(\.migrations), isFolder: true)
    }
    guard let target = found.first ?? plainTarget(of: folder) else { throw SourceError.noMigrations(path) }
    return history(target, folder.files, named: path)
  }

  /// The configuration of the repository around the folder counts, as it does in a check.
  private func targets(of folder: FolderFiles) throws -> [TargetDefinition] {
    let detected = detectTargets(in: folder.listing).targets
    guard let file = folder.files.files[Configuration.usualFile] else { return detected }
    let configuration = try ConfigurationReader(
      file: Configuration.usualFile, environment: environment, tools: ToolCatalog.all.map(\.name),
      rules: RuleCatalog.all.map(\.metadata.id)
    ).read(file.text)
    // What is wrong with another target of the file is no question here.
    let configured = configuration.targets.compactMap {
      try? $0.definition(detected: detected, file: configuration.file)
    }
    let folders = Set(configured.flatMap(\.migrations))
    return configured + detected.filter { folders.isDisjoint(with: $0.migrations) }
  }

  /// A folder that no tool recognises by its name may still hold numbered files.
  private func plainTarget(of folder: FolderFiles) -> TargetDefinition? {
    let texts = folder.files.paths(under: folder.folder).filter { $0.hasSuffix(".sql") }
      .compactMap { folder.files.files[$0]?.text }
    guard !texts.isEmpty else { return nil }
    let told = engine ?? MigrationTools.engine(ofSQL: texts.joined(separator: "\n"))
    let kind = told ?? .postgresql
    return TargetDefinition(
      name: folder.folder, engine: kind, migrations: [folder.folder], tool: ToolSettings(name: "files"),
      assumptions: ["\(folder.folder) is read as numbered SQL files for \(kind.rawValue)"],
      engineIsAssumed: told == nil, engineIsDetected: engine == nil)
  }

  private func revision(_ revision: String, target: String?, named name: String) throws -> SourceDraft {
    let repository = try repository(for: name)
    let commit = try repository.commit(named: revision)
    let targets = try RevisionTargets(
      options: RepositoryOptions.parse(["--repo=\(repo)"]), repository: repository, environment: environment
    ).targets(at: commit)
    let chosen = try choose(target, among: targets, of: revision)
    let tool = try ToolCatalog.tool(named: chosen.tool.name)
    let files = try repository.inputs(of: chosen, by: tool, in: commit.tree)
    return history(chosen, files, named: name)
  }

  private func history(_ target: TargetDefinition, _ files: FileTree, named name: String) -> SourceDraft {
    SourceDraft(
      name: name, engine: engine ?? (target.engineIsAssumed ? nil : target.engine), kind: .history(target, files),
      assumed: target.engine, assumptions: engine == nil ? target.assumptions : [])
  }

  /// Outside of a repository, what isn't on the disk isn't anywhere.
  private func repository(for name: String) throws -> GitRepository {
    do {
      return try GitRepository(at: repo, environment: environment)
    } catch .notARepository where repo == "." {
      throw SourceError.notFound(name)
    }
  }

  private func choose(
    _ name: String?, among targets: [TargetDefinition], of revision: String
  ) throws -> TargetDefinition {
    let named = targets.filter { name == nil || $0.name == name }
    let alike = named.filter { engine == nil || $0.engine == engine }
    let fitting = alike.isEmpty ? named : alike
    guard let first = fitting.first else {
      guard let name, !targets.isEmpty else { throw SourceError.noMigrations(revision) }
      throw SourceError.unknownTarget(name, source: revision, known: targets.map(\.name))
    }
    guard fitting.count == 1 else {
      throw SourceError.severalTargets(revision, names: fitting.map(\.name), isFolder: false)
    }
    return first
  }
}

extension SourceArgument {
  var target: String? {
    if case .revision(_, let target) = self { return target }
    return nil
  }
}
