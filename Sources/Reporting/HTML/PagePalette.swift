/// The page's colours, each for a light and for a dark screen.
enum PagePalette {
  /// A colour by its name in the style sheet.
  struct Color: Hashable, Sendable {
    let name: String
    let light: String
    let dark: String
  }

  static let all = [
    Color(name: "page", light: "#f4f5f7", dark: "#0e1116"),
    Color(name: "card", light: "#ffffff", dark: "#161b22"),
    Color(name: "soft", light: "#eceef2", dark: "#212832"),
    Color(name: "edge", light: "#d3d8e0", dark: "#313a46"),
    Color(name: "text", light: "#181d26", dark: "#e5e9f0"),
    Color(name: "faint", light: "#545e6d", dark: "#9eaaba"),
    Color(name: "link", light: "#0b55b3", dark: "#82b8ff"),
    Color(name: "good", light: "#146132", dark: "#7ed69a"),
    Color(name: "good-soft", light: "#e2f4e8", dark: "#12301d"),
    Color(name: "bad", light: "#a81c1c", dark: "#ff9d96"),
    Color(name: "bad-soft", light: "#fce8e6", dark: "#3d1a1b"),
    Color(name: "warn", light: "#7a4800", dark: "#f1c069"),
    Color(name: "warn-soft", light: "#fdf0d5", dark: "#382808"),
    Color(name: "warn-edge", light: "#b97a00", dark: "#d9a441"),
    Color(name: "lost", light: "#5b3aa6", dark: "#c3adff"),
    Color(name: "lost-soft", light: "#eee8fb", dark: "#281e45"),
    Color(name: "line", light: "#6c7787", dark: "#8894a5"),
  ]

  /// Which colours stand on which: every text must be readable there.
  static let pairs: [(text: String, ground: String)] =
    ["page", "card", "soft"].flatMap { ground in
      ["text", "faint", "link"].map { (text: $0, ground: ground) }
    }
    + ["good", "bad", "warn", "lost"].flatMap { name in
      [(text: name, ground: "card"), (text: name, ground: "page"), (text: name, ground: "\(name)-soft")]
    }
    + ["good-soft", "bad-soft", "warn-soft", "lost-soft"].flatMap { ground in
      ["text", "faint"].map { (text: $0, ground: ground) }
    }

  static func variables(_ side: KeyPath<Color, String>) -> String {
    all.map { "--\($0.name):\($0[keyPath: side]);" }.joined()
  }
}
