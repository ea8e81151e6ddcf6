extension Vocabulary {
    static let french = Vocabulary(
        Source(
            plain: """
                le la les l un une des de du d et ou à au aux en dans sur sous par pour avec chez entre depuis pendant durant
                jusqu jusque vers dont qui que qu où ce cet cette ces c se s son sa ses leur leurs mon ma mes notre nos nous je
                j il elle ils elles on est sont était étaient être été a ont avait avoir afin ainsi également lors comme via mais après
                puis y environ selon grâce
                travail travaux travaillé utilisation utilisé utilisée utilisant utiliser domaine cadre expérience connaissance
                connaissances tâche tâches divers diverses
                """,
            groups: """
                réduire réduit réduite réduction diminuer diminution baisser baisse
                augmenter augmentation accroître accru hausse
                améliorer amélioration optimiser optimisation
                créer création concevoir conçu conception développer développement
                introduire introduit lancer lancement implémenter déployer déploiement
                rédiger rédaction écrire écrit
                vérifier vérification contrôler contrôle tester
                piloter pilotage gérer gestion
                diriger direction encadrer encadrement
                enseigner enseignement former formation
                vendre vente vendu
                réparer réparation
                analyser analyse étudier étude
                organiser organisation coordonner coordination
                planifier planification
                refondre refonte
                client clientèle
                personne collaborateur salarié
                an année annuel
                mois mensuel
                semaine hebdomadaire
                jour quotidien
                """,
            exact: """
                chef cheffe directeur directrice expert experte responsable leader premier première meilleur meilleure seul seule
                principal principale senior président présidente fondateur fondatrice maître lauréat lauréate dirigeant
                """,
            limiters: """
                aidé, aider, aide à, assisté, assister, assistant, assistante, participé, participer, participation, contribué,
                contribuer, contribution, soutenu, soutien, appui, appuyé, membre, notions, bases, initiation, initié, familier,
                familière, stagiaire, stage, apprenti, apprentie, alternant, alternante, adjoint, adjointe, au sein d, collaboré,
                sous la direction, accompagné, découverte, observé, junior
                """,
            negations: "ne n pas sans aucun aucune jamais ni",
            numbers: """
                deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15
                seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 doublé=2 triplé=3
                """,
            scales: """
                cent=100 cents=100 mille=1000 million=1000000 millions=1000000 milliard=1000000000 milliards=1000000000
                douzaine=12
                """,
            percent: "pour cent", years: "an ans année années",
            endings: """
                issements issement ements ement ations ation tions tion aient antes ants ante ant ait ees es ee ait er ez ent e s
                """))
}
