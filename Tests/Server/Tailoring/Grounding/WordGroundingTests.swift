import Resume
import Tailoring
import Testing

/// Rephrasing is allowed, promotion is not.
struct WordGroundingTests {
    /// Written before the vocabularies were, as a person would shorten and reorder.
    static let rephrased: [(language: String, line: String, source: String)] = [
        (
            "en", "Cut hosting costs by 30% by moving 1,200 dashboards to Kubernetes",
            "Moved 1,200 dashboards to k8s and cut hosting costs by 30%"
        ),
        (
            "en", "Reduced central-line infections from 2.1 to 0.6 per 1,000 line days",
            "Cut central-line infections from 2.1 to 0.6 per 1,000 line days with a two-person dressing check."
        ),
        (
            "en", "Leading a night team of nine nurses in a 24-bed medical ICU",
            "Lead a night team of 9 nurses in a 24-bed medical ICU with a 1:2 patient ratio."
        ),
        (
            "en", "Precepted 27 newly licensed nurses, of whom 25 still work on the unit",
            "Precepted 27 newly licensed nurses; 25 still work on the unit."
        ),
        (
            "en", "Member of the rapid response team, with 310 calls in three years",
            "Member of the rapid response team: 310 calls in three years."
        ),
        (
            "en", "Wrote the handover sheet in Epic that five ICUs use",
            "Wrote the unit's handover sheet in Epic, now used by five ICUs."
        ),
        (
            "en", "Cared for cardiac and trauma patients after operations, on ECMO and balloon pumps",
            "Cared for post-operative cardiac and trauma patients on ECMO and balloon pumps."
        ),
        (
            "en", "Introduced early mobility for patients on the ventilator, which cut ventilator days by 14%",
            "Introduced early mobility for ventilated patients; days on the ventilator fell by 14%."
        ),
        (
            "en", "Monitored 36 telemetry beds, interpreting 12-lead ECGs",
            "Monitored 36 telemetry beds and interpreted 12-lead ECGs."
        ),
        (
            "en", "Gathered data on 412 patients for a sepsis bundle trial",
            "Collected data for a sepsis bundle trial with 412 patients."
        ),
        (
            "de", "Planung und Inbetriebnahme von 18 Förderanlagen mit S7-1500 und TIA Portal",
            "Planung und Inbetriebnahme von 18 Förderanlagen mit Siemens S7-1500 und TIA Portal."
        ),
        (
            "de", "Inbetriebnahme durch simulationsgestützte Prüfung um 35 % verkürzt",
            "Verkürzung der Inbetriebnahme um 35 % durch simulationsgestützte Prüfung."
        ),
        (
            "de", "Vier Kolleginnen und Kollegen fachlich geführt",
            "Fachliche Führung von vier Kolleginnen und Kollegen."
        ),
        (
            "de", "Risikobeurteilungen nach EN ISO 13849 und Maschinenrichtlinie erstellt",
            "Erstellung von Risikobeurteilungen nach Maschinenrichtlinie und EN ISO 13849."
        ),
        (
            "de", "Reisekosten um 40 % gesenkt durch Einführung der Ferndiagnose für 120 Anlagen in 14 Ländern",
            "Ferndiagnose für 120 Anlagen in 14 Ländern eingeführt; Reisekosten um 40 % gesenkt."
        ),
        (
            "fr", "Pilotage d'une équipe de 6 personnes et d'un budget de 1,2 M€",
            "Pilotage d'un budget de 1,2 M€ et d'une équipe de six personnes."
        ),
        (
            "fr", "Réduction du coût d'acquisition de 31 % par des campagnes Google Ads",
            "Campagnes Google Ads et réseaux sociaux, coût d'acquisition réduit de 31 %."
        ),
        (
            "fr", "Taux de conversion du site e-commerce passé de 1,4 % à 2,6 % après la refonte",
            "Refonte du site e-commerce : taux de conversion passé de 1,4 % à 2,6 %."
        ),
        ("fr", "Organisé 40 événements, jusqu'à 900 invités", "Organisation de 40 événements, jusqu'à 900 invités."),
        (
            "es", "Dirección de una brigada de 22 personas con un presupuesto anual de 780.000 €",
            "Dirijo una brigada de 22 personas y un presupuesto de 780.000 € al año."
        ),
        (
            "es", "Reducción de la merma del 9 % al 3,5 % mediante fichas técnicas y control diario",
            "Reduje la merma del 9 % al 3,5 % con fichas técnicas y control diario."
        ),
        (
            "es", "Implantación del sistema APPCC, cero incidencias en 12 inspecciones",
            "Implanté el sistema APPCC; cero incidencias en doce inspecciones."
        ),
        ("es", "Formé once aprendices", "Formación de once aprendices."),
        (
            "pt", "Redução dos custos de frete em 18% com novo roteiro de entregas",
            "Reduzi os custos de frete em 18% com um novo roteiro de entregas."
        ),
        (
            "pt", "Gestão de uma equipe de doze pessoas em dois armazéns",
            "Gerenciei uma equipe de 12 pessoas em dois armazéns."
        ),
        ("pt", "Treinamento de 40 operadores de empilhadeira", "Treinei 40 operadores de empilhadeira."),
        (
            "pl", "Zarządzanie zespołem 48 osób na 3 zmiany",
            "Zarządzam zespołem 48 osób na trzy zmiany i magazynem o powierzchni 22 000 m²."
        ),
        (
            "pl", "Skrócenie czasu kompletacji zamówień o 27% przez wdrożenie systemu WMS",
            "Skróciłam czas kompletacji zamówień o 27% dzięki wdrożeniu systemu WMS."
        ),
        ("pl", "Obniżenie liczby reklamacji z 1,8% do 0,4%", "Obniżyłam liczbę reklamacji z 1,8% do 0,4%."),
        ("pl", "Planowanie dostaw do 310 księgarń", "Planowałam dostawy do 310 księgarń."),
    ]

    @Test func `a line may be rephrased, shortened and put in another order`() throws {
        var refused: [String] = []
        for (language, line, source) in Self.rephrased {
            let reasons = try Claim.reasons(line, from: source, in: language)
            if !reasons.isEmpty { refused.append("\(line): \(reasons.map(\.description))") }
        }
        print("\(Self.rephrased.count - refused.count) of \(Self.rephrased.count) honest rephrasings pass")
        // `operations` for `post-operative` is a guess, and `leading` may be a boast.
        #expect(refused.count <= 2, "\(refused)")
    }

    @Test(arguments: [
        ("en", "Led the audit of 12 sites", "Assisted with the audit of 12 sites"),
        ("en", "Ran the audit of 12 sites", "Helped run the audit of 12 sites"),
        ("en", "Built the billing platform", "Contributed to the billing platform"),
        ("en", "Built the billing platform", "Contributed to building the billing platform"),
        ("en", "Designed and built the platform", "Supported the team that designed and built the platform"),
        ("en", "Expert in Kubernetes", "Familiar with Kubernetes"),
        ("en", "Used Kubernetes", "Familiar with Kubernetes"),
        ("en", "Head of the audit team", "Member of the audit team"), ("en", "Audit team", "Member of the audit team"),
        ("en", "Store manager", "Assistant store manager"), ("en", "Accountant", "Trainee accountant"),
        ("en", "Managed a team of 9", "Worked in a team of 9"), ("en", "Owned the roadmap", "Worked on the roadmap"),
        ("en", "Award-winning handover sheet", "Handover sheet"), ("en", "The first handover sheet", "Handover sheet"),
        ("en", "Leading nurse on the team", "Led the team nurse"), ("en", "Senior nurse", "Nurse"),
        ("en", "Trainee nurse", "Nurse"), ("en", "Deputy analyst", "Analyst"),
        ("en", "Director of sales", "Direct sales"), ("en", "Master's degree in nursing", "Mastered nursing, a degree"),
        ("en", "Led training, ran wards", "Ran wards, assisted with training"),
        ("de", "Leitung der Einführung von SAP", "Bei der Einführung von SAP unterstützt"),
        ("de", "Einführung von SAP", "Mitarbeit bei der Einführung von SAP"),
        ("de", "SAP eingeführt", "An der Einführung von SAP mitgewirkt"),
        ("de", "Kenntnisse in Python", "Grundkenntnisse in Python"),
        ("de", "Filialleiter", "Stellvertretender Filialleiter"),
        ("de", "Leiter der Inbetriebnahme", "Leitung der Inbetriebnahme"),
        ("de", "Experte für Python", "Kenntnisse in Python"),
        ("fr", "Pilotage de la refonte du site", "Participation à la refonte du site"),
        ("fr", "Refonte du site", "Aidé à la refonte du site"),
        ("fr", "Cheffe de projet", "Assistante cheffe de projet"), ("fr", "Maîtrise de Python", "Notions de Python"),
        ("es", "Dirigí la apertura del hotel", "Ayudé en la apertura del hotel"),
        ("es", "Jefa de cocina", "Segunda jefa de cocina"),
        ("es", "Apertura del hotel", "Colaboré en la apertura del hotel"),
        ("es", "Experta en Python", "Nociones de Python"),
        ("pt", "Liderei a implantação do SAP", "Apoiei a implantação do SAP"),
        ("pt", "Implantação do SAP", "Participei da implantação do SAP"),
        ("pt", "Gerente de loja", "Assistente de gerente de loja"), ("pt", "Domínio de Python", "Noções de Python"),
        ("pl", "Wdrożenie systemu WMS", "Pomagałam przy wdrożeniu systemu WMS"),
        ("pl", "Kierownik magazynu", "Zastępca kierownika magazynu"),
        ("pl", "Kierowałem wdrożeniem WMS", "Udział we wdrożeniu WMS"), ("pl", "Ekspert SAP", "Podstawy SAP"),
    ])
    func `nobody is promoted`(language: String, line: String, source: String) throws {
        #expect(try !Claim.reasons(line, from: source, in: language).isEmpty)
    }

    @Test(arguments: [
        ("en", "Assisted with the audit of 12 sites", "Assisted with the audit of 12 sites in Kent"),
        ("en", "Led the ward round", "Led the ward round and assisted with training"),
        ("en", "Led the ward round", "Assisted with training and led the ward round"),
        ("de", "Leitung der Inbetriebnahme", "Leitung der Inbetriebnahme; Mitarbeit an der Planung"),
        ("en", "310 calls as a member of the response team", "Member of the response team: 310 calls"),
    ])
    func `what was one's own deed stays so beside what was not`(language: String, line: String, source: String) throws {
        #expect(try Claim.reasons(line, from: source, in: language) == [])
    }

    @Test(arguments: [
        ("en", "Ran the line with incidents", "Ran the line without incidents"),
        ("en", "Missed deadlines", "Never missed deadlines"),
        ("en", "Raised costs by 30%", "Cut costs by 30%"), ("en", "Not certified in welding", "Certified in welding"),
        ("de", "Mit Unfällen gearbeitet", "Ohne Unfälle gearbeitet"), ("fr", "Avec incident", "Sans incident"),
        ("es", "Con incidencias", "Sin incidencias"), ("pt", "Com acidentes", "Sem acidentes"),
        ("pl", "Z wypadkami", "Bez wypadków"),
        ("de", "Kosten um 40 % erhöht", "Kosten um 40 % gesenkt"),
        ("fr", "Coût augmenté de 31 %", "Coût réduit de 31 %"),
    ])
    func `nothing is turned round`(language: String, line: String, source: String) throws {
        #expect(try !Claim.reasons(line, from: source, in: language).isEmpty)
    }

    @Test(arguments: [
        "moved dashboards at google", "moved dashboards in berlin", "moved dashboards to terraform",
        "moved dashboards for NASA",
        "moved dashboards; see larch.com/jobs", "moved dashboards, mail ana@larch.com",
        "moved dashboards, call +44 20 7946 0018",
        "moved dashboards \\input{/etc/passwd}", "moved dashboards *now*", "moved dashboards <b>",
        "moved dashboards #1",
        "moved dashboards using IT", "moved dashboards with Will", "moved dashboards for WHO",
        "moved dashboards with C++",
        "moved dashboards with C#", "moved dashboards in fluent German", "moved dashboards, PhD", "moved dashboards 🚀",
        "moved dashboards with data.science", "moved dashboards at https://larch", "moved dashboards 東京",
    ])
    func `a fact in any dress is found`(line: String) throws {
        #expect(try !Claim.reasons(line, from: "Moved dashboards with C at Larch and science of data for jobs").isEmpty)
    }

    @Test(arguments: [
        ("ja", "東京のサーバーを移行", "サーバーを移行"), ("zh-Hans", "负责上海团队", "负责团队"), ("th", "ทีมกรุงเทพ", "ทีม"),
        ("ru", "Руководил командой в Москве", "Руководил командой"), ("ar", "إدارة فريق في دبي", "إدارة فريق"),
    ])
    func `in other languages only the items' own words pass`(language: String, line: String, source: String) throws {
        #expect(try Claim.reasons(source, from: source, in: language) == [])
        #expect(try !Claim.reasons(line, from: source, in: language).isEmpty)
    }
}
