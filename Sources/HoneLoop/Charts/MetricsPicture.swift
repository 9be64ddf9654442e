package import HoneFacts

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

    package init(
        product: String, lifeCycle: String, zone: String, today: CalendarDay, window: Window, evidenceEndsOn: CalendarDay?,
        sections: [Section], capability: Capability?
    ) {
        (self.product, self.lifeCycle, self.zone) = (product, lifeCycle, zone)
        (self.today, self.window, self.evidenceEndsOn) = (today, window, evidenceEndsOn)
        (self.sections, self.capability) = (sections, capability)
    }

    /// One chart, and the metric whose definition it shows.
    package struct Section: Sendable {
        /// Id of the metric, for example `cycle-time`.
        package var metric: String
        package var title: String
        package var content: Content

        package init(metric: String, title: String, content: Content) {
            (self.metric, self.title, self.content) = (metric, title, content)
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
        case beforeAfter(BeforeAfterPair)
        case earnedValue(EarnedValuePlan)
        /// The evidence is not there; the sentence says which.
        case missing(String)
    }
}
