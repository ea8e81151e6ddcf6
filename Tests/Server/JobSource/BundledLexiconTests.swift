import JobSource
import Resume
import Testing

struct BundledLexiconTests {
    @Test func `the lexicon that is shipped loads and is broad`() throws {
        let lexicon = try SharedLexicon.get()
        #expect(lexicon.terms.count >= 3000)
        #expect(Set(lexicon.terms.map(\.field)).count >= 25)
        #expect(lexicon.terms.allSatisfy { !$0.canonical.isEmpty })
    }

    @Test func `every term is found under all of its names`() throws {
        let lexicon = try SharedLexicon.get()
        for term in lexicon.terms {
            for form in [term.canonical] + term.aliases {
                #expect(lexicon.canonical(of: form) == term.canonical, "\(form)")
            }
        }
    }
}
