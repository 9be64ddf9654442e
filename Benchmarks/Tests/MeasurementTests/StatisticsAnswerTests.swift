import Measurement
import Testing

struct StatisticsAnswerTests {
    private let right = [
        "P7 simulated": "p50=39 p85=49 p95=55 mean=39.63", "P7 exact": "p50=39 p85=49 p95=56 mean=39.64",
        "P7b BCa": "low=3.82 high=4.44 normallow=3.80 normalhigh=4.40",
        "P7b BCa-median": "low=2.60 high=2.90 normallow=2.60 normalhigh=2.89", "P7b permutation": "p=0.345 normal=0.353",
        "P7b PELT": "objective=10250.5 changes=21", "P7b PELT-exact": "objective=10250.5 changes=21",
    ]

    @Test func `right answers have no difference`() {
        #expect(StatisticsAnswer.difference(in: right) == nil)
    }

    @Test(arguments: [
        ("P7 simulated", "p50=37 p85=49 p95=55 mean=39.63"), ("P7 exact", "p50=39 p85=49 p95=56 mean=39.90"),
        ("P7 exact", "p50=40 p85=49 p95=56 mean=39.64"),
        ("P7b BCa", "low=3.52 high=4.44 normallow=3.80 normalhigh=4.40"), ("P7b permutation", "p=0.1 normal=0.353"),
        ("P7b permutation", "normal=0.353"), ("P7b PELT", "objective=10250.6 changes=21"), ("P7b PELT", "objective=10250.5 changes=20"),
    ])
    func `a wrong number is a difference`(line: String, check: String) {
        #expect(StatisticsAnswer.difference(in: right.merging([line: check]) { _, wrong in wrong })?.hasPrefix("P7") == true)
    }

    @Test(arguments: ["P7 simulated", "P7 exact", "P7b BCa", "P7b BCa-median", "P7b permutation", "P7b PELT", "P7b PELT-exact"])
    func `a missing line is a difference`(line: String) {
        #expect(StatisticsAnswer.difference(in: right.filter { $0.key != line }) != nil)
    }
}
