/// The beginning and the end of what a program printed.
struct OutputKeeper {
  private static let headLimit = 256 << 10
  private static let tailLimit = 768 << 10

  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private(set) var isWhole = true

  mutating func add(_ bytes: some Sequence<UInt8>) {
    var bytes = Array(bytes)
    let room = Self.headLimit - head.count
    if room > 0 {
      head += bytes.prefix(room)
      bytes = Array(bytes.dropFirst(room))
    }
    tail += bytes
    // Cut seldom: each cut moves what stays.
    if tail.count > 2 * Self.tailLimit { cut() }
  }

  var text: String {
    var whole = self
    if whole.tail.count > Self.tailLimit { whole.cut() }
    let gap = whole.isWhole ? "" : "\n… (left out) …\n"
    return String(decoding: whole.head, as: UTF8.self) + gap + String(decoding: whole.tail, as: UTF8.self)
  }

  private mutating func cut() {
    tail.removeFirst(tail.count - Self.tailLimit)
    isWhole = false
  }
}
