/// The columns of a linear model as orthogonal columns of length 1 times a triangle: X = Q R.
struct OrthogonalFactor: Sendable, Hashable {
    /// The orthogonal columns.
    let columns: [[Double]]

    /// The upper triangle, by columns.
    private let triangle: [[Double]]

    /// `nil` for a column that depends on those before it, to the last digits.
    ///
    /// - Complexity: O(n · k²), n rows and k columns.
    init?(_ list: [[Double]]) {
        var (columns, triangle): ([[Double]], [[Double]]) = ([], [])
        for var column in list {
            var entries = [Double](repeating: 0, count: list.count)
            let length = Self.dot(column, column).squareRoot()
            // Twice is enough: the second pass takes out what rounding left of the first.
            for _ in 0..<2 {
                for (place, other) in columns.enumerated() {
                    let part = Self.dot(other, column)
                    entries[place] += part
                    for row in column.indices { column[row] -= part * other[row] }
                }
            }
            let rest = Self.dot(column, column).squareRoot()
            guard rest > length * 1e-14, rest.isFinite else { return nil }
            entries[columns.count] = rest
            columns.append(column.map { $0 / rest })
            triangle.append(entries)
        }
        self.columns = columns
        self.triangle = triangle
    }

    /// The least-squares coefficients of `values`: R⁻¹ Qᵀ y.
    func coefficients(of values: [Double]) -> [Double] {
        solution(columns.map { Self.dot($0, values) })
    }

    /// R⁻¹ applied to a vector, by going back up the triangle.
    func solution(_ vector: [Double]) -> [Double] {
        var solution = vector
        for place in solution.indices.reversed() {
            solution[place] /= triangle[place][place]
            for above in 0..<place { solution[above] -= triangle[place][above] * solution[place] }
        }
        return solution
    }

    /// The lengths of the rows of R⁻¹: the standard errors of the coefficients for residuals of deviation 1.
    var inverseLengths: [Double] {
        var squares = [Double](repeating: 0, count: columns.count)
        for place in columns.indices {
            var unit = [Double](repeating: 0, count: columns.count)
            unit[place] = 1
            for (row, entry) in solution(unit).enumerated() { squares[row] += entry * entry }
        }
        return squares.map { $0.squareRoot() }
    }

    /// The variance of the model at one row of columns, for residuals of deviation 1: the squared length of R⁻ᵀ applied to it.
    func variance(at row: [Double]) -> Double {
        var rest = row
        var sum = 0.0
        for place in rest.indices {
            rest[place] /= triangle[place][place]
            sum += rest[place] * rest[place]
            for later in place + 1..<rest.count { rest[later] -= triangle[later][place] * rest[place] }
        }
        return sum
    }

    private static func dot(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).lazy.map { $0 * $1 }.compensatedSum
    }
}
