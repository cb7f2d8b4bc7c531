import SchemagateModel

/// An error of ours: what, where, what to do, and lines to copy.
struct ErrorBox {
  let error: ErrorReport

  var html: HTML {
    """
    <div class="finding unknown">
    <p class="message">\(sentence: Spoken.opening(error.what))</p>
    \(HTML.joined(rest))
    </div>
    """
  }

  private var rest: [HTML] {
    let place = error.at.map { "<p class=\"place\">\(code: $0)</p>" as HTML }
    let remedy = error.try.map { "<p class=\"remedy\"><strong>Try:</strong> \(sentence: $0)</p>" as HTML }
    let lines = error.lines.map { HTML.block(VisibleText.block($0, lines: 200, width: 400)) }
    return [place, remedy, lines].compactMap { $0 }
  }
}
