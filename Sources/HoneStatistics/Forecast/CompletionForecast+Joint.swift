extension CompletionForecast {
    /// When all of several teams are done, each with its own work and its own days.
    ///
    /// The last one counts, so the probabilities are multiplied. That assumes teams that do not wait for each other and whose
    /// luck is independent; where a holiday or an outage slows all of them, the truth is nearer to the slowest team alone. Say so
    /// beside the number.
    ///
    /// - Parameter teams: one forecast each.
    /// - Throws: `empty` for no team.
    /// - Complexity: O(teams · d), d the most days that one of them has a probability for.
    ///
    /// Source: H. A. David and H. N. Nagaraja (2003), Order Statistics, 3rd edition, 2.1, doi:10.1002/0471722162.
    public static func joint(_ teams: [CompletionForecast]) throws(ForecastRefusal) -> CompletionForecast {
        guard let longest = teams.map(\.probabilities.count).max() else { throw .empty }
        let probabilities = (0..<longest).map { day in teams.reduce(1.0) { $0 * $1.probability(within: day) } }
        return CompletionForecast(basis: .joint(teams: teams.count), probabilities: probabilities)
    }
}
