package import HoneFacts
import HoneMetrics
import HoneStatistics

/// Builds the scorecard from histories and agreements. Pure: the same inputs give the same page.
package struct ScorecardBuilder: Sendable {
    let product: Product
    let interpretation: Interpretation
    let histories: Histories
    let agreements: Agreements
    let cursors: [SourceCursor]
    /// Past windows that need not be measured again.
    let points: HistoryPoints
    /// Replaced versions of item facts, where they were read.
    let earlier: [EarlierItem]
    /// Seconds since 1970, the real one.
    let now: Int64

    package init(
        product: Product, interpretation: Interpretation, histories: Histories, agreements: Agreements, cursors: [SourceCursor],
        points: HistoryPoints = HistoryPoints(), earlier: [EarlierItem] = [], now: Int64
    ) {
        self.product = product
        self.interpretation = interpretation
        self.histories = histories
        self.agreements = agreements
        self.cursors = cursors
        self.points = points
        self.earlier = earlier
        self.now = now
    }

    var today: CalendarDay { interpretation.zone.day(atSeconds: now) }
    var lifeCycle: LifeCycle { product.lifeCycle(on: today) }

    /// - Parameter window: nil for the last 12 whole weeks before today, or before the evidence ends where that is older.
    package func scorecard(window asked: Window?) async -> Scorecard {
        let page = PageWindow(asked: asked, histories: histories, interpretation: interpretation, now: now)
        let window = page.window
        let assumed =
            product.lifeCycles.isEmpty ? ["\(lifeCycle.name) is assumed, as no hone.yaml says how you work (life_cycle)."] : []
        let age = page.isYoung ? ["Everything so far happened this week, which is not over: the page stands for these days."] : []
        let hasAgreements = !agreements.goals.isEmpty || !agreements.kpis.isEmpty || !agreements.improvements.isEmpty
        let isPast = hasAgreements && (asked.map { $0.to < Window.lastWholeWeeks(1, before: today).to } ?? false)
        let later =
            isPast ? ["Targets, improvements and ceremonies are those of today, the numbers those of \(DayText.window(window))."] : []
        // Most of the page looks at the same items.
        let shared = context(window).over(window, histories.items)
        let improvements = ImprovementLines(
            agreements, interpretation.zone, on: today, EffectEvidence(histories, interpretation, product, now: now))
        // Side by side with the rows of PROCESS, as none of them needs another.
        async let improving = improvement(shared, firstInLine(improvements) + improvements.lines)
        async let flow = TimeFlow(builder: self, context: shared).sentences
        var trends = CapabilityBuilder(histories, interpretation, page, points, now: now)
        let signs = PageSigns(self, shared)
        var process = processRows(ProcessMetric.all, page, shared, signs, &trends)
        let improvement = await improving
        var cannotSay =
            CannotSay.unused(cursors)
            + CannotSay(
                histories: histories, interpretation: interpretation, metrics: lifeCycle.metrics, window: window, now: now
            ).gaps(improvement.share)
        if process.allSatisfy({ $0.observation.value == nil }) {
            let code = processRows(ProcessMetric.ofCode, page, shared, signs, &trends)
            process += code.filter { $0.observation.value != nil }
            cannotSay += CannotSay.gaps(code.compactMap { row in row.observation.undefinedReason.map { (row.name, $0) } })
        }
        let lanes = KPILines(builder: self, process: process, window: window, signs: signs).lanes
        let health = loopHealth(window)
        let rhythm = health.rhythm + (isRunning(lanes, process, improvement, health.health) ? ". The loop runs; nothing is missing." : "")
        return Scorecard(
            product: product.name, lifeCycle: product.lifeCycleText(on: today, interpretation), window: window,
            zone: interpretation.zone.name, today: today,
            evidenceEndsOn: page.evidenceEndsOn, unreadSince: page.unreadSince,
            evidence: cursors.map { .init(origin: Self.shortened($0.origin), ageSeconds: max(0, now - $0.readAt)) },
            workingSoftware: WorkingSoftware(
                histories: histories, interpretation: interpretation, window: window, now: now, firstCommitDay: page.firstCommitDay
            ).sentences,
            lanes: lanes, process: process,
            capability: trends.capability(), capabilityHistory: trends.history,
            emptyCapability: agreements.capability.inForce(on: today).map { ($0, interpretation.zone.day(atSeconds: $0.decidedAt)) },
            outside: product.outside,
            phased: PhasedBuilder(product, histories, interpretation, agreements, asked: asked, page: page, now: now)?.picture,
            learning: lifeCycle == .leanStartup
                ? LearningSentences(histories, interpretation, until: asked.map { min($0.to + -1, today) } ?? today, now: now).all : [],
            flow: await flow + Self.provisional(process), improvement: improvement,
            whereItLives: rhythm,
            whetherItPays: improvements.whetherItPays, whichKPI: whichKPI, cannotSay: cannotSay,
            notes: product.notes.map { $0.last.map { $0.isLetter || $0.isNumber } == true ? $0 + "." : $0 } + assumed + age + later
                + unread(in: window), breaks: product.lifeCycleChanges(until: today))
    }

    /// Said of shares that what is still to be found makes worse.
    private static func provisional(_ process: [Scorecard.ProcessRow]) -> [String] {
        let names = process.filter { $0.observation.flags["provisional", default: 0] > 0 }.map(\.name)
        return names.map { "\($0) is provisional: what happened lately may still show itself." }
    }

    /// Said where other sources were read on, and none that tells of items was.
    private func unread(in window: Window) -> [String] {
        guard let unread = UnreadDays(histories, .items, window, interpretation, now: histories.known(until: now)), unread.isTooMany,
            histories.readings.lastOfOthers != nil
        else { return [] }
        return ["Items were last read on \(DayText.day(unread.since)): nothing is known of them since. An export has to be made anew."]
    }

    /// `git:…/shop` for a source that is named by a full path: the folders above say nothing about the product.
    static func shortened(_ origin: String) -> String {
        guard let colon = origin.firstIndex(of: ":"), origin[colon...].hasPrefix(":/"), let name = origin.split(separator: "/").last else {
            return origin
        }
        return origin[...colon] + "…/" + name
    }

    /// Whether there is nothing to mend: every goal has its process KPI, ceremonies are held, no note waits, the reserve was kept
    /// each time, and no pattern stands beside a number (R10).
    private func isRunning(
        _ lanes: [Scorecard.Lane], _ process: [Scorecard.ProcessRow], _ improvement: Scorecard.Improvement, _ health: LoopHealth
    ) -> Bool {
        let goals = lanes.flatMap(\.goals)
        return !goals.isEmpty && goals.allSatisfy { $0.gap.isEmpty && $0.next.isEmpty && $0.kpis.allSatisfy(\.next.isEmpty) }
            && improvement.unansweredNotes.isEmpty && improvement.met.map { $0.count == $0.of } == true
            && health.held.count > 0 && process.allSatisfy(\.observation.signs.isEmpty)
    }

    /// From the first day of a page that ends with the last whole week up to today; else of the weeks that end today, whatever the window of
    /// the page: what was noted does not disappear with it.
    private func loopHealth(_ window: Window) -> LoopHealthWords {
        let isLatest = (0..<7).contains(today - window.to)
        let whole = isLatest ? Window(from: window.from, to: today + 1) : nil
        let health = LoopHealth(agreements, interpretation, lifeCycle, window: whole, today: today)
        return LoopHealthWords(health, lifeCycle)
    }

    /// A measurement that trends need as well reaches back as far as they do, so that nothing is measured twice.
    /// - Parameter shown: of the window of the page, with that as its span.
    private func processRows(
        _ rows: [ProcessMetric], _ page: PageWindow, _ shown: MeasureContext, _ signs: PageSigns, _ trends: inout CapabilityBuilder
    ) -> [Scorecard.ProcessRow] {
        let window = page.window
        let quarters = Self.quarters(endingWith: window)
        // By window and span, as metrics that reach back into the past take turns with others.
        var contexts = [[window, window]: shown]
        func shared(_ window: Window, over span: Window) -> MeasureContext {
            if let known = contexts[[window, span]] { return known }
            let context = context(window).over(span, histories.items)
            contexts[[window, span]] = context
            return context
        }
        return rows.compactMap { row in
            guard let metric = Catalogue.metric(row.id) else { return nil }
            let known = quarters.map { quarter in
                row.hasPast
                    ? points[metric.definition.id, metric.definition.version, quarter] : HistoryPoint(n: 0, value: nil, p85: nil)
            }
            let unknown = zip(quarters, known).filter { $1 == nil }.map(\.0.from)
            let first = ([window.from] + unknown + [trends.unknownSpan(metric.definition)?.from].compactMap(\.self)).min()
            let span = Window(from: first ?? window.from, to: window.to)
            let measurement = metric.measure(histories, shared(window, over: span))
            guard case .rows(let measured) = measurement else { return nil }
            trends.take(metric.definition, measured)
            let now = signs.with(observe(metric.definition, measurement, histories, context(window)))
            // One measurement serves every window, except for a level, which belongs to one instant.
            let positions = measured.positions(inEachOf: measured.summary.isLevel || unknown.isEmpty ? [] : quarters)
            if measured.summary.isLevel {
                let missing = zip(quarters, known).filter { $1 == nil && contexts[[$0, $0]] == nil }.map(\.0)
                for context in MeasureContext.overWindows(of: missing.map { context($0) }, histories.items) {
                    contexts[[context.window, context.window]] = context
                }
            }
            let firstDay = page.firstDay(of: measured.subject)
            let past = quarters.indices.map { index in
                let quarter = quarters[index]
                let isUnread = UnreadDays(histories, measured.subject, quarter, interpretation, now: self.now)?.isMost == true
                if isUnread || !measured.summary.isKnown(in: quarter, recordedFrom: firstDay) {
                    return HistoryPoint(n: 0, value: nil, p85: nil)
                }
                return known[index]
                    ?? HistoryPoint(
                        measured.summary.isLevel
                            ? observe(metric, histories, shared(quarter, over: quarter))
                            : observe(metric.definition, measured, at: positions[index], context(quarter)))
            }
            let isPercentile = row.isPercentile && now.percentiles != nil && !now.isSmallSample
            return .init(
                name: metric.definition.name + (isPercentile ? " p85" : ""), observation: now,
                past: past, isPercentile: isPercentile, role: role(of: metric.definition.id),
                nowText: nowText(now, isPercentile: isPercentile), rangeText: rangeText(now, isPercentile: isPercentile),
                breaks: Break.all(of: row.id, product, agreements, interpretation.zone, until: today))
        }
    }

    /// `KPI` where one that holds stands on the metric; everything else is looked at only.
    private func role(of metric: String) -> String {
        agreements.kpisInForce(on: today).contains {
            $0.metric == metric && $0.terms.target != nil && KPIWords.isDefinedAsAgreed($0.terms)
        } ? "KPI" : "watch"
    }

    private func nowText(_ observation: Observation, isPercentile: Bool) -> String {
        guard observation.value != nil else { return "none" }
        let bound = observation.isProxy ? "≤ " : ""
        if observation.isSmallSample, let percentiles = observation.percentiles {
            // Below eleven, the range only: the nearest-rank 95th percentile of so few is the largest.
            return "\(bound)up to \(ValueText.text(percentiles.p95, unit: observation.unit))"
        }
        let value = isPercentile ? observation.percentiles?.p85 : observation.value
        return (observation.isProxy ? "≤ " : "") + ValueText.text(value, unit: observation.unit)
    }

    private func rangeText(_ observation: Observation, isPercentile: Bool) -> String {
        if observation.isSmallSample, observation.percentiles != nil { return "too few for a percentile" }
        if let percentiles = observation.shownPercentiles {
            let other = isPercentile ? percentiles.p50 : percentiles.p85
            return "\(isPercentile ? "half" : "85 %") within \(ValueText.text(other, unit: observation.unit))"
        }
        guard let interval = observation.interval else { return "" }
        return ValueText.range(interval.lower, interval.upper, unit: observation.unit)
    }

    private func context(_ window: Window) -> MeasureContext {
        MeasureContext(interpretation: interpretation, window: window, now: now)
    }

    func observation(_ metric: any Metric, _ window: Window) -> Observation {
        observe(metric, histories, context(window))
    }

    /// The eight 13-week windows that end with this one.
    package static func quarters(endingWith window: Window) -> [Window] {
        (0..<8).reversed().map { Window(from: window.to + -91 * ($0 + 1), to: window.to + -91 * $0) }
    }

    /// Measured once for all parts of the page that speak of it.
    /// - Parameter page: whose window is its span.
    private func firstInLine(_ lines: ImprovementLines) -> [Scorecard.Running] {
        guard let first = FirstInLine(agreements, interpretation.zone, on: today, periodDays: interpretation.iterationDays) else {
            return []
        }
        return [first.line(hasSprints: lifeCycle == .scrum, next: lines.words(first.improvement).next)]
    }

    private func improvement(_ page: MeasureContext, _ running: [Scorecard.Running]) -> Scorecard.Improvement {
        let share = observe(ImprovementShare(), histories, page)
        let reserve = ReservePicture(agreements.reserveRecord, product, histories, interpretation, window: page.window, now: now)
        let notes = agreements.unanswered(on: today)
        let oldest = notes.map(\.notedAt).min()
        return .init(
            reserveFloor: reserve.reserve.floor, share: share, met: reserve.met,
            unansweredNotes: notes.map { .init(number: $0.number, text: $0.title, notedAt: $0.notedAt) },
            running: running,
            oldestNoteDays: oldest.map { max(0, today - interpretation.zone.day(atSeconds: $0)) },
            fromCeremonies: loopHealth(page.window).whatBecameOfThem, reserve: reserve,
            used: reserve.reserve.unit == .items ? nil : ReserveUse(reserve.reserve.unit, histories, page),
            healthCheck: agreements.healthRecord.line(interpretation.zone))
    }
}
