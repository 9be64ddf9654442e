package import HoneFacts

/// One page for the person who decides, in the words of the product: what is asked, what for, what it costs now, what is expected,
/// how sure that is, what happens otherwise, and a place for the answer. It stores nothing.
package struct Brief: Sendable {
    package struct Section: Sendable, Equatable {
        package let heading: String
        /// Whole sentences.
        package let sentences: [String]
        /// Pieces of work by key and size, as examples; mostly none.
        package var examples: [String] = []
    }

    package let product: String
    package let number: Int
    package let title: String
    package let today: CalendarDay
    package let zone: String
    package let sections: [Section]
    package let answer: BriefRequest.Answer?
    package let answeredOn: CalendarDay?
    /// The day whose evidence the page shows, where it is not today's: that of the answer, or the first on which people worked in
    /// the new way. What is seen later belongs to the look that was agreed.
    package let stoodOn: CalendarDay?
    /// What was said otherwise after the page was answered, in whole sentences; empty where nothing was.
    package let changes: [String]
    /// What came of it since; nil while nothing has.
    package let outcome: String?
    /// Whether something is still to happen with the improvement: only then is anything asked.
    package let isOpen: Bool

    /// Every sentence of the page, one after another.
    package var text: String { sections.flatMap { $0.sentences + $0.examples }.joined(separator: " ") }
}
