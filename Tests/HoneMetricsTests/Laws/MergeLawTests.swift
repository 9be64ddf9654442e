import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// What can be added up over two windows gives what the whole window gives.
@Suite struct MergeLawTests {
    private static func observed(_ metric: any Metric, _ histories: Histories, _ from: String, _ to: String) -> Observation {
        let window = Window(from: CalendarDay(iso: from) ?? CalendarDay(number: 0), to: CalendarDay(iso: to) ?? CalendarDay(number: 0))
        return observe(
            metric, histories, MeasureContext(interpretation: WholeCatalogue.board, window: window, now: WholeCatalogue.now))
    }

    private static func added(_ one: [String: Int], _ other: [String: Int]) -> [String: Int] { one.merging(other, uniquingKeysWith: +) }

    @Test(arguments: UInt64(1)...10)
    func `counts, numerators, exclusions and oddities of two windows add up`(seed: UInt64) {
        let histories = fold(WholeCatalogue.facts(seed: seed), WholeCatalogue.board, now: WholeCatalogue.now)
        var seen = 0
        for metric in Catalogue.metrics {
            let id = metric.definition.id
            guard case .rows(let rows) = metric.measure(histories, WholeCatalogue.context()), !rows.summary.isLevel,
                !metric.definition.isCumulative
            else { continue }
            let whole = Self.observed(metric, histories, "2026-01-10", "2026-05-10")
            let parts = [
                Self.observed(metric, histories, "2026-01-10", "2026-03-03"), Self.observed(metric, histories, "2026-03-03", "2026-05-10"),
            ]
            // Too few people in one of the windows: then there is nothing to add.
            guard whole.isAvailable, parts.allSatisfy(\.isAvailable) else { continue }
            seen += 1
            #expect(parts[0].n + parts[1].n == whole.n && parts[0].eligible + parts[1].eligible == whole.eligible, "\(id)")
            #expect(Self.added(parts[0].excluded, parts[1].excluded) == whole.excluded, "\(id)")
            #expect(Self.added(parts[0].flags, parts[1].flags) == whole.flags, "\(id)")
            switch rows.summary {
            case .count: #expect((parts[0].value ?? 0) + (parts[1].value ?? 0) == whole.value, "\(id)")
            case .share, .ratio, .perRow, .improvementShare, .improvementMet:
                if rows.summary == .improvementMet { continue }
                let numerators: Double = (parts[0].numerator ?? 0) + (parts[1].numerator ?? 0)
                let denominators: Double = (parts[0].denominator ?? 0) + (parts[1].denominator ?? 0)
                #expect(abs(numerators - (whole.numerator ?? 0)) < 1e-6, "\(id)")
                #expect(abs(denominators - (whole.denominator ?? 0)) < 1e-6, "\(id)")
            case .perWeek:
                // Rows a week, times the weeks.
                let sum: Double = parts.reduce(0) { $0 + ($1.value ?? 0) * Double($1.window.length) }
                #expect(abs(sum - (whole.value ?? 0) * Double(whole.window.length)) < 1e-9, "\(id)")
            default: break
            }
        }
        #expect(seen > 25, "only \(seen) metrics were compared")
    }

    @Test(arguments: UInt64(1)...10)
    func `the values of two windows together are those of the whole`(seed: UInt64) {
        let histories = fold(WholeCatalogue.facts(seed: seed), WholeCatalogue.board, now: WholeCatalogue.now)
        let cut = CalendarDay(iso: "2026-03-03") ?? CalendarDay(number: 0)
        for metric in Catalogue.metrics {
            let context = WholeCatalogue.context()
            let windows = [context.window, Window(from: context.window.from, to: cut), Window(from: cut, to: context.window.to)]
            guard case .rows(let first) = metric.measure(histories, context), !first.summary.isLevel else { continue }
            let values = windows.map { window -> [Double] in
                guard case .rows(let rows) = metric.measure(histories, context.over(window)) else { return [] }
                return rows.positions(in: window).filter { rows.exclusion[$0] == nil }.map { rows.value[$0] }
            }
            #expect((values[1] + values[2]).sorted() == values[0].sorted(), "\(metric.definition.id)")
        }
    }
}
