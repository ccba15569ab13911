// Where every number is used: pages note it while they are rendered, provenance and indicators.json show it.

/// Uses of indicators, by id. Registers of several workers are merged; the order in which they come does not matter.
public struct UsageRegister: Sendable {
    /// A page that shows a number.
    public struct Use: Hashable, Sendable, Comparable {
        /// The page's address from the site's root: `projecten/2-poh-jeugd/`.
        public var address: String
        public var title: String

        public init(address: String, title: String) {
            self.address = address
            self.title = title
        }

        public static func < (a: Use, b: Use) -> Bool { (a.address, a.title) < (b.address, b.title) }
    }

    private var uses: [String: Set<Use>] = [:]

    public init() {}

    public mutating func note(_ id: String, on page: Use) { uses[id, default: []].insert(page) }

    public mutating func merge(_ other: UsageRegister) { uses.merge(other.uses) { $0.union($1) } }

    /// Pages that show a number, by address.
    public func uses(of id: String) -> [Use] { (uses[id] ?? []).sorted() }

    public func isUsed(_ id: String) -> Bool { uses[id] != nil }
}
