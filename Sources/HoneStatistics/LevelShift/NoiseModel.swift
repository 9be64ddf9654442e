/// One hypothesis about the noise of weekly values: sampling noise of each week, plus a level that wanders.
///
/// The covariance of the weekly values is proportional to diag(1/weight) + `size` · `memory`^(weeks between) for a
/// `memory` below 1, and to diag(1/weight) + `size`/12 · (weeks since the first, the earlier of the two) for a memory of
/// 1, a random walk. `size` is measured in variances of a value of weight 1.
public struct NoiseModel: Sendable, Hashable {
    /// The correlation of the wandering level from one week to the next, in 0...1.
    public let memory: Double

    /// The variance of the wandering level against that of a value of weight 1, zero or more.
    public let size: Double

    /// Makes a noise model from its two numbers, unchecked.
    ///
    /// - Parameters:
    ///   - memory: in 0...1.
    ///   - size: zero or more.
    /// - Complexity: O(1).
    public init(memory: Double, size: Double) {
        self.memory = memory
        self.size = size
    }

    /// The memories of ``grid``, in order.
    static let memories = [0, 0.4, 0.8, 0.95, 1]

    /// The sizes of ``grid`` for each memory above 0, in order.
    static let sizes = [0.01, 0.03, 0.1, 0.3, 1]

    /// The 21 models a level shift is averaged over, each as likely as the next before the data are seen.
    ///
    /// White noise first, then for each memory of 0.4, 0.8, 0.95 and 1 the sizes 0.01, 0.03, 0.1, 0.3 and 1.
    public static let grid: [NoiseModel] =
        [NoiseModel(memory: 0, size: 0)]
        + memories.dropFirst().flatMap { memory in sizes.map { NoiseModel(memory: memory, size: $0) } }
}
