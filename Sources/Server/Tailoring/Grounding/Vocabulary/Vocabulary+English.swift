extension Vocabulary {
    static let english = Vocabulary(
        Source(
            plain: """
                a an the and or of in on at to for from by with within as into onto per through throughout during between
                among after before since until while when where which who whom whose that this these those it its their them they
                he she his her i my me we our is are was were be been being has have had having do does did can could will
                would also both each but if then such so there here about around up out off via across along alongside
                together s d ll re ve m
                work worked working works role using use used uses including include includes included based related focus
                focused focusing area areas field experience skills knowledge background task tasks duty duties various
                resulting thereby thus
                """,
            groups: """
                reduce cut lower lowered decrease shrink shorten drop dropped fall fell trim trimmed
                increase raise grow grew grown rise rose boost
                improve enhance
                build built create develop made make making
                introduce implement launch launched
                move moved moving moves migrate transfer transition
                save saved saving saves
                teach taught teaching instruct train training
                write wrote written writing author draft
                check verify inspect review
                test testing trial
                collect gather
                monitor track watch
                repair fix fixed
                maintain keep kept
                plan planned schedule
                run ran running operate manage
                lead led leading leads manage
                oversee oversaw overseen supervise manage
                sell sold selling sale
                hire recruit
                start begin began begun
                analyse analyze analysis assess evaluate
                document record
                deliver provide
                speed accelerate faster quicker quickly
                organise organize arrange coordinate
                answer respond reply
                buy bought purchase procure
                colleague coworker
                client customer
                employee staff personnel
                cost expense
                company firm
                year annual yearly annually
                month monthly
                week weekly
                day daily
                night nights nightly
                bill invoice
                """,
            exact: """
                leading lead expert experts senior chief principal head heads headed heading director directed directing
                manager executive president owner founder partner best first top only sole winning won awarded renowned
                master masters mastered mastering graduate graduated doctor certified
                """,
            limiters: """
                assisted, assist, assisting, assists, assistant, helped, help, helping, helps, supported, supporting, support
                the, contributed, contribute, contributing, contributes, contributor, participated, participating, took part,
                take part, taking part, part of, member of, team that, team which, involved in, familiar, familiarity, basic,
                basics, beginner, exposure, shadowed, shadowing, observed, learning, learned, learnt, introductory,
                introduction to, junior, intern, trainee, apprentice, deputy, acting, student, under supervision, some,
                aspiring, former, tried, attempted, attended, studied
                """,
            deeds: """
                -ed led ran built wrote made taught won grew sold kept held cut set oversaw brought bought began drove took gave
                spoke
                """,
            negations: "no not never without none nor cannot nobody neither t",
            numbers: """
                one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
                fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50
                sixty=60 seventy=70 eighty=80 ninety=90 twice=2 thrice=3 double=2 doubled=2 triple=3 tripled=3
                """,
            scales: "hundred=100 thousand=1000 million=1000000 billion=1000000000 dozen=12 bn=1000000000",
            percent: "percent, per cent, pct", years: "year years yr yrs",
            endings: "ations ation ments ment ings ions ied ies ing ion ed es y e s"))
}
