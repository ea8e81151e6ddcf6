/// Names of countries, of parts of some, and of large cities: what tells a place from another name.
enum KnownPlaces {
    /// How much of a place a name is: 2 if its last part is a country or a part of one, 1 if it has a city, else 0.
    static func evidence(_ parts: [Substring]) -> Int {
        let names = parts.map { $0.lowercased().filter { $0.isLetter || $0 == " " || $0 == "-" }.trimmed }.map(
            String.init)
        if let last = names.last, regions.contains(last) || names.count > 1 && abbreviations.contains(last) { return 2 }
        return names.contains { cities.contains($0) || regions.contains($0) } ? 1 : 0
    }

    static func contains(_ name: String) -> Bool {
        let name = name.lowercased()
        return cities.contains(name) || regions.contains(name)
    }

    private static func set(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: { $0 == "," || $0.isNewline }).map { String($0.trimmed) })
    }

    private static let abbreviations = set(
        """
        al, ak, az, ar, ca, co, ct, de, dc, fl, ga, hi, id, il, in, ia, ks, ky, la, me, md, ma, mi, mn, ms, mo, mt, ne, nv, nh, nj, nm
        ny, nc, nd, oh, ok, or, pa, ri, sc, sd, tn, tx, ut, vt, va, wa, wv, wi, wy, on, qc, bc, ab, mb, sk, ns, nb, nl, pe, nt, yt, nu
        nsw, qld, vic, tas, act, sa, uk, us, usa, uae, sp, rj, mg, rs, pr, ba, pe, df, es, go, de, fr, ch, at, ie, nz, eu
        """)
    private static let regions = set(
        """
        england, scotland, wales, northern ireland, ireland, united kingdom, great britain, germany, deutschland, france, spain, españa
        portugal, brazil, brasil, austria, österreich, switzerland, schweiz, suisse, italy, italia, netherlands, belgium, luxembourg
        denmark, sweden, norway, finland, iceland, poland, polska, czech republic, hungary, romania, bulgaria, greece, croatia, serbia
        turkey, ukraine, estonia, latvia, lithuania, slovakia, slovenia, malta, cyprus, canada, united states, mexico, méxico, argentina
        chile, colombia, peru, perú, uruguay, australia, new zealand, india, singapore, malaysia, japan, china, south korea, indonesia
        philippines, vietnam, thailand, south africa, kenya, nigeria, egypt, morocco, israel, qatar, saudi arabia
        united arab emirates, alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii
        idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi
        missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio
        oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia
        washington, west virginia, wisconsin, wyoming, ontario, quebec, québec, british columbia, alberta, manitoba, saskatchewan
        nova scotia, new brunswick, newfoundland, new south wales, queensland, victoria, tasmania, western australia
        south australia, bavaria, bayern, hessen, sachsen, thüringen, niedersachsen, nordrhein-westfalen, baden-württemberg
        brandenburg, saarland, bretagne, normandie, occitanie, provence, alsace, andalucía, cataluña, galicia, país vasco
        madeira, açores, cornwall, devon, kent, surrey, sussex, essex, yorkshire, lancashire, cheshire, cumbria, norfolk, suffolk
        somerset, dorset, hampshire, berkshire, oxfordshire, cambridgeshire, northumberland, fife, highland
        """)
    private static let cities = set(
        """
        london, manchester, birmingham, leeds, liverpool, sheffield, bristol, newcastle, nottingham, leicester, hull, york, bradford
        cardiff, swansea, edinburgh, glasgow, aberdeen, dundee, inverness, belfast, dublin, cork, galway, limerick, cambridge, oxford
        brighton, southampton, portsmouth, plymouth, exeter, bath, reading, coventry, derby, norwich, berlin, hamburg, münchen, munich
        köln, cologne, frankfurt, stuttgart, düsseldorf, leipzig, dresden, hannover, nürnberg, bremen, essen, dortmund, bonn, münster
        karlsruhe, mannheim, augsburg, ulm, freiburg, kassel, rostock, wien, vienna, graz, linz, salzburg, zürich, zurich, basel, bern
        genf, genève, geneva, lausanne, paris, lyon, marseille, toulouse, nice, nantes, bordeaux, lille, strasbourg, rennes, montpellier
        grenoble, dijon, angers, metz, nancy, bruxelles, brussels, antwerp, amsterdam, rotterdam, utrecht, eindhoven, den haag
        the hague, madrid, barcelona, valencia, sevilla, seville, zaragoza, málaga, bilbao, murcia, granada, vigo, gijón, lisboa, lisbon
        porto, braga, coimbra, faro, são paulo, rio de janeiro, belo horizonte, curitiba, porto alegre, recife, salvador, brasília
        fortaleza, florianópolis, campinas, rome, roma, milan, milano, turin, torino, naples, copenhagen, københavn, aarhus
        stockholm, göteborg, malmö, oslo, bergen, helsinki, tampere, warsaw, warszawa, kraków, wrocław, poznań, gdańsk, łódź, prague
        praha, brno, budapest, bucharest, sofia, athens, istanbul, kyiv, tallinn, riga, vilnius, new york city, los angeles, chicago
        houston, phoenix, philadelphia, san antonio, san diego, dallas, austin, san francisco, san jose, seattle, denver, boston
        detroit, nashville, memphis, portland, las vegas, baltimore, milwaukee, atlanta, miami, minneapolis, tampa, orlando, pittsburgh
        cincinnati, cleveland, columbus, charlotte, raleigh, kansas city, st louis, salt lake city, sacramento, toronto, montreal
        montréal, vancouver, calgary, ottawa, edmonton, winnipeg, halifax, sydney, melbourne, brisbane, perth, adelaide, canberra
        hobart, auckland, wellington, christchurch, dunedin, dubai, abu dhabi, doha, mumbai, delhi, bangalore, hyderabad, chennai, pune
        hong kong, tokyo, seoul, shanghai, beijing, nairobi, lagos, cairo, johannesburg, cape town, mexico city
        ciudad de méxico, guadalajara, monterrey, bogotá, lima, santiago, buenos aires, montevideo
        """)
}
