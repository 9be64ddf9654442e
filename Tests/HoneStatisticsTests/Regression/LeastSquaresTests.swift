import HoneStatistics
import Testing

struct LeastSquaresTests {
    /// NIST Statistical Reference Datasets, Longley: columns that nearly depend on each other, with certified results.
    @Test func `Longley's economy keeps its certified digits`() throws {
        let employed: [Double] = [
            60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551,
        ]
        let columns: [[Double]] = [
            employed.map { _ in 1 },
            [83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
            [
                234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601,
                518173, 554894,
            ],
            [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
            [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
            [
                107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368,
                127852, 130081,
            ],
            (1947...1962).map(Double.init),
        ]
        let fit = try #require(LeastSquares(employed, columns: columns))
        let certified = [
            (-3482258.63459582, 890420.383607373), (15.0618722713733, 84.9149257747669),
            (-0.358191792925910e-01, 0.334910077722432e-01), (-2.02022980381683, 0.488399681651699),
            (-1.03322686717359, 0.214274163161675), (-0.511041056535807e-01, 0.226073200069370),
            (1829.15146461355, 455.478499142212),
        ]
        for (index, (coefficient, error)) in certified.enumerated() {
            #expect(isRelativelyClose(fit.coefficients[index], coefficient, 1e-10))
            #expect(isRelativelyClose(fit.standardErrors[index], error, 1e-10))
        }
        #expect(isRelativelyClose(fit.residualDeviation, 304.854073561965, 1e-11))
        #expect(isRelativelyClose(fit.rSquared, 0.995479004577296, 1e-13))
        #expect(fit.degreesOfFreedom == 9)
    }

    /// NIST StRD Wampler1: a polynomial of degree five without noise, all certified coefficients 1.
    @Test func `a polynomial without noise comes back`() throws {
        let x = (0...20).map(Double.init)
        let columns = (0...5).map { power in x.map { x in (0..<power).reduce(1.0) { product, _ in product * x } } }
        let values = x.indices.map { row in columns.reduce(0) { $0 + $1[row] } }
        let fit = try #require(LeastSquares(values, columns: columns))
        #expect(fit.coefficients.allSatisfy { isClose($0, 1, 1e-10) })
        #expect(fit.residualDeviation < 1e-9)
    }

    @Test func `residuals are orthogonal to every column`() throws {
        var generator = SeededGenerator(seed: 8)
        let columns = [Array(repeating: 1.0, count: 40)] + (0..<3).map { _ in (0..<40).map { _ in 1e4 * generator.unit() } }
        let values = (0..<40).map { _ in generator.unit() }
        let fit = try #require(LeastSquares(values, columns: columns))
        for column in columns { #expect(abs(zip(column, fit.residuals).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-9) }
    }

    @Test func `a scaled column scales its coefficient and error alone`() throws {
        let times = (0..<30).map(Double.init)
        let values = times.map { 2 + 0.3 * $0 + Double(Int($0) * 7 % 5) }
        let plain = try #require(LeastSquares(values, columns: [times.map { _ in 1 }, times]))
        let scaled = try #require(LeastSquares(values, columns: [times.map { _ in 1 }, times.map { $0 * 1e9 }]))
        #expect(isRelativelyClose(scaled.coefficients[1] * 1e9, plain.coefficients[1], 1e-12))
        #expect(isRelativelyClose(scaled.coefficients[0], plain.coefficients[0], 1e-12))
        let (one, other) = (try #require(plain.neweyWest(lags: 3)), try #require(scaled.neweyWest(lags: 3)))
        #expect(isRelativelyClose(other[1] * 1e9, one[1], 1e-11) && isRelativelyClose(other[0], one[0], 1e-11))
    }

    @Test func `what cannot be fitted is refused`() {
        #expect(LeastSquares([1, 2, 3], columns: []) == nil)
        #expect(LeastSquares([1, 2], columns: [[1, 1], [0, 1]]) == nil)
        #expect(LeastSquares([1, 2, 3, 4], columns: [[1, 1, 1, 1], [2, 2, 2, 2]]) == nil)
        #expect(LeastSquares([1, 2, 3], columns: [[0, 0, 0]]) == nil)
        #expect(LeastSquares([1, 2, .nan], columns: [[1, 1, 1]]) == nil)
        #expect(LeastSquares([1, 2, 3], columns: [[1, 1]]) == nil)
        #expect(LeastSquares([1, 2, 3], columns: [[1, 1, 1]])?.neweyWest(lags: 3) == nil)
        #expect(LeastSquares([1, 2, 3], columns: [[1, 1, 1]])?.intervals(level: 1, [1]) == nil)
        #expect(LeastSquares([1, 1, 1], columns: [[1, 1, 1]])?.rSquared == nil)
    }
}
