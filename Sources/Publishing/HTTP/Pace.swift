import Foundation

/// A server asks for fewer requests.
struct Pace: Hashable, Sendable {
  /// How long to wait; `nil` where the server doesn't say.
  let wait: Duration?
}

extension HTTPResponse {
  /// `nil` where the server asks for nothing of the kind. GitHub answers 403 as often as 429:
  /// <https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api>
  var pace: Pace? {
    let isLimit =
      status == 429 || (status == 403 && (hasRetryAfter || header("x-ratelimit-remaining") == "0" || namesLimit))
    guard isLimit else { return nil }
    if let seconds = header("retry-after").flatMap(Int.init) { return Pace(wait: .seconds(max(1, seconds))) }
    return Pace(wait: untilReset)
  }

  var isServersTrouble: Bool { [408, 500, 502, 503, 504].contains(status) }

  private var hasRetryAfter: Bool { header("retry-after") != nil }

  private var namesLimit: Bool { message.localizedCaseInsensitiveContains("rate limit") }

  /// By the server's own clock, which tells more about its reset than ours.
  private var untilReset: Duration? {
    guard header("x-ratelimit-remaining") == "0" || status == 429 else { return nil }
    let reset = header("x-ratelimit-reset") ?? header("ratelimit-reset")
    guard let reset = reset.flatMap(Double.init), let now = header("date").flatMap(Self.date) else { return nil }
    return .seconds(max(1, Int(reset - now.timeIntervalSince1970) + 1))
  }

  private static func date(_ text: String) -> Date? {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    format.timeZone = TimeZone(secondsFromGMT: 0)
    return format.date(from: text)
  }
}

extension HTTPResponse {
  /// What a forge says of a failure, on one line.
  var message: String {
    struct Words: Decodable {
      var message: String?
      var error: String?
      var errors: [Detail]?
    }
    struct Detail: Decodable {
      var message: String?
      init(from decoder: any Decoder) throws {
        struct Keys: Decodable { var message: String? }
        message = (try? Keys(from: decoder).message) ?? (try? decoder.singleValueContainer().decode(String.self))
      }
    }
    guard let words = try? JSONDecoder().decode(Words.self, from: body) else {
      return String(decoding: body.prefix(200), as: UTF8.self).onOneLine
    }
    let parts = [words.message, words.error].compactMap { $0 } + (words.errors ?? []).compactMap(\.message)
    return String(parts.joined(separator: ": ").onOneLine.prefix(300))
  }
}
