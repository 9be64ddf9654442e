import Foundation
import HoneStatistics

/// When 50 items are done, from 120 days of about 1.3 items with empty weekends: the days that `mc.py` draws with seed 7.
enum Forecasts {
    private static let items = 50
    private static let days = [
        1, 0, 3, 0, 0, 0, 0, 3, 1, 1, 3, 0, 0, 0, 5, 0, 4, 3, 6, 0, 0, 0, 2, 4, 0, 0, 0, 0,
        3, 8, 8, 0, 0, 0, 0, 0, 2, 3, 0, 2, 0, 0, 3, 0, 3, 0, 0, 0, 0, 3, 1, 2, 0, 2, 0, 0,
        1, 1, 4, 1, 3, 0, 0, 2, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 3, 4, 1, 1, 1, 0, 0,
        3, 4, 3, 0, 10, 0, 0, 3, 6, 3, 2, 0, 0, 0, 1, 3, 0, 4, 1, 0, 0, 1, 0, 3, 1, 3, 0, 0,
        0, 2, 1, 1, 0, 0, 0, 0,
    ]

    /// What a reader is told of a forecast.
    struct Answer {
        let days: [Int]
        let mean: Double

        fileprivate init(_ forecast: CompletionForecast) {
            days = confidences.map { forecast.days(confidence: Double($0) / 100) ?? -1 }
            mean = forecast.meanDays ?? -1
        }
    }

    private static let confidences = [50, 85, 95]

    /// A million trials.
    static func simulated() throws -> Answer {
        Answer(
            try CompletionForecast.simulated(
                RemainingWork(items: items...items), from: try ThroughputSample(days), trials: 1_000_000, seed: 7))
    }

    /// By convolution.
    static func exact() throws -> Answer {
        Answer(try CompletionForecast.exact(items: items, from: try ThroughputSample(days)))
    }

    static func check(_ answer: Answer) -> String {
        zip(confidences, answer.days).map { "p\($0)=\($1)" }.joined(separator: " ") + String(format: " mean=%.4f", answer.mean)
    }
}
