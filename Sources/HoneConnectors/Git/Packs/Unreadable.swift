/// Objects are kept or written in a way that this reader does not know, or are damaged, or not here. Git is asked then: it reads them, or
/// has the words for what is wrong.
struct Unreadable: Error {
    /// Whether more memory could help.
    var isTooLarge = false
}
