/// A thing on both sides: what it was at base, and what it is at head.
struct SideRow {
  let title: HTML
  let sign: ChangeSign
  let base: HTML
  let head: HTML

  /// Words for a side on which the thing isn't there.
  static let absent: HTML = "<span class=\"faint\" aria-hidden=\"true\">–</span>\(HTML.hidden("not there"))"

  var html: HTML {
    """
    <tr class="\(sign.style)"><th scope="row">\(sign.html)\(title)</th>\
    <td class="base">\(base)</td><td class="head">\(head)</td></tr>
    """
  }
}

/// Rows that belong together, under a title.
struct SideGroup {
  let title: HTML
  let rows: [SideRow]
  /// How many rows of this kind are left out.
  var leftOut = 0

  var html: HTML {
    let more: HTML =
      leftOut > 0
      ? "<tr class=\"same\"><td colspan=\"3\" class=\"faint\">… and \(leftOut) more</td></tr>" : ""
    return HTML.joined(
      ["<tr class=\"group\"><th colspan=\"3\" scope=\"colgroup\">\(title)</th></tr>"] + rows.map(\.html)
        + (more.isEmpty ? [] : [more]))
  }
}

/// Base and head beside each other; on a narrow screen, one below the other.
struct SideTable {
  let caption: HTML
  let groups: [SideGroup]

  var html: HTML {
    """
    <table class="sides"><caption class="hidden">\(caption)</caption>
    <thead><tr><th scope="col">Object</th><th scope="col">Base</th><th scope="col">Head</th></tr></thead>
    <tbody>
    \(HTML.joined(groups.filter { !$0.rows.isEmpty }.map(\.html)))
    </tbody></table>
    """
  }
}
