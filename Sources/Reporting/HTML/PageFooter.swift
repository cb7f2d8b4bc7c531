import SchemagateModel

/// The end of the page: what checked what, and how long it took.
struct PageFooter {
  let report: Report

  var html: HTML {
    """
    <footer>
    <p>\(HTML.joined([generator] + engines + commits + time, separator: " · "))</p>
    </footer>
    """
  }

  private var generator: HTML { "\(text: report.generator.name) \(text: report.generator.version)" }

  private var engines: [HTML] {
    var seen: Set<HTML> = []
    return report.targets.filter { $0.verdict != .unchanged }.compactMap { target in
      let words = EngineWords.html(target)
      return seen.insert(words).inserted ? words : nil
    }
  }

  private var commits: [HTML] {
    let base = report.base?.commit.map { "base \(code: $0)" as HTML }
    let mergeBase = report.mergeBase.flatMap { $0 == report.base?.commit ? nil : "merge base \(code: $0)" as HTML }
    let head = report.head?.commit.map { "head \(code: $0)" as HTML }
    let tree = report.mergedTree.map { "merged tree \(code: $0)" as HTML }
    return [base, mergeBase, head, tree].compactMap { $0 }
  }

  private var time: [HTML] {
    let total = report.targets.flatMap(\.timings).map(\.milliseconds).reduce(0, +)
    return total > 0 ? ["\(text: Count.time(milliseconds: total))"] : []
  }
}

/// `PostgreSQL 15.18, dbmate (detected)`.
enum EngineWords {
  static func html(_ target: TargetReport) -> HTML {
    let version: HTML = target.engine.version.map { " \(text: $0)" } ?? ""
    let detected: HTML = target.assumptions.isEmpty ? "" : " (detected)"
    return "\(text: target.engine.name.title)\(version), \(text: target.tool)\(detected)"
  }
}
