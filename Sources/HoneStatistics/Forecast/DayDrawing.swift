/// How a simulation draws the days to come.
public enum DayDrawing: Sendable, Hashable {
    /// Each day by itself, evenly from the sample.
    case days
    /// Whole weeks of seven days, counted back from the last day of the sample, which keeps the pattern of weekdays and what
    /// one day does to the next within a week. A rest of fewer than seven days at the beginning is left out.
    ///
    /// Source: P. Hall, J. L. Horowitz and B.-Y. Jing (1995), On blocking rules for the bootstrap, doi:10.1093/biomet/82.3.561.
    case weeks
}
