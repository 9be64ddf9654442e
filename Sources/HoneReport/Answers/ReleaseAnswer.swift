import HoneFacts
package import HoneLoop

/// One release, short: what came out with it, and the numbers over its days.
package struct ReleaseAnswer {
    let picture: ReleasesPicture

    /// - Parameter picture: of one release, or of none.
    package init(_ picture: ReleasesPicture) { self.picture = picture }

    package var answer: Answer {
        let words = ReleaseWords(picture)
        guard let row = picture.rows.first else { return Answer(sentence: ReleaseWords.none, remarks: [ReleaseWords.noneNext]) }
        let numbers = zip(picture.columns, words.cells(row)).map { (ReleaseWords.lowered($0.name), $1.text) }
        return Answer(
            sentence: "\(words.sentence(row)).", facts: [("days", words.days(row))] + numbers,
            remarks: ["Numbers are of these days. No release is compared with another here: their days differ in number."])
    }
}
