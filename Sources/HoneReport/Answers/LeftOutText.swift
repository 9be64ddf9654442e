package import HoneLoop

/// What an effect's number leaves out, in a few words beside the figures.
package enum LeftOutText {
    /// `12 of 140, mostly cancelled (9)`; nil where nothing is left out.
    package static func text(_ all: LeftOut) -> String? {
        all.main.map { main in
            let (how, rest) = main.count == all.count ? ("", "") : ("mostly ", " (\(ValueText.grouped(main.count)))")
            return "\(ValueText.grouped(all.count)) of \(ValueText.grouped(all.of)), \(how)\(CodeWords.exclusion(main.reason))\(rest)"
        }
    }
}
