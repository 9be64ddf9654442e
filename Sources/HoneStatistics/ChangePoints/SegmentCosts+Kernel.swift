/// Spreads in the space of a kernel, from sums of kernel values that grow with the end of the series.
///
/// One kernel value for each start and end; only for some thousand values.
struct KernelCosts: SegmentCosts {
    private let values: [Double]
    private let kernel: GaussianKernel

    /// For each start the sum of the kernel of its value with all later ones before the end.
    private var later: [Double]

    init(_ values: [Double], _ kernel: GaussianKernel) {
        self.values = values
        self.kernel = kernel
        later = [Double](repeating: 0, count: values.count)
    }

    mutating func write(into costs: inout [Double], from starts: ClosedRange<Int>, to end: Int) {
        var pairs = 0.0
        for start in starts.reversed() {
            if start < end - 1 { later[start] += kernel.value(values[start], values[end - 1]) }
            pairs += later[start]
            let count = Double(end - start)
            costs[start] = count - 1 - 2 * pairs / count
        }
    }
}
