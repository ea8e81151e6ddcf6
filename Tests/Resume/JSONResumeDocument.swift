/// Documents for the tests of this folder.
enum JSONResumeDocument {
    /// Every member that the standard and our extensions name.
    static let complete = """
        {
          "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
          "basics": {
            "name": "Zoë O’Neil-García", "label": "Process Engineer", "image": "zoe.jpg",
            "email": "zoe@example.org", "phone": "+49 (0)89 1234-56", "url": "https://zoe.example.org/",
            "summary": "Engineer for separation processes.",
            "location": {"address": "Weg 1", "postalCode": "80331", "city": "München",
              "countryCode": "DE", "region": "Bayern"},
            "profiles": [
              {"network": "LinkedIn", "username": "zoe", "url": "https://www.linkedin.com/in/zoe/"},
              {"network": "Mastodon", "username": "@zoe"},
              {"network": "Web", "url": "https://zoe.example.org"}
            ]
          },
          "work": [
            {"name": "Acme GmbH", "position": "Engineer", "location": "Ulm", "description": "Maker of pumps",
             "url": "https://acme.example", "startDate": "2015-03", "endDate": "2019-06-30",
             "summary": "Looked after 12 plants.", "highlights": ["Cut downtime by 30%", "", "Wrote R&D reports"]},
            {"name": "Beta", "position": "Lead Engineer", "startDate": "2019-07"}
          ],
          "volunteer": [{"organization": "Red Cross", "position": "Medic", "url": "https://rc.example",
            "startDate": "2012",
            "endDate": "2014", "summary": "Night shifts", "highlights": ["Trained 40 people"]}],
          "education": [
            {"institution": "TU München", "url": "https://tum.example", "area": "Chemical Engineering",
             "studyType": "M.Sc.",
             "startDate": "2012", "endDate": "2014", "score": "1.3", "courses": ["Thermodynamics", "Optics"]},
            {"institution": "Gymnasium", "studyType": "Abitur", "endDate": "2009"}
          ],
          "awards": [{"title": "Best Poster", "date": "2016-05-01", "awarder": "DECHEMA",
            "summary": "For work on pumps"}],
          "certificates": [{"name": "Six Sigma", "date": "2018", "url": "https://six.example/1", "issuer": "ASQ"}],
          "publications": [{"name": "On Pumps", "publisher": "Wiley", "releaseDate": "2017-01",
            "url": "https://doi.example/1", "summary": "A review"}],
          "skills": [
            {"name": "Simulation", "level": "Expert", "keywords": ["Aspen Plus", "C++"]},
            {"name": "Excel"}, {"name": "Python", "level": "Good"}, {"name": "Law", "keywords": ["REACH"]}
          ],
          "languages": [{"language": "German", "fluency": "Native"}, {"language": "English"}],
          "interests": [{"name": "Climbing"}, {"name": "Music", "keywords": ["Cello"]}],
          "references": [{"name": "Dr. May", "reference": "A pleasure to work with."}],
          "projects": [{"name": "Pump Atlas", "description": "A catalogue", "highlights": ["3,000 pumps"],
            "keywords": ["SQL"],
            "startDate": "2020", "endDate": "2021", "url": "https://atlas.example", "roles": ["Lead"], "entity": "Acme",
            "type": "application"}],
          "niche": "process engineering", "description": "Wants to move to Hamburg.", "language": "de",
          "meta": {"version": "v1.0.0"}, "x-extra": [1]
        }
        """
}
