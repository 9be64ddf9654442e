/// Many small dots as one path: a line of no length with round ends.
enum Dots {
    static func path(_ points: [(x: Double, y: Double)], size: Double, opacity: String, name: String = "dots") -> Node {
        Tag.path([
            .class: name, .d: points.map { "M\(coordinate($0.x)) \(coordinate($0.y))h0" }.joined(), .fill: "none", .stroke: "currentColor",
            .strokeWidth: coordinate(size), .strokeLinecap: "round", .strokeOpacity: opacity,
        ])
    }
}
