import HoneStatistics

/// Reads one series at every week at which the data allow it, as if something had been done there; and again with a known effect.
///
/// The words come from ``EffectReading``: what is measured here is what people are told.
package struct PlaceboRun: Sendable {
    let resamples: Int
    let seed: UInt64

    /// - Parameters:
    ///   - resamples: of the control that draws them.
    ///   - seed: of the control and of the injected effects.
    package init(resamples: Int, seed: UInt64) {
        self.resamples = resamples
        self.seed = seed
    }

    /// - Returns: nil where the terms cannot be, which they can for every kind and direction.
    /// - Complexity: that of eight fits a week, and of the resamples of the control.
    package func row(_ series: BenchmarkSeries) -> BenchmarkRow? {
        guard let terms = series.terms(), let six = series.terms(weeks: EffectTerms.earlyWeeks) else { return nil }
        let past = PlaceboPast(series.values, terms)
        let readings = past.readings
        let worst = WorstOfSix(series.values, better: series.better)
        let worstDates = past.dates.indices.filter { worst.holds(before: past.dates[$0]) }
        let words = readings.map(\.effect.isFalseBetter)
        let isDownBetter = series.better == .lower
        let claims = BenchmarkMethod.allCases.map { method in
            switch method {
            case .shipped: ClaimTally(words)
            case .unguarded: ClaimTally(readings.map { $0.claim == .none ? nil : $0.isDown == isDownBetter })
            case .sixWeeks: ClaimTally(PlaceboPast(series.values, six).readings.map(\.effect.isFalseBetter))
            case .twoLooks: twoLooks(series)
            case .blockBootstrap, .neweyWest, .welch: controlClaims(method, series, past)
            }
        }
        return BenchmarkRow(
            name: series.name, of: series.whole, kind: series.values.kind, better: series.better, isTied: series.isTied,
            windows: past.disjointWindows, claims: claims, afterWorst: ClaimTally(worstDates.map { words[$0] }),
            looksBetter: worstDates.count { worst.looksBetter(from: past.dates[$0]) }, seen: seen(series, past),
            smallestVisible: Quantile.median(sorted: readings.compactMap(\.smallestVisible).sorted()))
    }

    /// At how many weeks each injected effect is claimed.
    private func seen(_ series: BenchmarkSeries, _ past: PlaceboPast) -> [Int] {
        InjectedEffect.all(of: series.values.kind).enumerated().map { index, effect in
            past.dates.count { date in
                let stream = 8 * (date - series.values.firstWeek) + index
                var generator = SeededGenerator(seed: seed &+ NameKey.of(series.name), stream: stream)
                let weeks = date..<past.terms.design.after(date).upperBound
                let changed = effect.series(series.values, in: weeks, generator: &generator)
                return changed.map { effect.isSeen(by: past.reading(of: $0, at: date).claim) } ?? false
            }
        }
    }

    /// The first of two looks that claims something, at weeks at which both can be taken.
    private func twoLooks(_ series: BenchmarkSeries) -> ClaimTally {
        guard let early = series.terms(look: .early), let final = series.terms(look: .final) else { return ClaimTally([]) }
        let (first, last) = (PlaceboPast(series.values, early), PlaceboPast(series.values, final))
        let earlyDates = Set(first.dates)
        return ClaimTally(
            last.dates.filter(earlyDates.contains).map { date in
                first.reading(of: series.values, at: date).effect.isFalseBetter
                    ?? last.reading(of: series.values, at: date).effect.isFalseBetter
            })
    }

    private func controlClaims(_ method: BenchmarkMethod, _ series: BenchmarkSeries, _ past: PlaceboPast) -> ClaimTally {
        let isDownBetter = series.better == .lower
        return ClaimTally(
            past.dates.map { date in
                past.terms.design.sides(of: series.values, at: date).flatMap {
                    method.controlClaim(
                        $0, resamples: resamples, seed: seed ^ NameKey.of(series.name), stream: date - series.values.firstWeek)
                }.map { $0 == isDownBetter }
            })
    }
}
