import SchemagateModel

/// A foreign key as a line: a crow's foot where many rows may stand, a bar where one must, a ring where none may.
struct DiagramLine {
  let link: DiagramGraph.Link
  let graph: DiagramGraph
  let child: DiagramLayout.Place
  let parent: DiagramLayout.Place
  /// From the child's side on.
  let bends: [DiagramLayout.Bend]

  private typealias Point = (x: Int, y: Int)

  var html: HTML {
    let sign = ChangeSign(link.reference.change)
    let word: HTML = sign == .none ? "" : " (\(sign.word))"
    let columns = link.reference.columns.joined(separator: ", ")
    return """
      <g class="link \(sign.style)"><title>\(text: graph.boxes[link.child].title) (\(text: columns)) → \
      \(text: graph.boxes[link.parent].title)\(word)</title>
      <path class="line" d="\(path)"/>\(childEnd)\(parentEnd)\(mark(sign))</g>
      """
  }

  private var isLoop: Bool { link.child == link.parent }
  /// Whether the line leaves the child to its right.
  private var goesRight: Bool { isLoop || parent.left > child.left }

  private var start: Point {
    let box = graph.boxes[link.child]
    return (goesRight ? child.x + box.width : child.x, child.y + box.port(of: link.reference.columns.first))
  }

  private var end: Point {
    let box = graph.boxes[link.parent]
    if isLoop { return (parent.x + box.width, parent.y + DiagramBox.header / 2) }
    return (goesRight ? parent.x : parent.x + box.width, parent.y + box.target)
  }

  private var path: HTML {
    guard !isLoop else {
      return
        "M\(start) C\(raw: start.x + 44) \(raw: start.y) \(raw: end.x + 44) \(raw: end.y) \(end)"
    }
    var pieces: [HTML] = ["M\(start) H\(raw: goesRight ? child.right : child.left)"]
    var x = goesRight ? child.right : child.left
    var y = start.y
    for bend in bends {
      let (near, far) = goesRight ? (bend.left, bend.right) : (bend.right, bend.left)
      pieces.append(curve(x, y, near, bend.y))
      pieces.append("H\(raw: far)")
      (x, y) = (far, bend.y)
    }
    pieces.append(curve(x, y, goesRight ? parent.left : parent.right, end.y))
    pieces.append("H\(raw: end.x)")
    return HTML.joined(pieces, separator: " ")
  }

  private func curve(_ x: Int, _ y: Int, _ toX: Int, _ toY: Int) -> HTML {
    let middle = (x + toX) / 2
    return "C\(raw: middle) \(raw: y) \(raw: middle) \(raw: toY) \(raw: toX) \(raw: toY)"
  }

  /// Away from the box.
  private var childStep: Int { goesRight ? 1 : -1 }
  private var parentStep: Int { isLoop || !goesRight ? 1 : -1 }

  private var childEnd: HTML {
    let (x, y) = start
    let far = x + 11 * childStep
    guard !link.reference.isUnique else { return "<path d=\"M\(raw: far) \(raw: y - 5) V\(raw: y + 5)\"/>" }
    return "<path d=\"M\(raw: x) \(raw: y - 6) L\(raw: far) \(raw: y) L\(raw: x) \(raw: y + 6)\"/>"
  }

  private var parentEnd: HTML {
    let (x, y) = end
    let bar: HTML = "<path d=\"M\(raw: x + 7 * parentStep) \(raw: y - 5) V\(raw: y + 5)\"/>"
    let ring: HTML =
      link.reference.isOptional ? "<circle cx=\"\(raw: x + 14 * parentStep)\" cy=\"\(raw: y)\" r=\"4\"/>" : ""
    return "\(bar)\(ring)"
  }

  /// What happened to the key, at the line's first bow.
  private func mark(_ sign: ChangeSign) -> HTML {
    guard sign != .none else { return "" }
    let next: Point =
      bends.first.map { (goesRight ? $0.left : $0.right, $0.y) } ?? (goesRight ? parent.left : parent.right, end.y)
    let x = isLoop ? start.x + 33 : ((goesRight ? child.right : child.left) + next.x) / 2
    let y = isLoop ? (start.y + end.y) / 2 : (start.y + next.y) / 2
    return """
      <circle class="mark" cx="\(raw: x)" cy="\(raw: y)" r="8"/>\
      <text class="mark" x="\(raw: x)" y="\(raw: y + 4)" text-anchor="middle">\(sign.symbol)</text>
      """
  }
}

extension HTML.Interpolation {
  fileprivate mutating func appendInterpolation(_ point: (x: Int, y: Int)) {
    appendInterpolation(raw: point.x)
    appendLiteral(" ")
    appendInterpolation(raw: point.y)
  }
}
