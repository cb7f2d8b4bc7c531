import Reporting
import SchemagateModel

/// Writes a comparison in every format that was asked for; to standard output as text where none was.
struct ComparisonOutput {
  private let formats: [OutputFormat]
  private let options: OutputOptions

  init(formats: [OutputFormat], options: OutputOptions) throws {
    if let other = formats.first(where: { !["text", "markdown", "json"].contains($0.name) }) {
      throw SourceError.format(other.name)
    }
    self.formats = formats.isEmpty ? [OutputFormat(name: "text")] : formats
    self.options = options
  }

  func write(json: () throws -> String, markdown: () -> String, text: (_ color: Bool) -> String) throws {
    for format in formats {
      switch format.name {
      case "json": try OutputFile.put(try json(), to: format.file)
      case "markdown": try OutputFile.put(markdown(), to: format.file)
      default: try OutputFile.put(text(format.file == nil && options.color), to: format.file)
      }
    }
  }
}

extension OutputOptions {
  /// Says what scratch databases lacked.
  func note(_ provided: [MissingPiece]) {
    for piece in provided {
      note("the scratch database was provided with the \(piece.kind.rawValue) \(piece.name)")
    }
  }
}
