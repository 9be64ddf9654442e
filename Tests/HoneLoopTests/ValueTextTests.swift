import HoneMetrics
import Testing

@testable import HoneLoop

@Suite struct ValueTextTests {
    @Test(
        arguments: [
            (nil, MetricUnit.days, "none"), (12, .days, "12 d"), (3.14159, .hours, "3.14 h"), (84, .hours, "3.5 d"),
            (0.0851, .share, "8.5 %"),
            (0.404, .share, "40 %"), (0, .share, "0 %"), (12_272, .items, "12,272"), (0.4167, .perWeek, "0.42 a week"),
            (1_234.5, .hours, "51.4 d"), (1e19, .own, "1e+19"), (-1e300, .index, "-1e+300"), (1e17, .share, "1e+19 %"),
            (1e19, .workHours, "1e+19 h"), (9.9e14, .own, "990,000,000,000,000"),
        ] as [(Double?, MetricUnit, String)])
    func `few digits and a unit`(value: Double?, unit: MetricUnit, text: String) {
        #expect(ValueText.text(value, unit: unit) == text)
    }
}
