/// A picture of a plain value: a pure function to SVG, with a sentence that says the same.
///
/// What is too little to draw has no drawing, and then the sentence says why.
package protocol Chart: Sendable {
    /// Names the picture for people who do not see it.
    var title: String { get }
    /// The answer first: what the picture shows, with n and unit; or why nothing is drawn.
    var sentence: String { get }
    /// Nil where there is too little to draw.
    var drawing: Node? { get }
}

extension Chart {
    /// The picture; where there is none, the sentence.
    package var node: Node { drawing ?? Tag.p([.class: "soft"], .text(sentence)) }
}
