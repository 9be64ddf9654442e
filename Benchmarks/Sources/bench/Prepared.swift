/// A folder that is made once a run, when it is first asked for; each round begins from a copy of it.
final class Prepared {
    private let make: () throws -> HoneFolder
    private var made: HoneFolder?

    init(_ make: @escaping () throws -> HoneFolder) { self.make = make }

    /// As it was made: not to be changed.
    func folder() throws -> HoneFolder {
        if let made { return made }
        let folder = try make()
        made = folder
        return folder
    }
}
