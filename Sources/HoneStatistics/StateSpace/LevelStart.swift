/// What a state space model supposes about its first level and about coefficients, before it sees a value.
public enum LevelStart: Sendable, Hashable {
    /// Nothing: the exact diffuse start.
    case unknown

    /// A mean of 0 with a large variance, as some packages put it (1e6): the result depends on the unit of the values. For
    /// comparison only.
    case variance(Double)

    var variance: Double? {
        if case .variance(let variance) = self { variance } else { nil }
    }
}
