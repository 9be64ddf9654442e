import HoneFacts
import Testing

@testable import HoneConnectors

/// What spares most texts from being taken apart must not spare one too many.
struct MaskShortcutTests {
    private static let people: KnownPeople = {
        var people = KnownPeople()
        people.add(name: "Mary Doe")
        people.add(name: "José Núñez")
        people.add(mail: "12345+quickfox7@users.noreply.github.com")
        return people
    }()

    private static let parts = [
        "mary", "Mary", "MARYS", "doe", "Doe77", "fix", "Fix", "7", "x", "quickfox7", "quickfox", "marydoe", " ", " ", "-", "_", ".", "@",
        "a@b.c",
        "-by: ", "Signed-off-BY:", "by:", "Merge branch '", "from ", "/", "José", "jose", "é", "‹person›", "‹", "",
    ]

    /// Every text of three parts.
    private static var texts: [String] {
        parts.flatMap { first in parts.flatMap { second in parts.map { first + second + $0 } } }
    }

    @Test func `a text that is left as it is holds no name`() {
        let mask = NameMask(Self.people)
        var leftCount = 0
        for text in Self.texts {
            var copy = text
            if copy.withUTF8(mask.mayHoldNames) { continue }
            leftCount += 1
            var bytes = Array(text.utf8)
            NameMask.cutTrailer(&bytes)
            NameMask.replaceMergeOrigins(&bytes)
            let hasAddress = NameMask.replaceAddresses(&bytes)
            mask.replaceWords(&bytes)
            #expect(!hasAddress && bytes.elementsEqual(text.utf8), "\(text)")
        }
        #expect((1_000..<15_000).contains(leftCount))
    }

    @Test func `words that are hashed once are found like those of a set`() {
        for count in [0, 1, 7, 8, 9, 1_000] {
            let hashes = Set((0..<UInt64(count)).map { $0 &* 0x9e37_79b9_7f4a_7c15 })
            let words = HashedWords(hashes)
            for number in 0..<UInt64(2_000) {
                let hash = number &* 0x9e37_79b9_7f4a_7c15
                #expect(words.contains(hash) == hashes.contains(hash))
                #expect(words.contains(number) == hashes.contains(number))
            }
        }
    }
}
