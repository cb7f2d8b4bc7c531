/// What a change means to rows, rights and the code that is still deployed; the order is from harmless to worst.
package enum Consequence: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case harmless
  case breaksUse = "breaks readers or writers"
  case widensAccess = "widens access"
  case losesAccess = "loses access"
  case losesData = "loses data"

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .harmless: 0
    case .breaksUse: 1
    case .widensAccess: 2
    case .losesAccess: 3
    case .losesData: 4
    }
  }
}
