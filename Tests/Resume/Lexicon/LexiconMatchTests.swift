import Randomness
import Resume
import Testing

struct LexiconMatchTests {
    private let lexicon: Lexicon

    init() throws {
        lexicon = try Lexicon(parsing: [
            (
                "software.txt",
                """
                # A comment.
                JavaScript | =JS, ECMAScript
                Java
                =C
                C++ | =CPP
                C#
                .NET | dotnet
                ASP.NET
                =Go | Golang
                =R
                =Swift
                Node.js | NodeJS, =Node
                React
                React Native
                SQL
                PostgreSQL | Postgres
                Kubernetes | k8s
                HTML
                CI/CD | continuous integration
                API
                Python
                Machine learning | =ML
                Data visualization
                Problem solving
                E-commerce
                - go to, vitamin C
                """
            ),
            (
                "science.txt",
                """
                Research and development | R&D
                =SAS
                =Excel
                =SWIFT messaging | =SWIFT
                Lab technique
                Inventory
                Führerschein | driving licence
                """
            ),
        ])
    }

    private func found(_ text: String) -> [String] { lexicon.matches(in: text).map(\.canonical) }

    @Test(arguments: [
        ("C and C++ and C#", ["C", "C++", "C#"]), ("C/C++", ["C", "C++"]), ("C++17, C#.", ["C++", "C#"]),
        ("C+", []), ("C-level", []), ("C's", []), ("Vitamin C", []), ("C) third", []), ("John C. Smith", []),
        ("We write C.", ["C"]), ("(C, R)", ["C", "R"]), ("c", []), ("C++Builder", []), ("C++/C#", ["C++", "C#"]),
        ("Java", ["Java"]), ("JavaScript", ["JavaScript"]), ("Java Script", ["Java"]), ("Javanese", []),
        ("java", ["Java"]), ("JAVA", ["Java"]), ("Java/Python", ["Java", "Python"]), ("(Java)", ["Java"]),
        ("R&D", ["Research and development"]), ("R & D", ["Research and development"]), ("R", ["R"]), ("r", []),
        ("R&B", []), ("A/R", []), ("R/Python", ["R", "Python"]), ("R-Kenntnisse", ["R"]), ("R-squared", []),
        ("Go", ["Go"]), ("go", []), ("Go to market", []), ("Go-live", []), ("Go and Python", ["Go", "Python"]),
        ("golang", ["Go"]), ("GO", []), ("Go-based", ["Go"]),
        ("SAS", ["SAS"]), ("Sas", []), ("sas", []), ("excel at it", []), ("Excel", ["Excel"]), ("EXCEL", ["Excel"]),
        ("Swift", ["Swift"]), ("SWIFT", ["SWIFT messaging"]), ("swift", []),
        ("Node.js", ["Node.js"]), ("NodeJS", ["Node.js"]), ("Node", ["Node.js"]), ("node", []), ("Node.ts", []),
        (".NET", [".NET"]), ("C#/.NET", ["C#", ".NET"]), ("ASP.NET", ["ASP.NET"]), ("VB.NET", []),
        ("a network", []), ("over the .net", [".NET"]),
        ("React Native", ["React Native"]), ("React", ["React"]), ("React, Native", ["React"]),
        ("React\nNative", ["React Native"]), ("React\n\nNative", ["React"]),
        ("MySQL", []), ("SQL.", ["SQL"]), ("NoSQL", []), ("SQL/Python", ["SQL", "Python"]),
        ("Postgres", ["PostgreSQL"]), ("POSTGRESQL", ["PostgreSQL"]), ("k8s", ["Kubernetes"]), ("K8s", ["Kubernetes"]),
        ("JS", ["JavaScript"]), ("js", []), ("x.js", []),
        ("HTML5", ["HTML"]), ("Python3.11", ["Python"]), ("H5", []),
        ("CI/CD", ["CI/CD"]), ("CI / CD", ["CI/CD"]), ("continuous-integration", ["CI/CD"]),
        ("APIs", ["API"]), ("api", ["API"]), ("Machine-Learning", ["Machine learning"]), ("ML", ["Machine learning"]),
        ("ml", []), ("10 ml", []), ("data visualisation", ["Data visualization"]),
        ("problem-solving", ["Problem solving"]), ("ecommerce", ["E-commerce"]), ("e commerce", ["E-commerce"]),
        ("lab techniques", ["Lab technique"]), ("inventories", ["Inventory"]),
        ("python.org", []), ("www.python.org", []), ("me@python", []), ("Python's", ["Python"]),
        ("Führerschein", ["Führerschein"]), ("FÜHRERSCHEIN", ["Führerschein"]), ("driving licences", ["Führerschein"]),
        ("", []), ("   ", []), ("—", []), ("C\u{2010}level", []), ("👩‍💻 Python", ["Python"]),
    ])
    func `a term is found as a whole and only as a whole`(text: String, terms: [String]) {
        #expect(found(text) == terms)
    }

    @Test func `a match says where it is and how it is written`() throws {
        let text = "Über k8s und Postgres: täglich"
        let matches = lexicon.matches(in: text)
        #expect(matches.map(\.written) == ["k8s", "Postgres"])
        #expect(matches.map { String(text[$0.range]) } == ["k8s", "Postgres"])
        #expect(matches.map(\.term.field) == ["software", "software"])
    }

    @Test(arguments: [
        ("Kubernetes", "we run k8s", true), ("k8s", "we run Kubernetes", true), ("Java", "JavaScript", false),
        ("Zorbex", "with Zorbex.", true), ("Zorbex", "Zorbexes and Zorbexian", true), ("Zorbex", "Zorbexian", false),
        ("heat pump", "Heat pumps", true), ("heat-pump", "heat pump", true), ("heat pump", "heat a pump", false),
        ("R", "R&D", false), ("R", "R", true), ("D", "R&D", false), ("EN 13849", "EN\n13849", true),
        ("", "text", false),
        ("!?", "what !?", true),
    ])
    func `a term occurs under all its names, an unknown one by its words`(term: String, text: String, occurs: Bool) {
        #expect(lexicon.occurs(term, in: text) == occurs)
    }

    @Test func `many keywords are found in one pass`() {
        let keywords = ["Kubernetes", "Zorbex", "Java"].map { Keyword(term: $0, canonical: $0, importance: .required) }
        let finder = KeywordFinder(keywords, lexicon: lexicon)
        #expect(finder.keywords(in: "k8s, Zorbex and SQL") == ["Kubernetes", "Zorbex"])
        #expect(finder.keywords(in: "nothing").isEmpty)
    }

    @Test func `the canonical name of a whole text is known`() {
        #expect(lexicon.canonical(of: "k8s") == "Kubernetes")
        #expect(lexicon.canonical(of: "React Native") == "React Native")
        #expect(lexicon.canonical(of: "React and more") == nil && lexicon.canonical(of: "Go to") == nil)
    }

    /// Any text, seeded: matches are in order, do not overlap, and are what the text has there.
    @Test func `any text has matches in order that are its own words`() {
        var generator = SeededGenerator(seed: 7)
        let pieces = [
            "C", "+", "#", "C++", " ", "-", "/", "&", ".", "NET", "R", "D", "Go", "to", "\n", "'", "k8s", "é", "漢",
        ]
        for _ in 0..<2000 {
            var text = generator.text(upTo: 6)
            for _ in 0..<12 { text += pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
            var last = text.startIndex
            for match in lexicon.matches(in: text) {
                #expect(match.range.lowerBound >= last && !match.range.isEmpty)
                #expect(String(text[match.range]) == match.written)
                last = match.range.upperBound
            }
        }
    }
}
