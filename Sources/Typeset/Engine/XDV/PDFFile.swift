internal import Font

/// A PDF of numbered objects with a cross-reference table (ISO 32000-1, 7.5).
struct PDFFile {
    private var bytes = Array("%PDF-1.7\n%\u{E2}\u{E3}\u{CF}\u{D3}\n".unicodeScalars.map { UInt8($0.value) })
    private var offsets: [Int] = [0]

    /// A number for an object that is still to come.
    mutating func reserve() -> Int {
        offsets.append(0)
        return offsets.count - 1
    }

    mutating func add(_ object: String, as number: Int) {
        offsets[number] = bytes.count
        bytes += "\(number) 0 obj\n\(object)\nendobj\n".utf8
    }

    mutating func add(_ object: String) -> Int {
        let number = reserve()
        add(object, as: number)
        return number
    }

    /// - Parameter entries: of the stream's dictionary, without length and filter.
    mutating func add(stream: [UInt8], _ entries: String = "") -> Int {
        let number = reserve()
        let data = deflated(stream)
        offsets[number] = bytes.count
        bytes += "\(number) 0 obj\n<<\(entries)/Filter/FlateDecode/Length \(data.count)>>\nstream\n".utf8
        bytes += data
        bytes += "\nendstream\nendobj\n".utf8
        return number
    }

    /// The whole file.
    consuming func finish(root: Int, info: Int) -> [UInt8] {
        let start = bytes.count
        var table = "xref\n0 \(offsets.count)\n0000000000 65535 f \n"
        for offset in offsets.dropFirst() {
            let digits = String(offset)
            table += String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n"
        }
        bytes += table.utf8
        bytes +=
            "trailer\n<</Size \(offsets.count)/Root \(root) 0 R/Info \(info) 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8
        return bytes
    }
}

/// A number as PDF writes it: at most three digits behind the point, no exponent.
func pdfNumber(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let thousandths = Int((abs(value) * 1000).rounded())
    let sign = value < 0 && thousandths > 0 ? "-" : ""
    let fraction = thousandths % 1000
    guard fraction != 0 else { return "\(sign)\(thousandths / 1000)" }
    var digits = String(fraction + 1000).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "\(sign)\(thousandths / 1000).\(digits)"
}

func hexadecimal(_ number: some BinaryInteger, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}
