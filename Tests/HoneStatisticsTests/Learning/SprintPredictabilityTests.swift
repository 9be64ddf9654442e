import HoneStatistics
import Testing

/// Say/do is a quotient that a metric gives; here the oracle's sprints go through the pooled ratio and the interval it uses.
struct SprintPredictabilityTests {
    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("sprint_predictability"))
    func `oracle sprints`(golden: OracleCase) throws {
        let sprints = try #require(golden.fields["input"]?.list)
        func items(_ sprint: JSONValue, _ name: String) -> Set<String> { Set(sprint[name]?.list?.compactMap(\.text) ?? []) }
        let committed = sprints.map { items($0, "committed") }
        let done = sprints.map { items($0, "done") }
        let kept = zip(committed, done).map { $0.intersection($1).count }
        let pooled = try #require(
            RatioByIteration(numerators: kept.map(Double.init), denominators: committed.map { Double($0.count) }))
        #expect(golden.agrees(pooled.ratio, with: try golden.expected("pooled_say_do")))
        #expect(golden.agrees(pooled.meanOfRatios, with: try golden.expected("mean_say_do")))
        let spread = Descriptive(pooled.perIteration.compactMap(\.self))?.standardDeviation
        #expect(golden.agrees(spread, with: try golden.expected("sd_say_do")))
        let share = try #require(Share(kept.reduce(0, +), of: committed.map(\.count).reduce(0, +)))
        let wilson = share.wilson(level: 0.95)
        #expect(golden.agrees(share.value, with: try golden.expected("pooled_say_do")))
        #expect(golden.agrees(wilson?.lower, wilson?.upper, with: try golden.expected("pooled_wilson95")))
        let rows = try #require(golden.expected("sprints").list)
        #expect(rows.count == sprints.count)
        for (index, row) in rows.enumerated() {
            let (added, removed) = (items(sprints[index], "added"), items(sprints[index], "removed"))
            let promised = committed[index].count
            func ratio(_ count: Int) -> Double? {
                RatioByIteration(numerators: [Double(count)], denominators: [Double(promised)])?.ratio
            }
            let fields: [(String, Double?)] = [
                ("committed", Double(promised)), ("committed_done", Double(kept[index])), ("say_do", pooled.perIteration[index]),
                ("added", Double(added.count)), ("added_done", Double(added.intersection(done[index]).count)),
                ("removed", Double(removed.count)), ("scope_change", ratio(added.count + removed.count)),
                ("carried_over", Double(committed[index].subtracting(done[index]).subtracting(removed).count)),
                ("throughput", Double(done[index].count)), ("throughput_over_commitment", ratio(done[index].count)),
            ]
            #expect(row.object?.count == fields.count + 1)
            for (name, value) in fields {
                #expect(golden.agrees(value, with: try #require(row[name])), "\(golden.id) \(index) \(name)")
            }
        }
    }

    @Test func `items added later never raise the ratio, and removed ones lower it`() throws {
        let pooled = try #require(RatioByIteration(numerators: [6, 8, 3, 0], denominators: [8, 8, 6, 0]))
        #expect(isClose(pooled.ratio, 17 / 22.0))
        #expect(pooled.perIteration == [0.75, 1, 0.5, nil])
        #expect(pooled.meanOfRatios == 0.75)
    }
}
