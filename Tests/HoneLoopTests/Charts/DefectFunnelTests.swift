import Testing

@testable import HoneLoop

@Suite struct DefectFunnelTests {
    @Test func `a phase can only find what was there`() {
        let funnel = DefectFunnel(
            [
                ("design", "design"), ("design", "test"), ("code", "test"), ("", "production"), ("code", "production"), ("code", ""),
            ], order: ["design", "code", "test", "production"])
        #expect(funnel.phases.map(\.found) == [1, 0, 2, 2])
        #expect(funnel.phases.map(\.present) == [3, 4, 4, 2])
        #expect(funnel.phases[2].effectiveness == 0.5)
        #expect(funnel.count == 5 && funnel.unknown == 1)
    }

    @Test func `a defect that is found before the phase it is said to come from was there when it was found`() {
        let funnel = DefectFunnel([("test", "design")], order: ["design", "test"])
        #expect(funnel.phases.map(\.found) == [1, 0])
        #expect(funnel.phases.map(\.present) == [1, 0])
        #expect(funnel.phases[1].effectiveness == nil)
    }

    @Test func `every defect is found once and no phase finds more than there is`() {
        let order = ["a", "b", "c"]
        let all = (order + [""]).flatMap { injected in (order + [""]).map { (injected: injected, found: $0) } }
        let funnel = DefectFunnel(all, order: order)
        #expect(funnel.phases.map(\.found).reduce(0, +) == funnel.count)
        #expect(funnel.phases.allSatisfy { $0.found <= $0.present })
    }

    @Test func `phases stand in the order of work, whatever they are called`() {
        let names = [
            "Production", "System test", "Requirements", "Coding", "Unit test", "Acceptance", "Design", "Code review", "Other",
            "Integration test",
        ]
        #expect(
            PhaseOrder.sorted(names) == [
                "Requirements", "Design", "Code review", "Coding", "Unit test", "Integration test", "Other", "System test", "Acceptance",
                "Production",
            ])
    }
}
