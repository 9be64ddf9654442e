import HoneFacts
package import HoneLoop

/// A closed health check as one self-contained web page, to look at together or to print. Comments are not on it.
package struct HealthPage: Sendable {
    let picture: HealthPicture

    package init(_ picture: HealthPicture) { self.picture = picture }

    package var html: String {
        let document = Tag.html(
            [.lang: "en"], PageFrame.head("\(picture.product): health check", [HealthStyle.sheet]),
            Tag.body(
                Tag.a([.class: "skip", .href: "#content"], "Skip to the statements"), heading,
                Tag.main([.id: "content", .tabindex: "-1"], [statements, notes]),
                PageFrame.footing(today: picture.today, zone: picture.zone)))
        return "<!DOCTYPE html>\n\(document.rendered)\n"
    }

    private var heading: Node {
        Tag.header([.class: "title"], Tag.h1(.text(picture.product)), Tag.p([.class: "subtitle"], .text(HealthWords(picture).heading)))
    }

    private var statements: Node {
        let words = HealthWords(picture)
        return Tag.section(
            [.ariaLabelledBy: "statements"], Tag.h2([.id: "statements"], "How true it is for this team"),
            Tag.div(
                [.class: "statements"],
                picture.rows.map { row in
                    Tag.figure(
                        Tag.p([.class: "label"], .text(row.question.label)), Tag.h3(.text(row.question.text)),
                        Tag.p([.class: "sentence"], .text(words.sentence(row))), HealthBars(row: row).node)
                }))
    }

    private var notes: Node {
        Tag.section(
            [.class: "remarks", .ariaLabelledBy: "reading"], Tag.h2([.id: "reading"], "How to read this"),
            Tag.ul((["In a bar, “4: 3” says that three people answered 4."] + HealthWords(picture).notes).map { Tag.li(.text($0)) }))
    }
}

/// The blank form of a health check, for paper. It bears no token and no number: filled ones cannot be told apart.
package struct HealthFormPage: Sendable {
    let product: String
    let terms: HealthTerms

    package init(product: String, terms: HealthTerms) { (self.product, self.terms) = (product, terms) }

    package var html: String {
        let promise = terms.isTeamOnly ? HealthWords.consent(terms) : HealthWords.promise(terms)
        let scale = HealthAnswer.levels.map { "\($0) \(HealthAnswer.meaning($0))" }.joined(separator: ", ")
        var content = [
            Tag.p([.class: "lead"], .text("How true is this for our team? \(scale); ? if you cannot say.")),
            Tag.p([.class: "soft"], .text(promise)),
            Tag.ol([.class: "form"], terms.questions.map(question)),
        ]
        if terms.allowsComments {
            content += [
                Tag.h2("What else should the team know? You may leave this empty."), Tag.div([.class: "writing"]),
            ]
        }
        let document = Tag.html(
            [.lang: "en"], PageFrame.head("\(product): health check, form", [HealthStyle.sheet]),
            Tag.body(
                Tag.header([.class: "title"], Tag.h1(.text(product)), Tag.p([.class: "subtitle"], "Health check")), Tag.main(content)))
        return "<!DOCTYPE html>\n\(document.rendered)\n"
    }

    private func question(_ question: HealthQuestion) -> Node {
        let choices = HealthAnswer.levels.map { String($0) } + ["?"]
        return Tag.li(
            Tag.span(.text(question.text)), Tag.span([.class: "choices"], choices.map { Tag.span(.text($0)) }))
    }
}
