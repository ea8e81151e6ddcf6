extension Vocabulary {
    static let german = Vocabulary(
        Source(
            plain: """
                der die das den dem des ein eine einen einem einer eines und oder von vom im in an am auf aus bei beim mit nach
                zu zum zur für durch über um als wie bis seit während vor hinter zwischen innerhalb je pro sowie auch ist sind
                war waren wurde wurden werden wird worden hat haben hatte ich mein meine meinen wir unser unsere er sie es ihr
                ihre sein seine deren dessen dass was wo wobei dabei damit dadurch hierbei darunter so aber dann unter anhand
                mittels bzw inklusive einschließlich rund etwa
                arbeit arbeiten gearbeitet tätig tätigkeit aufgabe aufgaben einsatz eingesetzt einsetzen nutzung genutzt nutzen
                verwendet verwendung bereich rahmen erfahren erfahrung kenntnisse schwerpunkt verschiedene
                """,
            groups: """
                senken gesenkt senkung reduzieren verringern verkürzen kürzen
                steigern erhöhen ausbauen
                verbessern optimieren
                bauen gebaut entwickeln entwicklung erstellen erstellung
                einführen einführung implementieren umsetzen
                schreiben schrieb geschrieben verfassen verfasst
                prüfen prüfung kontrollieren testen
                planen planung
                leiten leitung führen führung geführt geleitet
                betreuen betreuung
                unterrichten unterrichtet schulen schulung ausbilden ausbildung anleiten anleitung
                verkaufen verkauf vertrieb
                warten wartung instandhalten instandhaltung
                reparieren reparatur instandsetzen
                analysieren analyse auswerten auswertung
                dokumentieren dokumentation
                organisieren organisation koordinieren koordination
                kunde kunden kundin auftraggeber
                mitarbeiter mitarbeiterin beschäftigte kollegin kollege kollegen
                programmieren programmierung
                jahr jährlich
                monat monatlich
                woche wöchentlich
                tag täglich
                """,
            exact: """
                leiter leiterin leitend leitende leitender führend führende führender chef chefin direktor direktorin manager
                managerin experte expertin meister meisterin senior beste bester erste erster einzige einziger größte größter
                gewinner inhaber inhaberin gründer gründerin geschäftsführer geschäftsführerin doktor professor
                """,
            limiters: """
                unterstützt, unterstützte, unterstützen, unterstützung, mitgewirkt, mitwirkung, mitwirken, mitgearbeitet,
                mitarbeit, beteiligt, beteiligung, geholfen, half, mitgeholfen, mithilfe bei, assistiert, assistenz, assistent,
                assistentin, teilgenommen, teilnahme, teil eines, teil des, mitglied, grundkenntnisse, grundlagen, einblick,
                einblicke, vertraut, kennengelernt, hospitiert, hospitation, praktikant, praktikantin, praktikum, werkstudent,
                werkstudentin, auszubildende, auszubildender, azubi, stellvertretend, stellvertretende, stellvertretender,
                stellvertreter, stellvertreterin, unter anleitung, zugearbeitet, zuarbeit, begleitet, begleitung, junior
                """,
            negations: "nicht kein keine keinen keinem keiner keines ohne nie niemals weder",
            numbers: """
                eins=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14
                fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50
                sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1000 doppelt=2 verdoppelt=2 verdreifacht=3
                fünfundzwanzig=25 zweier=2 dreier=3
                """,
            scales: """
                mio=1000000 million=1000000 millionen=1000000 mrd=1000000000 milliarde=1000000000 milliarden=1000000000
                tsd=1000 dutzend=12
                """,
            percent: "prozent, v h", years: "jahr jahre jahren",
            endings: "ungen ung enden ende end ten tet te en em es st e n s t", infix: "ge",
            prefixes: "ein aus auf an ab um zu vor mit nach durch bei her hin weiter zusammen"))
}
