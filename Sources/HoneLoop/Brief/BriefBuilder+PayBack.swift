import HoneFacts
import HoneMetrics
import HoneStatistics

/// Whether it pays back.
extension BriefBuilder {
    var payBack: Brief.Section {
        let heading = "Does it pay back?"
        guard let terms else { return .init(heading: heading, sentences: []) }
        var sentences: [String] = []
        if let interest, let interval = interest.interval, let cost = costHours {
            let saved = (interval.lower * terms.expected.lowerBound, interval.upper * terms.expected.upperBound)
            sentences.append(
                saved.0 > 0
                    ? "The time put in comes back in \(weeks(cost / saved.1, cost / saved.0))."
                    : "It may never pay back in hours, because what it costs us now may be nothing.")
        } else if let plain, plain.isTime {
            sentences += earlier(terms, plain)
        } else {
            sentences.append("It is not paid back in hours. What it is worth is for you to say.")
        }
        sentences.append(doubt)
        return .init(heading: heading, sentences: sentences)
    }

    /// Why it may never pay back: by what became of the others.
    private var doubt: String {
        let ledger = others
        let measured = ledger.measured.count
        guard measured > 0 else {
            return "It may never pay back: we have measured no improvement yet, so we cannot say how often they help."
        }
        let better = ledger.count(.better)
        guard measured > 1 else {
            return
                "It may never pay back: we have measured one improvement so far, and it \(better == 1 ? "helped" : "was not shown to help")."
        }
        return
            "It may never pay back: of the \(measured) improvements we measured, \(better) \(better == 1 ? "was" : "were") shown to help."
    }

    /// Waiting that is saved is no work that is saved: it is told in days, and in money only by a figure that was given.
    private func earlier(_ terms: ImprovementTerms, _ plain: PlainMeasure) -> [String] {
        guard let rows else { return [] }
        let positions = rows.positions(in: window).filter { rows.exclusion[$0] == nil }
        guard let median = Quantile.median(sorted: positions.map { rows.value[$0] }.sorted()), window.length >= 7, !positions.isEmpty else {
            return ["What it would save cannot be said: of late nothing was recorded that shows it."]
        }
        let perWeek = Double(positions.count) * 7 / Double(window.length)
        let (low, high) = (median * terms.expected.lowerBound, median * terms.expected.upperBound)
        var sentences = [
            "If it comes as expected, this time gets \(terms.measure.better == .lower ? "shorter" : "longer") by \(plain.range(low, high)) each time.",
            "That concerns \(Self.often(perWeek, plain.things)).",
        ]
        if plain.isWork, let cost = costHours {
            return sentences + ["The time put in comes back in \(weeks(cost / (perWeek * high), cost / (perWeek * low)))."]
        }
        guard let delay = request?.costOfDelay else {
            return sentences + [
                "That is waiting saved, not hours of work. Only you can say what a day is worth; then we can put a figure on it."
            ]
        }
        let days = rows.unit == .hours ? 1.0 / 24 : 1
        func money(_ saved: Double) -> String { Self.roughly(perWeek * saved * days * delay.amount) }
        sentences.append(
            "By your own figure of \(ValueText.short(delay.amount)) \(delay.currency) for a day, that is \(money(low)) to \(money(high)) \(delay.currency) a week for all of them."
        )
        if let hours = costHours { sentences.append("Against that stand \(ValueText.short(hours)) hours of work, once.") }
        return sentences
    }

    /// `about 8 pieces of work a week`, `about 27 pieces of work in ten weeks`, `a few faults`: what people count has no fractions.
    static func often(_ perWeek: Double, _ things: String) -> String {
        if perWeek >= 5 { return "about \(ValueText.grouped(perWeek)) \(things) a week" }
        let inTen = Int((perWeek * 10).rounded())
        return inTen < 2 ? "a few \(things)" : "about \(inTen) \(things) in ten weeks"
    }

    /// Two figures: an estimate is no more exact. `2,300` for 2,310.
    static func roughly(_ amount: Double) -> String {
        var step = 1.0
        while amount / step >= 100 { step *= 10 }
        return ValueText.grouped((amount / step).rounded() * step)
    }

    private func weeks(_ fewest: Double, _ most: Double) -> String {
        func whole(_ number: Double) -> String { ValueText.short(max(1, number.rounded(.up))) }
        let (low, high) = (whole(fewest), whole(most))
        return low == high ? "about \(low) week\(low == "1" ? "" : "s")" : "\(low) to \(high) weeks"
    }
}
