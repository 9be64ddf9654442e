import HoneFacts
import Testing

@testable import HoneConnectors

/// Whom a history knows, kept without a name.
struct PeopleTracesTests {
    private let key = KeyedHash(key: 0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)

    @Test func `the keyed hash is the one of its paper, appendix A`() {
        #expect(key.hash(0..<15) == 0xa129_ca61_49be_45e5)
        #expect(key.hash([]) == 0x726f_db47_dd0e_0e31)
        #expect(key.hash(0..<8) == 0x93f5_f579_9a93_2462)
    }

    /// Adds the person of a number: names and addresses of every kind that the mask knows.
    private static func add(_ number: Int, to people: inout KnownPeople) {
        let names = [
            "Mary Doe", "José Núñez (Acme)", "王小明", "Robert (Bobby) Roe", "Zebedee Quux", "Иван Петров", "quickfox77", "Ann (Widget)",
        ]
        let mails = [
            "mary.doe@acme.example", "jose@acme.example", "wang@widget.example", "12+bobby@users.noreply.github.com", "zeb@quux.example",
            "ivan@widget.example", "quickfox77@acme.example", "ann@gadget.example",
        ]
        people.add(name: names[number % names.count])
        people.add(mail: mails[(number / names.count + number) % mails.count])
    }

    @Test func `people read in parts are masked as people read at once, in any parts`() throws {
        var random: UInt64 = 99
        func next(_ bound: Int) -> Int {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            return Int(random % UInt64(bound))
        }
        let texts = [
            "Acme cart of Mary", "感谢王小明的帮助", "NUÑEZ and bobby77", "fixZebedeeBug in Widget", "Спасибо, Петров", "quickfox77/cart",
            "plain words, and Doe.", "Widget by Ann", "Merge branch 'x' of github.com:someone/else", "roe@acme.example said so",
        ]
        for _ in 0..<200 {
            var (whole, parts) = (KnownPeople(), [KnownPeople(), KnownPeople(), KnownPeople()])
            for _ in 0..<(1 + next(6)) {
                let person = next(64)
                Self.add(person, to: &whole)
                Self.add(person, to: &parts[next(3)])
            }
            var traces = PeopleTraces()
            for part in parts {
                // Through its text, as between two syncs.
                traces = try #require(PeopleTraces(traces.adding(PeopleTraces(part, key)).text))
            }
            #expect(traces == PeopleTraces().adding(PeopleTraces(whole, key)))
            let (mine, theirs) = (NameMask(traces, key), NameMask(whole))
            for text in texts { #expect(mine.masked(text) == theirs.masked(text)) }
        }
    }

    @Test func `the text holds no name, is the same every time, and nothing else is read as one`() {
        var people = KnownPeople()
        for number in 0..<16 { Self.add(number, to: &people) }
        let text = PeopleTraces(people, key).text
        #expect(text == PeopleTraces(people, key).text)
        #expect(text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) || $0 == 32 || $0 == 45 })
        #expect(text != PeopleTraces(people, KeyedHash(key: 1, 2)).text)
        #expect(PeopleTraces("0 - - - - -") == PeopleTraces())
        for other in ["", "0 - - - -", "x - - - - -", "0 - - - - 12", "0 - - - 0123456789abcdef -", "0 Mary - - - -"] {
            #expect(PeopleTraces(other) == nil)
        }
    }
}
