extension String {
  /// Foreign words for a terminal or a status: on one line, without control and direction marks.
  var onOneLine: String {
    let visible = unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      case .format: nil
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(visible)).split(separator: " ").joined(separator: " ")
  }
}
