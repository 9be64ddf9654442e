/// A box of slanted lines: what waits, or what is not known.
enum Hatch {
    static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [Node] {
        [Drawing.box(x, y, width, height, opacity: "0.06"), lines(x, y, width, height), frame(x, y, width, height)]
    }

    static func frame(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Node {
        Tag.rect([
            .class: "frame", .x: coordinate(x + 0.5), .y: coordinate(y + 0.5), .width: coordinate(max(0.1, width - 1)),
            .height: coordinate(height - 1), .fill: "none", .stroke: "currentColor", .strokeOpacity: "0.7", .strokeWidth: "1",
        ])
    }

    /// Slanted lines cut to a box. Drawn line by line, because a pattern is lost where its drawing is not the one shown.
    private static func lines(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Node {
        let step = 6.0
        var path = ""
        var start = step - height
        while start < width {
            // From the lower left up to the right, one across for one up.
            let (from, to) = (max(0, start), min(width, start + height))
            if to > from {
                path += "M\(coordinate(x + from)) \(coordinate(y + height - (from - start)))"
                path += "L\(coordinate(x + to)) \(coordinate(y + height - (to - start)))"
            }
            start += step
        }
        return Tag.path([
            .class: "hatch", .d: path, .fill: "none", .stroke: "currentColor", .strokeOpacity: "0.65", .strokeWidth: "1.2",
        ])
    }
}
