// What paper shows of a link beside its text: the address, once.

/// The address of a link as readers of paper type it, without `https://`; nil where the text of the link shows it already.
///
/// - Parameters:
///   - target: an address of the web or of mail.
///   - text: what stands in the text, without marks.
func printedAddress(of target: String, besides text: String) -> String? {
    var address = target[...]
    for scheme in ["https://", "http://", "mailto:"] where address.lowercased().hasPrefix(scheme) {
        address = address.dropFirst(scheme.count)
        // What a mail program fills in is no part of the address.
        if scheme == "mailto:" { address = address.prefix { $0 != "?" } }
        break
    }
    while address.last == "/" { address = address.dropLast() }
    let bare = address.lowercased().hasPrefix("www.") ? address.dropFirst("www.".count) : address
    return text.lowercased().contains(bare.lowercased()) ? nil : String(address)
}

/// What a line may end with that the next raised sign must not run into.
enum Raised {
    /// The number of a footnote.
    case note
    /// The number of the note with the address of a link, where notes can stand.
    case address
}
