/// What the small and the large trend chart share: band, limits, line and points of one series.
struct TrendShape {
    let values: [Double?]
    let limits: NaturalLimits?
    let horizontal: (first: Double, step: Double)
    let scale: Scale
    let span: (left: Double, right: Double)

    /// The largest value the axis has to reach, with some air.
    static func largest(_ values: [Double?], _ limits: NaturalLimits?) -> Double {
        max(values.compactMap { $0 }.max() ?? 0, limits?.upper ?? 0) * 1.08
    }

    /// 0, or the smallest value below it, with some air.
    static func smallest(_ values: [Double?]) -> Double { min(0, (values.compactMap { $0 }.min() ?? 0) * 1.08) }

    func x(_ index: Int) -> Double { horizontal.first + Double(index) * horizontal.step }

    var band: [Node] {
        guard let limits else { return [] }
        let (top, bottom) = (scale.position(limits.upper), scale.position(max(scale.smallest, limits.lower)))
        var nodes = [
            Drawing.box(span.left, top, span.right - span.left, bottom - top, opacity: "0.08", name: "band"),
            Drawing.line(span.left, top, span.right, top, opacity: "0.3", isDashed: true),
        ]
        // A limit below 0 is no line: a floor at 0 would hide that there is none.
        if limits.lower > 0 { nodes.append(Drawing.line(span.left, bottom, span.right, bottom, opacity: "0.3", isDashed: true)) }
        return nodes
    }

    /// The line, broken where a value is missing.
    var line: Node {
        var path = ""
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            let isConnected = index > 0 && values[index - 1] != nil
            path += "\(isConnected ? "L" : "M")\(coordinate(x(index))) \(coordinate(scale.position(value)))"
        }
        return Tag.path([
            .class: "trend", .d: path, .fill: "none", .stroke: "currentColor", .strokeWidth: "1.5", .strokeLinejoin: "round",
            .strokeLinecap: "round",
        ])
    }

    /// A dot for each value, the last one larger and in the accent; a small cross on the axis where there is none.
    func points(radius: Double) -> [Node] {
        values.enumerated().map { index, value in
            guard let value else {
                let (x, y) = (x(index), scale.position(0))
                let arm = radius
                return Tag.path([
                    .class: "gap",
                    .d: "M\(coordinate(x - arm)) \(coordinate(y - 2 * arm))L\(coordinate(x + arm)) \(coordinate(y))"
                        + "M\(coordinate(x + arm)) \(coordinate(y - 2 * arm))L\(coordinate(x - arm)) \(coordinate(y))",
                    .stroke: "currentColor", .strokeOpacity: "0.5", .strokeWidth: "1", .fill: "none",
                ])
            }
            let isLast = index == values.count - 1
            return Tag.circle([
                .class: isLast ? "last" : "point", .cx: coordinate(x(index)), .cy: coordinate(scale.position(value)),
                .r: coordinate(isLast ? radius * 1.9 : radius), .fill: "currentColor",
            ])
        }
    }
}
