import SchemagateModel

/// Lists of single lines about a target.
struct NoteParts {
  let report: Report
  let target: TargetReport
  let groups: FindingGroups

  /// One line for each, since each is a decision of its own.
  var access: PagePart {
    let lines = target.access.prefix(500).map { line -> HTML in
      let untried: HTML = line.proved ? "" : " <span class=\"faint\">(from the catalogue, not tried)</span>"
      return "\(sentence: Spoken.opening(line.words))\(untried)\(how(line))"
    }
    return PagePart(
      "access", "Who may do what now", count: target.access.count,
      folding(lines, after: 10, "change of access", "changes of access") + [more(target.access.count, 500)])
  }

  private func how(_ line: AccessReport) -> HTML {
    line.proved ? "<br><span class=\"faint\">Tried: \(code: line.how)</span>" : ""
  }

  var environments: PagePart {
    let lines = target.environments.map { environment -> HTML in
      let isGood = environment.outcome == .applies
      let sign: HTML = isGood ? "<span class=\"good\">✓</span>" : "<span class=\"doubtful\">!</span>"
      return "\(sign) \(sentence: Spoken.opening(EnvironmentText(environment: environment).line))\(names(environment))"
    }
    return PagePart("environments", "Environments", count: lines.count, [HTML.list(lines)])
  }

  private func names(_ environment: EnvironmentReport) -> HTML {
    let lists = [("not applied there", environment.behind), ("known only there", environment.unknown)]
    let lines = lists.filter { !$0.1.isEmpty }.map { title, ids -> HTML in
      let names = HTML.joined(ids.prefix(20).map { "\(code: $0.rawValue)" }, separator: ", ")
      let more: HTML = ids.count > 20 ? " and \(ids.count - 20) more" : ""
      return "<br><span class=\"faint\">\(text: title): \(names)\(more)</span>"
    }
    return HTML.joined(lines, separator: "")
  }

  var waivers: PagePart {
    let lines = target.waivers.prefix(500).map { waiver -> HTML in
      let on: HTML = waiver.on.map { " on \(code: $0)" } ?? ""
      let place: HTML = waiver.location.map { " <span class=\"faint\">(\(PlaceLink(report).html($0)))</span>" } ?? ""
      return "\(code: waiver.rule)\(on): \(text: waiver.because)\(place)"
    }
    let accepted = groups.waived.prefix(200).map { finding -> HTML in
      "\(sentence: finding.message) · \(code: finding.rule)"
    }
    let details = accepted.isEmpty ? "" : HTML.details("What they accept", [HTML.list(accepted)])
    return PagePart(
      "waivers", "Waivers in use", count: target.waivers.count,
      [HTML.list(lines), more(target.waivers.count, 500), details])
  }

  /// The ready file that gives the scratch world what production has.
  var setup: PagePart {
    guard let setup = target.setup else { return PagePart("setup", "Setup file", []) }
    let path = "schemagate/setup.sql"
    let body: [HTML] = [
      "<p>Put this in \(code: path); it runs first, as administrator:</p>",
      HTML.block(VisibleText.block(setup, lines: 2000, width: 1000)),
      "<p>and name it in <code>schemagate.yml</code>:</p>",
      HTML.block(["targets:", "  \(YAMLText.key(target.name)):", "    setup: \(path)"]),
    ]
    // Where the check came to its end all the same, it is an improvement and not what stops it.
    guard target.verdict != .unknown else { return PagePart("setup", "Setup file", body) }
    let title: HTML = "The scratch database lacked what production has, and went on with stand-ins"
    return PagePart("setup", "Setup file", [HTML.details(title, body)])
  }

  var notChecked: PagePart {
    let notes = target.everythingNotChecked
    let lines = notes.prefix(500).map { note -> HTML in
      let remedy: HTML = note.try.map { "<br>→ \(sentence: Spoken.opening($0))" } ?? ""
      return "\(sentence: Spoken.opening(note.what)): \(sentence: note.why)\(remedy)"
    }
    return PagePart(
      "unchecked", "What was not checked", count: notes.count,
      folding(lines, after: 10, "thing", "things") + [more(notes.count, 500)])
  }

  var assumptions: PagePart {
    PagePart(
      "assumptions", "Assumptions", count: target.assumptions.count,
      [
        target.assumptions.isEmpty
          ? "" : "<p class=\"faint\">Nothing is configured, so this was taken from the files.</p>",
        HTML.list(target.assumptions.map { "\(sentence: Spoken.opening($0))" }),
      ])
  }

  var timings: PagePart {
    let lines = target.timings.map { "\(text: $0.stage): \(text: Count.time(milliseconds: $0.milliseconds))" as HTML }
    let options = target.engine.options.map { "\(code: $0)" as HTML }
    let built: HTML = options.isEmpty ? "" : "<p>Built with \(HTML.joined(options, separator: ", "))</p>"
    guard !lines.isEmpty || !options.isEmpty else { return PagePart("timings", "Time and server", []) }
    return PagePart(
      "timings", "Time and server", [HTML.details("Each stage's time", [HTML.list(lines), built])])
  }

  private func folding(_ lines: [HTML], after limit: Int, _ one: String, _ many: String) -> [HTML] {
    guard lines.count > limit + 2 else { return [HTML.list(lines)] }
    let rest = lines.dropFirst(limit)
    let title: HTML = "\(text: Count.of(rest.count, "more \(one)", "more \(many)"))"
    return [HTML.list(Array(lines.prefix(limit))), HTML.details(title, [HTML.list(Array(rest))])]
  }

  private func more(_ count: Int, _ limit: Int) -> HTML { HTML.more(count - limit, "line", "lines") }
}

/// A place in the repository, linked to the head commit where that is published.
struct PlaceLink {
  private let source: SourceLink

  init(_ report: Report) { source = SourceLink(report) }

  func html(_ location: SourceLocation) -> HTML {
    HTML.link("\(code: location.text)", source.url(location))
  }
}
