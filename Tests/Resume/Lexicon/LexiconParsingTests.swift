import Resume
import Testing

struct LexiconParsingTests {
    private func faults(_ files: (String, String)...) -> [String] {
        do throws(LexiconError) {
            _ = try Lexicon(parsing: files.map { (name: $0.0, text: $0.1) })
            return []
        } catch {
            return error.faults.map { "\($0.file):\($0.line) \($0.code.rawValue)" }
        }
    }

    @Test func `a file gives terms with aliases and a field`() throws {
        let lexicon = try Lexicon(parsing: [("care.txt", "# care\n\nWound care | dressing, =WC\n  First aid  \n")])
        #expect(lexicon.terms.map(\.canonical) == ["Wound care", "First aid"])
        #expect(lexicon.terms.first?.aliases == ["dressing", "WC"])
        #expect(lexicon.terms.allSatisfy { $0.field == "care" })
        #expect(lexicon.term(named: "First aid")?.field == "care" && lexicon.term(named: "first aid") == nil)
    }

    @Test func `a form stands once over all files`() {
        #expect(faults(("a.txt", "Kotlin\nPerl | kotlin")) == ["a.txt:2 repeated_form"])
        #expect(faults(("a.txt", "Kotlin | KT"), ("b.txt", "Perl | KT")) == ["b.txt:1 repeated_form"])
        #expect(faults(("a.txt", "Kotlin"), ("b.txt", "Kotlin")) == ["b.txt:1 repeated_form"])
        #expect(faults(("a.txt", "Kotlin | Kotlin")) == ["a.txt:1 repeated_form"])
        #expect(faults(("a.txt", "Kotlin\n- kotlin")) == ["a.txt:2 repeated_form"])
    }

    @Test func `an alias does not lead to another term, round in a circle or not`() {
        #expect(faults(("a.txt", "Kotlin | Perl\nPerl")) == ["a.txt:1 alias_of_term"])
        #expect(
            faults(("a.txt", "Kotlin | Perl"), ("b.txt", "Perl | Kotlin")) == [
                "a.txt:1 alias_of_term", "b.txt:1 alias_of_term",
            ])
    }

    @Test func `nothing is empty`() {
        #expect(faults(("a.txt", " | alias\nKotlin")) == ["a.txt:1 empty_form"])
        #expect(faults(("a.txt", "Kotlin | KT, , K")) == ["a.txt:1 empty_form"])
        #expect(faults(("a.txt", "Kotlin |")) == ["a.txt:1 empty_form"])
        #expect(faults(("a.txt", "=")) == ["a.txt:1 empty_form"])
        #expect(faults(("a.txt", "# only a comment")) == ["lexicon:0 no_terms"])
    }

    @Test func `a fault is told with its place`() {
        do throws(LexiconError) {
            _ = try Lexicon(parsing: [("a.txt", "Kotlin\nPerl | Kotlin")])
            Issue.record("no fault was found")
        } catch {
            #expect(error.description == "a.txt:2: “Kotlin” is an alias here and a term elsewhere")
        }
    }
}
