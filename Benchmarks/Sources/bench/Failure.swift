/// What could not be done, why, and what to do.
struct Failure: Error, CustomStringConvertible {
    let what: String
    let why: String
    let advice: String

    var description: String { "\(what): \(why). \(advice)" }
}

/// The command ended well, and what it answered is not right. It has no time.
struct WrongAnswer: Error {
    let reason: String
}

/// A peer, a file or a feature that a row needs is not there. It is never a pass.
struct Missing: Error {
    let reason: String
    /// Whether the product is to have it one day.
    var isOfProduct = false
}
