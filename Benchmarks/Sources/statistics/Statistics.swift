import Foundation
import HoneStatistics

/// The program `statistics`: what the forecasts and the resampling of `HoneStatistics` take, on the work that `mc.py` gives its
/// tools. Needs no file; a row is a line below and a function that answers with its check.
@main
struct Statistics {
    static func main() {
        do {
            try Row("P7 simulated").timed(Forecasts.simulated, check: Forecasts.check)
            try Row("P7 exact", repeats: 500).timed(Forecasts.exact, check: Forecasts.check)
            Samples.prepare()
            try Row("P7b BCa").timed(Samples.bcaOfMean)
            try Row("P7b BCa-median").timed(Samples.bcaOfMedian)
            try Row("P7b permutation").timed(Samples.permutation)
            Levels.prepare()
            try Row("P7b PELT", repeats: 5).timed(Levels.pruned)
            try Row("P7b PELT-exact").timed(Levels.exact)
        } catch {
            FileHandle.standardError.write(Data("statistics: \(error)\n".utf8))
            exit(70)
        }
    }
}
