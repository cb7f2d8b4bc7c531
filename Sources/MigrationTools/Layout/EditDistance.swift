/// How many letters have to be added, taken away or exchanged to make one word of another.
enum EditDistance {
  static func between(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var next = [index + 1]
      for (column, other) in right.enumerated() {
        let exchanged = row[column] + (letter == other ? 0 : 1)
        next.append(Swift.min(exchanged, row[column + 1] + 1, next[column] + 1))
      }
      row = next
    }
    return row[right.count]
  }
}
