internal import HoneFacts

/// Facts with a few people in them, for worked examples.
enum TeamExample {
    /// Changes merged in March 2026 by author and reviewers.
    static func changes(_ rows: [(key: String, author: String, reviewers: [String])]) -> ExampleFacts {
        let changes = rows.enumerated().map { number, row -> (String, [String: String], [String: Int64], [String: String]) in
            let day = "2026-03-0\(number % 9 + 1)"
            return (
                row.key, ["opened_at": "\(day)T09:00:00Z", "merged_at": "\(day)T17:00:00Z", "closed_at": "\(day)T17:00:00Z"], [:],
                ["key": row.key, "author": row.author]
            )
        }
        let reviews = rows.enumerated().flatMap { number, row in
            row.reviewers.enumerated().map { place, name -> (String, [String: String], [String: Int64], [String: String]) in
                (
                    "\(row.key) \(place)", ["reviewed_at": "2026-03-0\(number % 9 + 1)T12:00:00Z"], ["is_author": 0, "is_bot": 0],
                    ["change": row.key, "reviewer": name]
                )
            }
        }
        return ExampleFacts().adding(.change, changes).adding(.review, reviews)
    }

    /// Commits of March 2026 in a row, one for each writer or pair (`Ann with Bo`), perhaps with a merge at the end.
    static func commits(_ writers: [String], merge: Bool) -> ExampleFacts {
        var rows = writers.enumerated().map { number, text -> (String, [String: String], [String: Int64], [String: String]) in
            let names = text.split(separator: " ").filter { $0 != "with" }.map(String.init)
            return (
                "c\(number)", ["committed_at": "2026-03-02T12:00:\(number / 10 % 6)\(number % 10)Z"], ["is_bot": 0, "is_inside": 1],
                [
                    "sha": "c\(number)", "parents": number > 0 ? "c\(number - 1)" : "", "author": names.first ?? "",
                    "coauthors": names.dropFirst().joined(separator: " "),
                ]
            )
        }
        if merge {
            rows.append(
                (
                    "m", ["committed_at": "2026-03-02T13:00:00Z"], ["is_bot": 0, "is_inside": 1],
                    ["sha": "m", "parents": "c\(writers.count - 1) c0", "author": "Ann"]
                ))
        }
        return ExampleFacts().adding(.commit, rows)
            .adding(.head, [("HEAD", [:], ["is_shallow": 0], ["branch": "main", "sha": merge ? "m" : "c\(writers.count - 1)"])])
    }
}
