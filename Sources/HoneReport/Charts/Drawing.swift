/// A chart's outer element: named and described for people who do not see it, drawn in the colours of its surroundings.
struct Drawing {
    let width: Double
    let height: Double
    let title: String
    let description: String
    /// The style class that sets how large it is shown.
    var name = "chart"

    func svg(_ content: [Node]) -> Node {
        Tag.svg(
            [
                .class: name, .viewBox: "0 0 \(coordinate(width)) \(coordinate(height))", .role: "img",
                .xmlns: "http://www.w3.org/2000/svg",
                .ariaLabel: title, .focusable: "false",
            ], [Tag.title(.text(title)), Tag.desc(.text(description))] + content)
    }

    enum Anchor: String { case start, middle, end }

    /// A label, in the text colour; `isStrong` for the one that says what is now.
    static func label(_ text: String, x: Double, y: Double, anchor: Anchor = .start, size: Double = 11, isStrong: Bool = false) -> Node {
        Tag.label(
            [
                .class: isStrong ? "now" : "note", .x: coordinate(x), .y: coordinate(y), .textAnchor: anchor.rawValue,
                .fill: "currentColor",
                .fontSize: coordinate(size), .fontWeight: isStrong ? "600" : "400",
            ], .text(text))
    }

    /// A straight line; a dashed one is a limit or a floor.
    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, opacity: String = "0.35", isDashed: Bool = false) -> Node {
        Tag.line([
            .x1: coordinate(x1), .y1: coordinate(y1), .x2: coordinate(x2), .y2: coordinate(y2), .stroke: "currentColor",
            .strokeOpacity: opacity, .strokeWidth: "1", .strokeDasharray: isDashed ? "3 2" : "none",
        ])
    }

    /// A filled box, in the text colour made faint or in the accent of the page.
    static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, opacity: String, name: String = "box") -> Node {
        Tag.rect([
            .class: name, .x: coordinate(x), .y: coordinate(y), .width: coordinate(max(0, width)), .height: coordinate(max(0, height)),
            .fill: "currentColor", .fillOpacity: opacity,
        ])
    }
}
