/// Why a step cannot be taken, in sentences that say what to do instead. Nothing was changed.
package struct Refusal: Error, Equatable, Sendable {
    package let sentences: [String]

    package init(_ sentences: [String]) { self.sentences = sentences }
    package init(_ sentence: String) { sentences = [sentence] }
}
