/// How much each feature of a phrase, and each pair of them, speaks for its being a skill (logistic regression).
struct SkillWeights {
    private var single = [Float](repeating: 0, count: SkillFeature.count)
    /// By the place of the one feature and then of the other, in both orders.
    private var paired = [Float](repeating: 0, count: SkillFeature.count * SkillFeature.count)

    /// - Parameter list: `feature weight` or `feature feature weight`, parted by commas; weights in hundredths.
    init(_ list: String) {
        let places = Dictionary(uniqueKeysWithValues: SkillFeature.allCases.map { ($0.name, $0.rawValue) })
        for entry in list.split(whereSeparator: { $0 == "," }) {
            let words = entry.split(whereSeparator: \.isWhitespace)
            guard let weight = words.last.flatMap({ Float($0) }).map({ $0 / 100 }) else { continue }
            let features = words.dropLast().compactMap { places[String($0)] }
            if features.count == 1 {
                single[features[0]] = weight
            } else if features.count == 2 {
                paired[features[0] * SkillFeature.count + features[1]] = weight
                paired[features[1] * SkillFeature.count + features[0]] = weight
            }
        }
    }

    func sum(_ features: [SkillFeature]) -> Float {
        let places = features.map(\.rawValue)
        var sum: Float = 0
        for (number, place) in places.enumerated() {
            sum += single[place]
            let row = place * SkillFeature.count
            for other in places[(number + 1)...] { sum += paired[row + other] }
        }
        return sum
    }
}
