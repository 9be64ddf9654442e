import HoneFacts
package import HoneLoop

/// A brief as one self-contained page to read or to print, with boxes to tick by hand.
package struct BriefPage: Sendable {
    let brief: Brief

    package init(_ brief: Brief) { self.brief = brief }

    package var html: String {
        let document = Tag.html(
            [.lang: "en"], PageFrame.head("\(brief.product): \(brief.title)", [BriefStyle.sheet]),
            Tag.body(
                Tag.a([.class: "skip", .href: "#content"], "Skip to the page"), heading,
                Tag.main([.id: "content", .tabindex: "-1", .class: "brief"], brief.sections.map(section) + [answer, changes, outcome]),
                PageFrame.footing(today: brief.today, zone: brief.zone)))
        return "<!DOCTYPE html>\n\(document.rendered)\n"
    }

    private var heading: Node {
        Tag.header(
            [.class: "title"], Tag.h1(.text(brief.title)),
            Tag.p([.class: "subtitle"], .text("\(brief.product) · \(BriefText(brief, width: 80, isStyled: false).day)")))
    }

    private func section(_ section: Brief.Section) -> Node {
        var content = [Tag.h2(.text(section.heading)), Tag.p(.text(section.sentences.joined(separator: " ")))]
        if !section.examples.isEmpty { content.append(Tag.ul(section.examples.map { Tag.li(.text($0)) })) }
        return Tag.section(content)
    }

    private var answer: Node {
        let lines = BriefText(brief, width: 80, isStyled: false).answer
        let isOpen = brief.answer == nil && brief.isOpen
        let list =
            isOpen
            ? Tag.ul([.class: "choices"], BriefText.choices.map { Tag.li(.text($0)) })
            : Tag.p([.class: "lead"], .text(lines.joined(separator: " ")))
        return Tag.section([.class: "answer"], Tag.h2("Your answer"), list)
    }

    private var changes: Node {
        brief.changes.isEmpty
            ? .nothing : Tag.section(Tag.h2(.text(BriefText.changesHeading)), Tag.p(.text(brief.changes.joined(separator: " "))))
    }

    private var outcome: Node {
        brief.outcome.map { Tag.section(Tag.h2("What came of it"), Tag.p(.text($0))) } ?? .nothing
    }
}
