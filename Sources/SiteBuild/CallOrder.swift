// Texts that include texts, templates that call templates: in which order they are done, and which of them never would be.
import Diagnostics

/// What calls what.
struct CallOrder {
    struct Call {
        var name: String
        var place: Place
    }

    /// Those that are called come before those that call them.
    private(set) var order: [String] = []
    /// Ways back to where they began, each with the call that closes it.
    private(set) var cycles: [(chain: [String], place: Place)] = []

    /// A longer chain is named by its beginning and its end.
    private static let mostNamed = 6

    /// Walks without recursion: a chain of a hundred thousand calls is a mistake, not a crash.
    init(_ calls: [String: [Call]]) {
        // Where a name stands on the way to it; nil once all that it calls is done.
        var position: [String: Int?] = [:]
        for start in calls.keys.sorted() where position[start] == nil {
            position[start] = 0
            var trail = [(name: start, next: 0)]
            while let (name, next) = trail.last {
                guard let call = calls[name].flatMap({ next < $0.count ? $0[next] : nil }) else {
                    trail.removeLast()
                    position[name] = .some(nil)
                    order.append(name)
                    continue
                }
                trail[trail.count - 1].next += 1
                switch position[call.name] {
                case nil:
                    position[call.name] = trail.count
                    trail.append((call.name, 0))
                case .some(let first?): cycles.append((trail[first...].map(\.name) + [call.name], call.place))
                case .some(nil): break
                }
            }
        }
    }

    /// A chain as a finding names it.
    static func written(_ chain: [String]) -> String {
        let half = mostNamed / 2
        let shown = chain.count > mostNamed ? chain.prefix(half) + ["…"] + chain.suffix(half) : chain[...]
        return shown.joined(separator: " → ")
    }
}
