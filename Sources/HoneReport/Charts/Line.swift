/// A line through points, or an area between two of them.
enum Line {
    static func path(
        _ points: [(x: Double, y: Double)], width: Double = 1.5, opacity: String = "1", isDashed: Bool = false, name: String = "trend"
    ) -> Node {
        Tag.path([
            .class: name, .d: text(points), .fill: "none", .stroke: "currentColor", .strokeWidth: coordinate(width),
            .strokeOpacity: opacity, .strokeDasharray: isDashed ? "4 3" : "none", .strokeLinejoin: "round",
        ])
    }

    /// Falls or rises only at the next point.
    static func steps(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
        zip(points, points.dropFirst()).reduce(into: Array(points.prefix(1))) { steps, pair in
            steps.append((pair.1.x, pair.0.y))
            steps.append(pair.1)
        }
    }

    static func area(upper: [(x: Double, y: Double)], lower: [(x: Double, y: Double)], opacity: String, name: String = "area") -> Node {
        Tag.path([
            .class: name, .d: text(upper + lower.reversed()) + "Z", .fill: "currentColor", .fillOpacity: opacity,
        ])
    }

    private static func text(_ points: [(x: Double, y: Double)]) -> String {
        points.enumerated().map { "\($0.offset == 0 ? "M" : "L")\(coordinate($0.element.x)) \(coordinate($0.element.y))" }.joined()
    }
}
