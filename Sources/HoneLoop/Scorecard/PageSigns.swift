import HoneFacts
package import HoneMetrics

/// The signs of a scorecard's window.
///
/// The usual numbers can come from what the last page kept, which holds no titles and no replaced versions; so their signs are
/// those that live items alone can show, whichever way the page came about. A KPI on another metric has everything read for it.
struct PageSigns {
    private let usual: SignsOfWindow
    private let whole: SignsOfWindow

    /// - Parameter context: over its own window.
    init(_ builder: ScorecardBuilder, _ context: MeasureContext) {
        let limits = builder.agreements.limits(on: builder.today)
        usual = SignsOfWindow(builder.histories, context, limits: limits, looksAtTitles: false)
        let others = builder.agreements.kpisInForce(on: builder.today).map(\.metric).filter { !ScorecardBuilder.usualMetrics.contains($0) }
        whole =
            others.isEmpty ? SignsOfWindow() : SignsOfWindow(builder.histories, context, limits: limits, earlier: builder.earlier)
    }

    func with(_ observation: Observation) -> Observation {
        observation.with(ScorecardBuilder.usualMetrics.contains(observation.metric) ? usual : whole)
    }
}

extension Scorecard {
    /// The signs of the process rows, each once with the rows that it touches.
    package var signs: [(sign: Sign, rows: [String])] {
        var signs: [(sign: Sign, rows: [String])] = []
        for row in process {
            for sign in row.observation.signs {
                if let place = signs.firstIndex(where: { $0.sign == sign }) {
                    signs[place].rows.append(row.name)
                } else {
                    signs.append((sign, [row.name]))
                }
            }
        }
        return signs
    }
}
