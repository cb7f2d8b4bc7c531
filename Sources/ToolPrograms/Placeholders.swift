import EngineInterface
import SchemagateModel

/// What stands for each placeholder in one call.
struct Placeholders {
  typealias Name = ProgramCall.Placeholder

  private let values: [Name: String]

  /// Without an address, those that name the database can't be filled.
  init(address: DatabaseAddress?, copy: String, files: String) {
    var values: [Name: String] = [.copy: copy, .files: files]
    if let address {
      values[.url] = address.url
      values[.sqlalchemy] = address.sqlalchemy
      values[.host] = address.access.host ?? ""
      values[.port] = address.access.port.map(String.init) ?? ""
      values[.user] = address.access.user ?? ""
      values[.password] = address.access.password ?? ""
      values[.database] = address.access.database
    }
    self.values = values
  }

  /// The same for a file that Python's `configparser` reads, where a percent sign is written twice.
  var forConfigParser: Placeholders { Placeholders(values: values.mapValues { $0.replacing("%", with: "%%") }) }

  private init(values: [Name: String]) { self.values = values }

  /// Fills what is known by name; other braces stay as they are. What is put in is never read again.
  func fill(_ text: String, of command: String) throws -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: "}"), let name = Name(rawValue: String(inside[..<close])) else {
        result.append("{")
        rest = inside
        continue
      }
      guard let value = values[name] else {
        throw ProgramError.noDatabase(placeholder: name.rawValue, command: command)
      }
      result += value
      rest = inside[inside.index(after: close)...]
    }
    return result + rest
  }
}
