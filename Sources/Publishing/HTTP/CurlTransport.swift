import Foundation
import Subprocess

/// Sends requests with the program curl.
package struct CurlTransport: HTTPTransport {
  /// What curl is given of the environment: how to reach the network and whom to trust there; no secret.
  private static let passedOn: Set<String> = [
    "PATH", "HOME", "LANG", "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy",
    "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
  ]

  private let environment: [String: String]
  private let limit: Duration

  /// `limit` is the longest that one exchange may take.
  package init(environment: [String: String], limit: Duration = .seconds(20)) {
    self.environment = environment
    self.limit = limit
  }

  package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard let program else { throw TransportError.noProgram }
    let folder = try ExchangeFolder(parent: environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp")
    if let body = request.body { try folder.write(body: body) }
    let configuration = try CurlConfiguration(request: request, folder: folder, limit: limit).text
    let result = try await run(
      .path(.init(program)), arguments: ["--disable", "--config", "-"], environment: curlEnvironment,
      input: .string(configuration), output: .string(limit: 1 << 10), error: .string(limit: 64 << 10))
    guard case .exited(let code) = result.terminationStatus else {
      throw TransportError.lost(words: "curl was stopped")
    }
    guard code == 0, let status = Int(result.standardOutput), status > 0 else {
      throw Self.error(code, result.standardError)
    }
    return folder.response(status: status)
  }

  private var program: String? {
    (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/curl" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private var curlEnvironment: Environment {
    let kept = environment.filter { Self.passedOn.contains($0.key) }
    return .custom(Dictionary(uniqueKeysWithValues: kept.map { (Environment.Key(stringLiteral: $0), $1) }))
  }

  /// Exit codes of `man curl`.
  private static func error(_ code: Int32, _ words: String) -> TransportError {
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(300)
    let said = line.isEmpty ? "curl ended with status \(code)" : String(line)
    return switch code {
    case 5, 6, 7: .notReached(words: said)
    case 16, 18, 28, 35, 52, 55, 56, 92: .lost(words: said)
    default: .impossible(words: said)
    }
  }
}
