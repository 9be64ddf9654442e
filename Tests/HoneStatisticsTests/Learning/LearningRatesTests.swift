import HoneStatistics
import Testing

struct LearningRatesTests {
    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("build_measure_learn"))
    func `oracle loops`(golden: OracleCase) throws {
        let loops = try #require(golden.fields["input"]?.list).map { fields in
            let decisions: [String: LearningLoop.Decision] = ["persevere": .persevere, "pivot": .pivot, "stop": .stop]
            return LearningLoop(
                statedOn: try #require(fields["hypothesis_stated"]?.dayNumber), builtOn: fields["built"]?.dayNumber,
                firstDataOn: fields["first_data"]?.dayNumber, decidedOn: fields["decided"]?.dayNumber,
                decision: fields["decision"]?.text.flatMap { decisions[$0] },
                hasThresholdBeforeData: fields["threshold_set_before_data"]?.flag ?? false)
        }
        let rows = try #require(golden.expected("loops").list)
        #expect(rows.count == loops.count)
        for (loop, row) in zip(loops, rows) {
            let fields = [
                ("cycle_days", loop.cycleDays), ("build_days", loop.buildDays), ("measure_days", loop.measureDays),
                ("learn_days", loop.learnDays),
            ]
            // A part that is not over has no field.
            for (name, value) in fields {
                #expect(golden.agrees(value.map(Double.init), with: row[name] ?? .null), "\(golden.id) \(name)")
            }
            #expect(row["validated"]?.flag == loop.isValidated)
        }
        let rates = LearningRates(loops)
        let sorted = rates.cycleDays.map(Double.init)
        let fields: [(String, Double?)] = [
            ("closed", Double(rates.validated.of)), ("open", Double(rates.open)),
            ("median_cycle_days", Quantile.median(sorted: sorted)),
            ("p85_cycle_days", Quantile.nearestRank(sorted: sorted, percent: 85)),
            ("validated_learning_rate", rates.validated.value), ("pivot_or_stop_rate", rates.changedCourse.value),
        ]
        for (name, value) in fields {
            #expect(golden.agrees(value, with: try golden.expected(name)), "\(golden.id) \(name)")
        }
        #expect(golden.fields["expected"]?.object?.count == fields.count + 1)
    }

    /// One of the peers leaves out the 1 and calls a loop of one day 0 days.
    @Test func `a loop within one day takes one day`() {
        let loop = LearningLoop(statedOn: 5, builtOn: 5, firstDataOn: 5, decidedOn: 5, decision: .stop)
        #expect(loop.cycleDays == 1)
        #expect(loop.buildDays == 0)
    }

    @Test(arguments: UInt64(1)...10)
    func `the parts add up to one day less than the whole`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let days = (0..<4).map { _ in generator.index(below: 50) }.sorted()
        let loop = LearningLoop(statedOn: days[0], builtOn: days[1], firstDataOn: days[2], decidedOn: days[3])
        let parts = try #require(loop.buildDays) + #require(loop.measureDays) + #require(loop.learnDays)
        #expect(loop.cycleDays == parts + 1)
    }

    @Test func `a threshold without a decision, or a decision without one, teaches nothing`() {
        #expect(!LearningLoop(statedOn: 1, decidedOn: 2, hasThresholdBeforeData: true).isValidated)
        #expect(!LearningLoop(statedOn: 1, decidedOn: 2, decision: .pivot).isValidated)
        #expect(!LearningLoop(statedOn: 1, decision: .pivot, hasThresholdBeforeData: true).isValidated)
        #expect(LearningLoop(statedOn: 1, decidedOn: 2, decision: .persevere, hasThresholdBeforeData: true).isValidated)
    }

    @Test func `always going on is a warning`() {
        let on = LearningLoop(statedOn: 1, decidedOn: 3, decision: .persevere)
        let off = LearningLoop(statedOn: 1, decidedOn: 3, decision: .stop)
        #expect(LearningRates([on, on]).alwaysPersevered)
        #expect(!LearningRates([on, off]).alwaysPersevered)
        #expect(!LearningRates([]).alwaysPersevered)
        #expect(LearningRates([]).validated.value == nil)
    }

    @Test func `open loops tell a survival curve how long they have lasted`() throws {
        let loops = [
            LearningLoop(statedOn: 1, decidedOn: 10, decision: .stop), LearningLoop(statedOn: 5),
            LearningLoop(statedOn: 8, decidedOn: 30, decision: .pivot), LearningLoop(statedOn: 25),
        ]
        let lives = LearningRates.lives(of: loops, asOf: 20)
        #expect(lives.durations == [10, 16, 13])
        #expect(lives.isObserved == [true, false, false])
        let curve = try #require(KaplanMeier(durations: lives.durations, isObserved: lives.isObserved))
        #expect(curve.time(untilDone: 0.3) == 10)
    }

    @Test func `days out of order have no length`() {
        let loop = LearningLoop(statedOn: 10, builtOn: 8, firstDataOn: 9, decidedOn: 9)
        #expect(loop.cycleDays == nil && loop.buildDays == nil && loop.measureDays == 1)
        #expect(LearningRates.lives(of: [loop], asOf: 20).durations.isEmpty)
    }
}
