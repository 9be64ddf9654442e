/// The machine's before/after result. People answer it with a decision; there are no other words, and none of them says why.
package enum Effect: String, Sendable, Hashable, CaseIterable {
    case better, worse
    case noMeaningfulChange = "no meaningful change"
    case undetermined
    case tooLittleData = "too little data"
    case confounded
}
