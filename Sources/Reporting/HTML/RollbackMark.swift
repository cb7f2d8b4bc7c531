import SchemagateModel

/// How the way back went, as a cell shows it.
struct RollbackMark {
  let rollback: StepReport.Rollback

  var html: HTML {
    switch rollback.weight {
    case .good: "<span class=\"good\">✓&nbsp;\(text: rollback.words)</span>"
    case .doubtful: "<span class=\"doubtful\">!&nbsp;\(text: rollback.words)</span>"
    case .bad: "<span class=\"bad\">✗&nbsp;\(text: rollback.words)</span>"
    case .silent: "<span class=\"faint\">\(text: rollback.words)</span>"
    }
  }
}
