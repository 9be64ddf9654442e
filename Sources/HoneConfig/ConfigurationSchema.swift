package import HoneFacts
import HoneLoop

/// The keys of `hone.yaml`: how to read the evidence. What people decide is not in it.
package enum ConfigurationSchema {
    /// - Parameter sources: the schemas that the connectors publish, one kind of source each.
    package static func schema(sources: [SettingsSchema]) -> SettingsSchema {
        var sourceKeys: [SettingsSchema.Key] = []
        for key in sources.flatMap(\.keys) where !sourceKeys.contains(where: { $0.name == key.name }) {
            sourceKeys.append(
                .init(key.name, key.kind, key.meaning, isRequired: false, default: key.defaultText, example: key.example))
        }
        return SettingsSchema([
            .init("product", .text, "Name of the product.", isRequired: true, example: "Alloy"),
            .init("timezone", .zone, "IANA zone in which days begin and end.", default: "UTC", example: "Europe/London"),
            .init("customer", .text, "What you call the person who asks for things.", default: "customer"),
            .init("product_owner", .text, "What you call the person who orders the work.", default: "product owner"),
            .init(
                "life_cycle", .list(.mapping(lifeCycle)),
                "How you work; a second entry with a date says that it changed.", default: "kanban"),
            .init("iteration", .mapping(iteration), "The period that shares are judged by."),
            .init("calendar", .mapping(calendar), "Which days are working days."),
            .init("stages", .list(.mapping(stage)), "The way from idea to product, left to right, and the statuses that mean each stage."),
            .init(
                "commitment", .text, "The stage from which work counts as started.", default: "the first stage that waits or is active",
                example: "In progress"),
            .init(
                "cancelled_reasons", .list(.text), "Reasons with which a closed item counts as cancelled, not finished.", default: "none",
                example: "[Won't Fix, Duplicate]"),
            .init(
                "work_kinds", .list(.mapping(workKind)),
                "Rules that give an item its work kind; the first that fits wins. A type spelled like a work kind is that kind."),
            .init(
                "phases", .list(.text),
                "Phases that defects come from and are found in, in order of time; the one after the release is called field, production, operation or the like.",
                default: "the usual ones, from planning to after release"),
            .init(
                "service_level", .mapping(serviceLevel),
                "How long started work may take: the line in the chart of cycle times and of service level attainment. Whether it is a target is agreed elsewhere."
            ),
            .init(
                "debt_areas", .list(.text), "Patterns over paths of the code that a debt is said to sit in.",
                default: "the folders of the hottest files", example: "billing/*"),
            .init("releases", .mapping(releases), "Which tags are releases."),
            .init(
                "delivery", .mapping(delivery), "Which deployments reach users, and which of them an incident is laid to."),
            .init(
                "sources", .list(.mapping(SettingsSchema(sourceKeys))),
                "Where facts come from; each has one of git:, csv:, jira:, github: and git_log:.", isRequired: true),
            .init("privacy", .mapping(privacy), "What is kept about people: never more than pseudonyms."),
            .init("notes", .list(.text), "Sentences about the product's context, printed on the page."),
            .init(
                "outside", .list(.mapping(Configuration.outsideSchema)),
                "Numbers of others, printed beside the trends of capability as their source says them: not measured by Hone, no target."),
        ])
    }

    private static let lifeCycle = SettingsSchema([
        .init("kind", .oneOf(LifeCycle.allCases.map(\.rawValue)), "The life cycle.", isRequired: true),
        .init("from", .day, "First day it holds.", default: "since ever"),
    ])

    private static let iteration = SettingsSchema([
        .init("days", .integer(1...366), "Length in days.", default: "14 for scrum, else 28"),
        .init("starts_on", .day, "First day of any one iteration.", default: "1970-01-05, a Monday"),
    ])

    private static let serviceLevel = SettingsSchema([
        .init("percent", .integer(1...99), "Share of the items, in per cent.", default: "85"),
        .init(
            "days", .integer(1...3_650), "Days from start to finish, both counted, as cycle time counts them.", isRequired: true,
            example: "10"),
    ])

    private static let calendar = SettingsSchema([
        .init(
            "working_days", .list(.oneOf(weekdays)), "Days of the week that are worked.", default: "[mon, tue, wed, thu, fri]"),
        .init("holidays", .text, "File of holidays: iCalendar, or a CSV in which every cell that reads as a date is one."),
        .init("date_format", .text, "How dates are written in the holiday file, besides ISO and `d MMM yyyy`.", example: "dd/MM/yyyy"),
    ])

    static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private static let stage = SettingsSchema([
        .init("name", .text, "Name of the stage; it is also a status of its own.", isRequired: true),
        .init("kind", .oneOf(Stage.Kind.allCases.map(\.rawValue)), "What being there means.", isRequired: true),
        .init(
            "group", .oneOf(Stage.Group.allCases.map(\.rawValue)), "Part of the loop.",
            default: "idea for backlog, product for done, else prototype"),
        .init("statuses", .list(.text), "The tracker's names for it, compared without case."),
    ])

    private static let workKind = SettingsSchema([
        .init(
            "kind", .oneOf(WorkKind.allCases.filter { $0 != .unclassified }.map(\.rawValue)), "The work kind it gives.", isRequired: true),
        .init("type", .list(.text), "The source's own types; one is enough."),
        .init("label", .list(.text), "Labels; one is enough."),
        .init("title", .list(.text), "Patterns with * and ? over the title; one is enough.", example: "refactor*"),
        .init(
            "path", .list(.text),
            "Patterns over paths: fits when every file changed by the commits that name the item's key fits one of them.",
            example: "build/*"),
    ])

    private static let releases = SettingsSchema([
        .init("pattern", .text, "Pattern with * and ? that the name of a release tag fits.", default: "*", example: "v*")
    ])

    private static let delivery = SettingsSchema([
        .init(
            "production", .list(.text),
            "Patterns with * and ? of the environments that users are in, compared without case; a deployment that names none counts.",
            default: "[\(DeliveryRule.defaultProduction.joined(separator: ", "))]", example: "[production, eu-*]"),
        .init(
            "incident_window", .text,
            "How long after a deployment an incident of its service is laid to it, where no link says which one caused it: a number of min, h or d, or unlimited.",
            default: "24h", example: "4h"),
    ])

    private static let privacy = SettingsSchema([
        .init(
            "smallest_group", .integer(3...100),
            "Fewest people that a number about how people work together may stand on, where a source knows them.",
            default: "5"),
        .init("bots", .list(.text), "Name patterns of accounts that are programs, besides the well-known ones."),
    ])
}
