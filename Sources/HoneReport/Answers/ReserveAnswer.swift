import HoneFacts
package import HoneLoop

/// The reserve period by period, in words: what is agreed first.
package struct ReserveAnswer {
    let words: ReserveWords

    package init(_ picture: ReservePicture) { words = ReserveWords(picture) }

    package var answer: Answer {
        Answer(
            sentence: "Reserve: \(words.agreement)",
            facts: words.picture.periods.map { (ReserveWords.days($0.window), words.text($0)) },
            remarks: [words.none, words.met, words.coming, ReserveWords.advice(words.picture.reserve)].compactMap(\.self) + words.raids
                + words.otherRaids)
    }
}
