/// Sums of squares about the mean, from running sums of values less their overall mean.
struct SquaredCosts: SegmentCosts {
    private let sums: RunningSums

    init(_ values: [Double]) {
        sums = RunningSums(values)
    }

    mutating func write(into costs: inout [Double], from starts: ClosedRange<Int>, to end: Int) {
        let (sum, square) = (sums.values[end], sums.squares[end])
        for start in starts {
            let difference = sum - sums.values[start]
            costs[start] = max(0, square - sums.squares[start] - difference * difference / Double(end - start))
        }
    }
}

/// Running sums of values and of their squares; about the overall mean, which keeps digits and changes no cost.
struct RunningSums {
    private(set) var values: [Double]
    private(set) var squares: [Double]

    init(_ list: [Double]) {
        let mean = list.compensatedSum / Double(list.count)
        var (sum, square) = (CompensatedSum(), CompensatedSum())
        values = [0]
        squares = [0]
        values.reserveCapacity(list.count + 1)
        squares.reserveCapacity(list.count + 1)
        for value in list {
            sum.add(value - mean)
            square.add((value - mean) * (value - mean))
            values.append(sum.value)
            squares.append(square.value)
        }
    }
}
