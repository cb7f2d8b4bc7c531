import SchemagateModel

/// How the way back went, as a cell shows it.
struct RollbackMark {
  let words: HTML
  let weight: Weight

  enum Weight {
    case good
    case doubtful
    /// Whoever rolls back stands there with something that doesn't work.
    case bad
    case silent
  }

  init(_ rollback: StepReport.Rollback) {
    switch rollback {
    case .restored: (words, weight) = ("restored", .good)
    case .reordered: (words, weight) = ("restored, column order differs", .good)
    case .renamed: (words, weight) = ("restored, generated names differ", .good)
    case .differs: (words, weight) = ("not restored", .bad)
    case .irreversible: (words, weight) = ("enum label stays", .doubtful)
    case .rejected: (words, weight) = ("rejected", .bad)
    case .empty: (words, weight) = ("empty, nothing undone", .doubtful)
    case .reapplyRejected: (words, weight) = ("second up rejected", .bad)
    case .reapplyDiffers: (words, weight) = ("second up differs", .bad)
    case .none: (words, weight) = ("no down", .silent)
    case .notRun: (words, weight) = ("not run", .silent)
    }
  }

  var html: HTML {
    switch weight {
    case .good: "<span class=\"good\">✓&nbsp;\(words)</span>"
    case .doubtful: "<span class=\"doubtful\">!&nbsp;\(words)</span>"
    case .bad: "<span class=\"bad\">✗&nbsp;\(words)</span>"
    case .silent: "<span class=\"faint\">\(words)</span>"
    }
  }
}
