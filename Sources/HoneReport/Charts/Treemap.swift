/// Boxes that fill a rectangle, each as large as its value, as near to squares as they can be.
///
/// Source: M. Bruls, K. Huizing and J. J. van Wijk (2000), Squarified Treemaps, doi:10.1007/978-3-7091-6783-0_4.
struct Treemap {
    struct Box: Equatable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
    }

    /// One a value, in the same order.
    let boxes: [Box]

    /// - Parameter values: positive, descending.
    /// - Complexity: O(n²) for values that all stand in one row, n the number of boxes, some dozens.
    init(_ values: [Double], in whole: Box) {
        let total = values.reduce(0, +)
        guard total > 0 else {
            boxes = []
            return
        }
        let areas = values.map { $0 / total * whole.width * whole.height }
        var boxes: [Box] = []
        var rest = whole
        var row: ArraySlice<Double> = []
        while boxes.count + row.count < areas.count {
            let next = areas[boxes.count...(boxes.count + row.count)]
            let side = min(rest.width, rest.height)
            if row.isEmpty || Self.worst(next, side) <= Self.worst(row, side) {
                row = next
            } else {
                boxes += Self.lay(row, &rest)
                row = []
            }
        }
        boxes += Self.lay(row, &rest)
        self.boxes = boxes
    }

    /// How far the least square box of a row is from a square.
    private static func worst(_ row: ArraySlice<Double>, _ side: Double) -> Double {
        let sum = row.reduce(0, +)
        guard let most = row.max(), let least = row.min(), sum > 0, least > 0 else { return .infinity }
        return max(side * side * most / (sum * sum), sum * sum / (side * side * least))
    }

    /// Puts a row along the shorter side and takes it off the rest.
    private static func lay(_ row: ArraySlice<Double>, _ rest: inout Box) -> [Box] {
        let sum = row.reduce(0, +)
        guard sum > 0, rest.width > 0, rest.height > 0 else { return row.map { _ in rest } }
        var boxes: [Box] = []
        if rest.width >= rest.height {
            let width = min(rest.width, sum / rest.height)
            var y = rest.y
            for area in row {
                boxes.append(Box(x: rest.x, y: y, width: width, height: area / width))
                y += area / width
            }
            rest = Box(x: rest.x + width, y: rest.y, width: rest.width - width, height: rest.height)
        } else {
            let height = min(rest.height, sum / rest.width)
            var x = rest.x
            for area in row {
                boxes.append(Box(x: x, y: rest.y, width: area / height, height: height))
                x += area / height
            }
            rest = Box(x: rest.x, y: rest.y + height, width: rest.width, height: rest.height - height)
        }
        return boxes
    }
}
