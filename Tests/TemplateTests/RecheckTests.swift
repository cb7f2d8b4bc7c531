import Foundation
import TestSupport
import Testing

@Suite("Looking at open pull requests again when the main branch moves")
struct RecheckTests {
  @Test("What isn't right any more is published on its pull request, what still is stays as it was")
  func moved() throws {
    let (release, sample) = (try Release(), try SampleRepository(.sound))
    try sample.origin.git(["checkout", "--quiet", "-b", "other"])
    try sample.origin.write("notes.txt", "nothing")
    let other = try sample.origin.commit("Notes")
    try sample.origin.git(["update-ref", "refs/pull/8/head", other])
    try sample.origin.git(["checkout", "--quiet", "main"])
    try sample.origin.write("db/migrations/000002_stock.up.sql", "CREATE TABLE stock (id integer PRIMARY KEY);\n")
    try sample.origin.write("db/migrations/000002_stock.down.sql", "DROP TABLE stock;\n")
    let moved = try sample.origin.commit("Stock")
    let copy = try sample.checkout("refs/heads/main", depth: 1)

    let server = try LoopbackServer(files: ["repos/acme/shop/pulls": #"[{"number": 7}, {"number": 8}, {"number": 9}]"#])
    let job = try GitHubJob(
      workspace: copy.folder,
      environment: release.environment([
        "GITHUB_API_URL": server.url, "GITHUB_REPOSITORY": "acme/shop", "GITHUB_SHA": moved, "GITHUB_REF_NAME": "main",
      ]))
    try job.run(
      "ci-templates/github-actions-recheck.yml", job: "recheck",
      inputs: ["releases": release.releases, "version": Release.version, "sha256": release.digest])
    #expect(job.status == 0, "\(job.log)")
    let published = release.calls.filter { $0.hasPrefix("publish") }
    #expect(
      published.count == 1 && published[0].hasSuffix("7.json --pull-request 7 --commit \(sample.head)"), "\(job.log)")
    #expect(release.trusted == ["publish"])
    #expect(job.log.contains("pull request 8: its history is still right"), "\(job.log)")
    #expect(job.log.contains("::warning::pull request 9 could not be checked"), "\(job.log)")
    #expect(!job.log.contains("secret-token"))
  }
}

/// Serves files on this machine alone, until its owner is gone.
final class LoopbackServer {
  let url: String
  private let process = Process()
  private let folder: TemporaryFolder

  init(files: [String: String]) throws {
    folder = try TemporaryFolder()
    for (path, text) in files { try folder.write("www/\(path)", text) }
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder.path + "/www",
    ]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    var said = ""
    while !said.contains(") ..."), let more = try pipe.fileHandleForReading.read(upToCount: 1), !more.isEmpty {
      said += String(decoding: more, as: UTF8.self)
    }
    guard let port = said.firstMatch(of: /port ([0-9]+)/)?.1 else { throw Templates.Missing(what: said) }
    url = "http://127.0.0.1:\(port)"
  }

  /// Tests run on threads that block the gentler signal, and what they start inherits that.
  deinit { kill(process.processIdentifier, SIGKILL) }
}
