import Resume
import Testing

@Suite struct KeywordFinderTests {
    private func forms(_ text: String) throws -> [String: String] {
        let lexicon = try Lexicon(parsing: [
            (
                "software.txt",
                "=C\nC++\nJava\nJavaScript | =JS\n=R\nKubernetes | k8s\nData pipeline\nE-commerce\n"
            )
        ])
        let keywords = ["C", "C++", "Java", "JavaScript", "R", "Kubernetes", "Data pipeline", "E-commerce", "Koha"].map
        {
            Keyword(term: $0, canonical: $0, importance: .required)
        }
        return KeywordFinder(keywords, lexicon: lexicon).writtenForms(in: text)
    }

    @Test func `a keyword is found as the text has it, under an alias, in the plural or without its hyphen`() throws {
        let found = try forms("JS and k8s; data pipelines for ecommerce; Koha, then Kubernetes")
        #expect(
            found == [
                "JavaScript": "JS", "Kubernetes": "k8s", "Data pipeline": "data pipelines", "E-commerce": "ecommerce",
                "Koha": "Koha",
            ])
    }

    @Test func `only whole terms count`() throws {
        #expect(try forms("C++, JavaScript, R&D and Kohan") == ["C++": "C++", "JavaScript": "JavaScript"])
        #expect(try forms("C, Java and R") == ["C": "C", "Java": "Java", "R": "R"])
    }

    @Test func `what is found is what the set of names says`() throws {
        let lexicon = try Lexicon(parsing: [("software.txt", "Java\nKubernetes | k8s\n")])
        let keywords = ["Java", "Kubernetes", "Koha"].map { Keyword(term: $0, canonical: $0, importance: .mentioned) }
        let finder = KeywordFinder(keywords, lexicon: lexicon)
        for text in ["", "Java on k8s", "Koha", "none of it"] {
            #expect(Set(finder.writtenForms(in: text).keys) == finder.keywords(in: text))
        }
    }
}
