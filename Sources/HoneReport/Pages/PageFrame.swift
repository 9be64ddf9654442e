import HoneFacts
import HoneLoop

/// What every page of the report has around its content.
package enum PageFrame {
    /// Stands at the foot of each page, and tells a report from somebody else's files.
    package static let signature = "Written by hone on "

    static func head(_ title: String, _ sheets: [Stylesheet] = []) -> Node {
        Tag.head(
            [
                Tag.meta([.charset: "utf-8"]), Tag.meta([.name: "viewport", .content: "width=device-width, initial-scale=1"]),
                Tag.meta([.name: "color-scheme", .content: "light dark"]), Tag.title(.text(title)),
                Tag.style(.stylesheet(ScorecardStyle.sheet)),
            ] + sheets.map { Tag.style(.stylesheet($0)) })
    }

    static func footing(today: CalendarDay, zone: String) -> Node {
        Tag.footer(
            Tag.p(
                .text("\(signature)\(DayText.day(today)), days counted in \(zone). "),
                "The same evidence gives the same page. Numbers stand beside this product’s own past, never beside other teams, and none is about a person."
            ))
    }
}
