import Testing

@testable import HoneFacts

@Suite struct AddingOrMostTests {
    @Test func `sums of numbers of an export have a limit, and end no program`() {
        #expect(Int64(2).addingOrMost(3) == 5 && Int64(2).addingOrMost(-3) == -1)
        let most = Int64.max.addingOrMost(Int64.max)
        #expect(most == 1 << 50 && most.addingOrMost(most) == most && Int64.min.addingOrMost(-1) == -most)
        #expect(most.addingOrMost(.min) == -most)
    }
}
