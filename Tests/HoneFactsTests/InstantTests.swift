import Testing

@testable import HoneFacts

@Suite struct InstantTests {
    @Test(arguments: [
        ("2026-11-22T08:15:00Z", 1_795_335_300), ("2026-11-22T09:15:00+01:00", 1_795_335_300), ("2026-11-22 08:15:00", 1_795_335_300),
        ("2026-11-22T08:15Z", 1_795_335_300), ("2026-11-22T03:15:00.123-0500", 1_795_335_300), ("1969-12-31T23:59:59Z", -1),
    ])
    func `the forms of ISO 8601 give the same second`(text: String, seconds: Int64) {
        #expect(Instant(iso: text)?.seconds == seconds)
        #expect(Instant(iso: text)?.isDay == false)
    }

    @Test func `a day stays a day`() {
        let instant = Instant(iso: "2024-03-31")
        #expect(instant?.isDay == true)
        #expect(instant?.day?.description == "2024-03-31")
        #expect(instant?.description == "2024-03-31")
    }

    @Test(arguments: [
        "2026-11-22T25:00:00Z", "2026-11-22T08:61:00Z", "2026-11-22X08:00", "2026-02-30T00:00:00Z", "now", "", "2026-11-22T08:00:00+25:00",
    ])
    func `what is no instant is nil`(text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test func `text and back is the same instant, before 1970 too`() {
        for seconds in stride(from: Int64(-3_000_000_000), through: 4_000_000_000, by: 86_399 * 997) {
            #expect(Instant(iso: Instant(seconds: seconds).description)?.seconds == seconds)
        }
    }
}
