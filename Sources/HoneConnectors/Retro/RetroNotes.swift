package import HoneFacts

/// What one file of retrospective notes says, masked. There is no place for what was said in the room, nor for an owner.
package struct RetroNotes: Sendable {
    package var file: String
    /// By day, each day once.
    package var ceremonies: [Ceremony] = []
    package var diagnostics: [Diagnostic] = []
    /// Entries that are no improvements: counted, and left where they were said.
    package var saidInTheRoom = 0
    /// Names of people beside improvements, which are not kept.
    package var ownersLeftOut = 0

    package struct Ceremony: Sendable, Equatable {
        package var heldOn: CalendarDay
        package var items: [Item]
    }

    package struct Item: Sendable, Equatable {
        package var title: String
        package var dueOn: CalendarDay?
        /// Who took it on where that is a role, such as `product owner`.
        package var role: String?
        package var state = State.open
        /// The day it was done or dropped, where the notes say it.
        package var closedOn: CalendarDay?
        /// Why it was dropped; may be empty.
        package var reason = ""
    }

    package enum State: Sendable {
        case open, done, dropped
    }
}

/// A file on its way to `RetroNotes`: not yet masked, so it never leaves the reader.
struct RetroDraft {
    struct Ceremony {
        /// Nil as long as nothing says when.
        var heldOn: CalendarDay?
        /// Of its heading; 0 is the file.
        var level = 0
        var items: [RetroNotes.Item] = []
        var saidInTheRoom = 0

        var isEmpty: Bool { items.isEmpty && saidInTheRoom == 0 }
    }

    var ceremonies: [Ceremony] = []
    /// As the notes write them.
    var owners: [String] = []
    var diagnostics: CSVDiagnostics

    init(file: String) {
        diagnostics = CSVDiagnostics(file: file)
    }
}
