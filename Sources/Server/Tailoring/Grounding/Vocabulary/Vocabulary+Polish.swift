extension Vocabulary {
    static let polish = Vocabulary(
        Source(
            plain: """
                i oraz a lub albo w we z ze na do od dla przez przy po pod nad przed między wśród u o za ku podczas według jako jak
                który która które których którym którymi którzy że to ten ta te tego tej tym tych jest są był była było byli były
                być się mój moja moje swój swoją swoje nasz nasza ich jego jej także też również więc ale gdy gdzie około m in
                tym czyli każdy każda
                praca pracy pracę prace pracowałem pracowałam pracuję obsługa użycie użyciem użyciu wykorzystanie wykorzystaniem
                zakres zakresie obszar obszarze doświadczenie doświadczenia znajomość zadania zadań
                """,
            groups: """
                skrócić skróciłam skróciłem skrócenie obniżyć obniżyłam obniżyłem obniżenie zmniejszyć zmniejszenie redukcja
                zwiększyć zwiększyłam zwiększyłem zwiększenie wzrost podnieść
                poprawić poprawa poprawiłam poprawiłem usprawnić usprawnienie
                zbudować budowa stworzyć stworzenie opracować opracowanie
                wdrożyć wdrożenie wdrożeniu wdrożyłam wdrożyłem wprowadzić wprowadzenie
                napisać pisanie
                sprawdzać kontrola kontrolować
                zarządzać zarządzam zarządzałam zarządzałem zarządzanie kierować kieruję kierowanie
                prowadzić prowadziłam prowadziłem prowadzenie przeprowadzam przeprowadzać przeprowadzanie
                szkolić szkolenie szkolenia uczyć nauczanie
                sprzedaż sprzedawać
                naprawa naprawiać
                analiza analizować
                organizacja organizować koordynacja koordynować
                planować planowałam planowałem planowanie
                klient odbiorca
                osoba pracownik
                rok roczny rocznie lata lat
                miesiąc miesięczny miesięcznie
                tydzień tygodniowo
                dzień dziennie
                """,
            exact: """
                kierownik kierowniczka dyrektor dyrektorka ekspert ekspertka szef szefowa lider liderka główny główna pierwszy
                pierwsza najlepszy najlepsza jedyny jedyna prezes mistrz założyciel założycielka starszy starsza
                """,
            limiters: """
                pomagałam, pomagałem, pomoc, pomagać, wspierałam, wspierałem, wsparcie, wspierać, uczestniczyłam, uczestniczyłem,
                uczestnictwo, udział, współpraca, współpracowałam, współpracowałem, współtworzyłam, współtworzyłem, członek,
                członkini, asystent, asystentka, asystowałam, asystowałem, podstawy, podstawowa, podstawowy, stażysta, stażystka,
                staż, praktykant, praktykantka, praktyki, zastępca, zastępczyni, młodszy, młodsza, pod nadzorem, obserwowałam,
                obserwowałem
                """,
            negations: "nie bez nigdy żaden żadna żadnych brak ani",
            numbers: """
                jeden=1 jedna=1 jedno=1 dwa=2 dwie=2 dwóch=2 dwoma=2 trzy=3 trzech=3 trzema=3 cztery=4 czterech=4 pięć=5 pięciu=5
                sześć=6 sześciu=6 siedem=7 siedmiu=7 osiem=8 ośmiu=8 dziewięć=9 dziewięciu=9 dziesięć=10 dziesięciu=10 jedenaście=11
                jedenastu=11 dwanaście=12 dwunastu=12 piętnaście=15 piętnastu=15 dwadzieścia=20 dwudziestu=20 trzydzieści=30
                trzydziestu=30 czterdzieści=40 pięćdziesiąt=50 sześćdziesiąt=60 sto=100 dwukrotnie=2 trzykrotnie=3
                """,
            scales: """
                tys=1000 tysiąc=1000 tysiące=1000 tysięcy=1000 mln=1000000 milion=1000000 miliony=1000000 milionów=1000000
                mld=1000000000 tuzin=12
                """,
            percent: "procent, procenta, procentu", years: "rok roku lata lat latach",
            endings: """
                owaniem owanie owania owalem owalam owac aniem eniem anie ania aniu enie enia eniu alem alam ilem ilam yl il ami ach
                iem om ow ego emu ymi ych ym ej ie em am ac ic yc a e y i o u
                """))
}
