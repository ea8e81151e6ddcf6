/// Why nothing is known of a PDF.
package enum InspectError: Error, Sendable, Hashable {
    /// Not a PDF, or one so damaged that no page is found. `log` is what Poppler had to say.
    case notPDF(log: String)
    /// It opens only with a password.
    case encrypted
    case tooManyPages(most: Int)
    /// It asked for more memory, time or output than an inspection may use, or it brought Poppler down.
    case tooComplex(String)
    /// The queue is full. Nothing was started.
    case overloaded
    /// There is no inspector, or the one there was is gone.
    case unavailable(String)
    /// The inspector's report is not what it should be.
    case unusableReport(String)
    case cancelled
}
