import SchemagateModel

/// How the way back went: the same words wherever it is shown.
extension StepReport.Rollback {
  enum Weight {
    case good
    case doubtful
    /// Whoever rolls back stands there with something that doesn't work.
    case bad
    case silent
  }

  var weight: Weight {
    switch self {
    case .restored, .reordered, .renamed: .good
    case .irreversible, .empty: .doubtful
    case .differs, .rejected, .reapplyRejected, .reapplyDiffers: .bad
    case .none, .notRun: .silent
    }
  }

  var words: String {
    switch self {
    case .restored: "restored"
    case .reordered: "restored, column order differs"
    case .renamed: "restored, generated names differ"
    case .differs: "not restored"
    case .irreversible: "enum label stays"
    case .rejected: "rejected"
    case .empty: "empty, nothing undone"
    case .reapplyRejected: "second up rejected"
    case .reapplyDiffers: "second up differs"
    case .none: "no down"
    case .notRun: "not run"
    }
  }
}
