package import HoneFacts
package import HoneMetrics

/// What the page of charts shows: a plain value, each picture under its metric, what cannot be drawn with the reason.
package struct MetricsPicture: Sendable {
    package var product: String
    /// For example `Scrum, sprints of 14 days`.
    package var lifeCycle: String
    package var zone: String
    package var today: CalendarDay
    package var window: Window
    package var evidenceEndsOn: CalendarDay?
    package var sections: [Section]
    package var capability: Capability?
    /// By metric.
    package var capabilityBreaks: [String: [Break]]

    package init(
        product: String, lifeCycle: String, zone: String, today: CalendarDay, window: Window, evidenceEndsOn: CalendarDay?,
        sections: [Section], capability: Capability?, capabilityBreaks: [String: [Break]] = [:]
    ) {
        (self.product, self.lifeCycle, self.zone) = (product, lifeCycle, zone)
        (self.today, self.window, self.evidenceEndsOn) = (today, window, evidenceEndsOn)
        (self.sections, self.capability, self.capabilityBreaks) = (sections, capability, capabilityBreaks)
    }

    /// One chart, and the metric whose definition it shows.
    package struct Section: Sendable {
        /// Id of the metric, for example `cycle-time`.
        package var metric: String
        package var title: String
        package var content: Content
        /// Days from which on the number is read or meant in another way.
        package var breaks: [Break]
        /// What the picture alone would hide.
        package var signs: [Sign]

        package init(metric: String, title: String, content: Content, breaks: [Break] = [], signs: [Sign] = []) {
            (self.metric, self.title, self.content) = (metric, title, content)
            (self.breaks, self.signs) = (breaks, signs)
        }
    }

    package enum Content: Sendable {
        case scatter(FinishedTimes)
        case histogram(FinishedTimes)
        case cumulativeFlow(CumulativeFlow)
        case aging(AgingWork)
        case throughput(WeeklySeriesOfCounts)
        case stageTimes(StageTimes)
        case improvementShare(ShareByPeriod)
        case hotspots(Hotspots)
        case defects(DefectFunnel)
        case survival(SurvivalOfWork)
        case forecast(ForecastFan)
        case earnedValue(EarnedValuePlan)
        /// The evidence is not there; the sentence says which.
        case missing(String)

        /// What is not in the picture though it ended in its days, by reason.
        package var excluded: [String: Int] {
            switch self {
            case .scatter(let model), .histogram(let model): model.excluded
            case .aging(let model): model.excluded
            case .throughput(let model): model.excluded
            case .stageTimes(let model): model.excluded
            case .improvementShare(let model): model.excluded
            case .hotspots(let model): model.excluded
            case .earnedValue(let model): model.excluded
            case .defects(let model): model.excluded
            case .cumulativeFlow(let model): model.leftOut > 0 ? ["no-transitions": model.leftOut] : [:]
            case .survival, .forecast, .missing: [:]
            }
        }
    }
}
