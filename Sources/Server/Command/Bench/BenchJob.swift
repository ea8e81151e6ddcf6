import ArgumentParser
import JobSource
import Resume

/// `kongresume bench job`: how long it takes to understand a posting.
struct BenchJob: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job",
        abstract: "Time the understanding of postings of 10 KB.",
        discussion: """
            Each round reads one posting: text in, segments, keywords and requirements out, the lexicon being loaded. Without
            FILE the posting is made of sentences and bullets as postings have them; with FILE the file, as often as it takes
            to fill 10 KB.

            Example: kongresume bench job --rounds 500
            """)

    @Argument(help: "A posting as text.")
    var file: String?

    @Option(help: "How many postings are read.")
    var rounds = 300

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard rounds > 0 else { throw ValidationError("--rounds must be at least 1") }
    }

    func run() throws {
        let start = ContinuousClock.now
        let lexicon = try Lexicon.bundled()
        let loading = (ContinuousClock.now - start) / .milliseconds(1)
        let text = Self.filled(try file.map(readText) ?? Self.sample)
        var times: [Double] = []
        var keywords = 0
        for round in 0..<rounds {
            // A new text each round, so that nothing can have been kept.
            let posting = text + "\nReference \(round)"
            let begin = ContinuousClock.now
            keywords = try JobPosting(pastedText: posting, lexicon: lexicon).keywords.count
            times.append((ContinuousClock.now - begin) / .milliseconds(1))
        }
        times.sort()
        func percentile(_ share: Double) -> Double { times[min(times.count - 1, Int(share * Double(times.count)))] }
        if json {
            let result: JSON = [
                "bytes": .number(.init(text.utf8.count)), "count": .number(.init(rounds)),
                "keywords": .number(.init(keywords)), "p50_ms": JSON(floatLiteral: percentile(0.5)),
                "p95_ms": JSON(floatLiteral: percentile(0.95)), "p99_ms": JSON(floatLiteral: percentile(0.99)),
                "lexicon_ms": JSON(floatLiteral: loading),
            ]
            print(result.text)
        } else {
            print(
                """
                \(text.utf8.count) bytes, \(keywords) keywords, \(rounds) rounds
                p50 \(Self.rounded(percentile(0.5))) ms, p95 \(Self.rounded(percentile(0.95))) ms, p99 \(Self.rounded(percentile(0.99))) ms
                the lexicon, once: \(Self.rounded(loading)) ms
                """)
        }
    }

    private static func rounded(_ milliseconds: Double) -> String {
        let hundredths = Int((milliseconds * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    /// Repeated up to 10 KB, cut between characters.
    private static func filled(_ text: String) -> String {
        guard !text.isEmpty else { return text }
        var filled = text
        while filled.utf8.count < 10_240 { filled += "\n" + text }
        return String(filled.prefix(10_240))
    }

    private static let sample = """
        Senior Backend Engineer
        Larch & Elm Systems · Leeds, UK · Full-time

        About us
        Larch & Elm makes planning software for tree nurseries. Founded in 2009, we are 60 people in two offices, and our
        customers grow eleven million trees a year with it.

        What you'll do
        • Own the services that take orders, from design to operation
        • Move a monolith in Ruby on Rails to Kotlin, piece by piece
        • Work with the data team on reports in Snowflake

        What you'll bring
        • At least 5 years of experience with Kotlin or Java on the server
        • Solid knowledge of PostgreSQL, Kafka and Kubernetes
        • Experience with CI/CD, Terraform and AWS; ideally also with observability
        • A bachelor's degree in computer science, or the same by experience
        • Fluent English; German at B2 is a plus
        • The right to work in the UK

        Nice to have
        • Rust, GraphQL or a past in horticulture
        • AWS Certified Solutions Architect

        What we offer
        £70,000 to £85,000, a pension with 8 % from us, 30 days of holiday and a tree with your name on it.

        How to apply
        Send your CV to jobs@larch-elm.example by 30 June. We are an equal opportunity employer.
        """
}
