import Foundation
import TestSupport
import Testing

@Suite("The templates for other CI systems")
struct PipelineTests {
  private let release: Release

  init() throws { release = try Release() }

  /// Runs a template's scripts as its system would; the first that fails ends it.
  private func run(
    _ system: PipelineScripts, _ sample: SampleRepository, digest: String
  ) throws -> (last: Shell, folder: TemporaryRepository) {
    let place = try system.checkout(sample)
    let copy = try sample.checkout(place.reference, depth: place.depth)
    var environment = release.environment(system.systemEnvironment(sample, workspace: copy.path))
    let (staging, temporary) = (copy.path + "/staging", release.folder.path + "/temp")
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    func fill(_ text: String) -> String {
      // The first one's text is part of what the others are replaced by.
      let values = [
        ("/tmp/schemagate", copy.path + "/reports"), ("DIGEST", digest), ("<< pipeline.parameters.base >>", "main"),
        ("https://github.com/OWNER/schemagate/releases/download", release.releases),
        ("$(Build.ArtifactStagingDirectory)", staging),
      ]
      return values.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
    environment.merge(try system.ownEnvironment().mapValues(fill)) { $1 }
    environment.merge(["WORKSPACE_TMP": temporary, "AGENT_TEMPDIRECTORY": temporary]) { $1 }
    var last: Shell?
    for script in try system.scripts().map(fill) {
      let result = try Shell.run(script, by: system.shell, in: copy.path, environment: environment)
      last = result
      if result.status != 0 { break }
    }
    return (try #require(last, "\(system) has no script"), copy)
  }

  /// Where each template leaves its reports, below the work space.
  private func reports(of system: PipelineScripts) -> [String] {
    switch system {
    case .gitlab: ["schemagate.xml", "schemagate-codequality.json", "schemagate.html", "schemagate.diff.txt"]
    case .bitbucket: ["test-results/schemagate.xml", "schemagate.html", "schemagate.diff.txt"]
    case .azure: ["staging/schemagate/schemagate.xml", "staging/schemagate/schemagate.html"]
    case .circleci: ["reports/schemagate.xml", "reports/schemagate.html"]
    case .jenkins: ["schemagate-reports/schemagate.xml", "schemagate-reports/schemagate.html"]
    }
  }

  @Test("A faulty migration fails the job, and the reports are left behind", arguments: PipelineScripts.allCases)
  func faulty(system: PipelineScripts) throws {
    let (result, folder) = try run(system, try SampleRepository(.faulty, age: 30), digest: release.digest)
    #expect(result.status == 1, "\(result.all)")
    #expect(release.trusted.isEmpty)
    for path in reports(of: system) {
      let text = try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
      #expect(text.contains("orders_placed"), "\(path)")
    }
  }

  @Test("A release with another digest is not unpacked", arguments: PipelineScripts.allCases)
  func wrongDigest(system: PipelineScripts) throws {
    let wrong = String(repeating: "0", count: 64)
    let (result, folder) = try run(system, try SampleRepository(.sound), digest: wrong)
    #expect(result.status != 0, "\(result.all)")
    #expect(release.calls.isEmpty)
    #expect(reports(of: system).allSatisfy { !FileManager.default.fileExists(atPath: "\(folder.path)/\($0)") })
  }

  @Test("The plain script passes a sound branch on any machine, and brings its own arguments")
  func plain() throws {
    let sample = try SampleRepository(.sound)
    let copy = try sample.checkout("refs/heads/work", depth: 1)
    let bin = release.folder.path + "/tree/schemagate-0.1.0/bin"
    // As a branch could have committed them.
    try release.folder.write("elsewhere", "mine")
    try FileManager.default.createSymbolicLink(
      atPath: copy.path + "/schemagate.md", withDestinationPath: release.folder.path + "/elsewhere")
    try copy.write("schemagate.html", "passed")
    var environment = release.environment(["SCHEMAGATE_BASE": "main", "SCHEMAGATE_DIFF": "no"])
    environment["PATH"] = "\(bin):\(environment["PATH"] ?? "")"
    let result = try Shell.run(
      ["\(Templates.root)/ci-templates/check.sh", "--history-only"], in: copy.path, environment: environment)
    #expect(result.status == 0, "\(result.all)")
    #expect(release.calls.count == 1 && release.calls[0].hasSuffix("--base origin/main --history-only"))
    #expect(FileManager.default.fileExists(atPath: copy.path + "/schemagate.md"))
    #expect(try String(contentsOfFile: release.folder.path + "/elsewhere", encoding: .utf8) == "mine")
    #expect(try String(contentsOfFile: copy.path + "/schemagate.html", encoding: .utf8) != "passed")
  }

  @Test("Only servers that are missing are installed, by apt, and a wrong name is said")
  func engines() throws {
    let path = "\(Templates.root)/ci-templates/engines.sh"
    func install(_ engines: String...) throws -> Shell {
      try Shell.run([path] + engines, in: "/", environment: release.environment())
    }
    #expect(try install("sqlite", "postgresql").status == 0)
    #expect(release.packages.isEmpty, "the tests need PostgreSQL themselves")
    let wrong = try install("oracle")
    #expect(wrong.status == 2 && wrong.error.contains("unknown engine: oracle"))
  }
}
