import Foundation

/// The files of one exchange with curl, in a folder that only we can read; gone with its owner.
final class ExchangeFolder: Sendable {
  let path: String
  var body: String { "\(path)/body" }
  var headers: String { "\(path)/headers" }
  var answer: String { "\(path)/answer" }

  init(parent: String) throws {
    var template = Array("\(parent)/schemagate-publish-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw TransportError.impossible(words: "no folder can be made in \(parent): \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(body text: String) throws {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: body)) } catch {
      throw TransportError.impossible(words: "\(body) can't be written: \(error.localizedDescription)")
    }
  }

  func response(status: Int) -> HTTPResponse {
    let dump = (try? Data(contentsOf: URL(fileURLWithPath: headers))) ?? Data()
    let answer = (try? Data(contentsOf: URL(fileURLWithPath: answer))) ?? Data()
    return HTTPResponse(status: status, headerDump: String(decoding: dump, as: UTF8.self), body: answer)
  }
}
