// HTML and SVG elements for the places where markup is built from data: attributes are escaped, tags are closed by scope.

extension ByteWriter {
    /// One attribute of an element.
    public typealias Attribute = (name: StaticString, value: String)

    /// `<name a="b">`
    public mutating func open(_ name: StaticString, _ attributes: Attribute?...) {
        start(name, attributes)
        raw(">")
    }

    /// `<name a="b"/>`, for SVG and for HTML's void elements.
    public mutating func empty(_ name: StaticString, _ attributes: Attribute?...) {
        start(name, attributes)
        raw("/>")
    }

    /// `</name>`
    public mutating func close(_ name: StaticString) {
        raw("</")
        raw(name)
        raw(">")
    }

    /// `<name a="b">…</name>` with what `content` writes in between.
    public mutating func element(_ name: StaticString, _ attributes: Attribute?..., content: (inout ByteWriter) -> Void)
    {
        start(name, attributes)
        raw(">")
        content(&self)
        close(name)
    }

    /// `<name a="b">text</name>` with the text escaped.
    public mutating func element(_ name: StaticString, _ attributes: Attribute?..., text: String) {
        start(name, attributes)
        raw(">")
        escaped(text)
        close(name)
    }

    private mutating func start(_ name: StaticString, _ attributes: [Attribute?]) {
        raw("<")
        raw(name)
        for case let attribute? in attributes {
            raw(" ")
            raw(attribute.name)
            raw("=\"")
            escaped(attribute.value)
            raw("\"")
        }
    }
}
