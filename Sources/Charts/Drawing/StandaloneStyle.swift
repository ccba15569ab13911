// The style of a drawing that leaves the site: the theme's colours, written out.

/// The style sheet inside an SVG for paper or a file. The colours are those of templates/assets/css/tokens.css, written out because
/// office programs, drawing programs and Typst know neither that file nor CSS variables. Its selectors are of classes and elements
/// alone: Typst skips those that look at neighbours.
let writtenStyle: StaticString = """
    svg{font-family:Inter,"Open Sans","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}\
    text{fill:#1b1f24;font-size:14px;font-variant-numeric:tabular-nums lining-nums}\
    .t-axis,.t-note{fill:#565d66;font-size:13px}.t-value{font-size:13px;font-weight:600}.t-title{font-weight:600}.t-heading{font-size:18px;font-weight:600}.t-figure{font-size:28px;font-weight:600}\
    .t-less{fill:#6d3f9e}.t-more{fill:#2c7a4b}.t-base,.t-s3{fill:#a65200}.t-s1{fill:#1f5fa8}.t-s2{fill:#0f766e}.t-on{fill:#fff}.t-on-muted{fill:#000}\
    .m-ground{fill:#fff}.m-less{fill:#6d3f9e}.m-more{fill:#2c7a4b}.m-s1{fill:#1f5fa8}.m-s2{fill:#0f766e}.m-s3{fill:#b85c00}.m-muted{fill:#8a9099}\
    .b-s1{fill:#1f5fa8;fill-opacity:.28;stroke:#1f5fa8;stroke-width:.75}.m-box{fill:#f6f4f0;stroke:#7f858e}.h-less{stroke:#fff;stroke-width:1.5}\
    .l-axis,.l-grid,.l-base,.l-link,.l-ref,.s-s1,.s-s2,.s-s3,.s-muted{fill:none}\
    .l-axis{stroke:#7f858e}.l-grid{stroke:#e4e1da}.l-base{stroke:#d97706;stroke-width:2}.l-link{stroke:#7f858e;stroke-width:1.5}.l-ref{stroke:#565d66;stroke-width:1.5}.m-band{fill:#ece8e0}.t-halo{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}\
    .s-s1,.s-s2,.s-s3,.s-muted{stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}\
    .s-s1{stroke:#1f5fa8}.s-s2{stroke:#0f766e}.s-s3{stroke:#b85c00}.s-muted{stroke:#8a9099;stroke-width:1.5}\
    .s-less,.s-more{fill:none;stroke-width:2.5}.s-less{stroke:#6d3f9e}.s-more{stroke:#2c7a4b}.m-hollow{fill:#fff;stroke-width:2.5}.m-none{fill:none}\
    .o-1{fill-opacity:.08}.o-2{fill-opacity:.18}.o-3{fill-opacity:.28}.o-4{fill-opacity:.39}.o-5{fill-opacity:.5}.l-area{stroke:#7f858e;stroke-linejoin:round}
    """

/// What changes on a dark screen; programs that skip `@media` show the light colours.
let darkStyle: StaticString = """
    @media (prefers-color-scheme:dark){text{fill:#e9ebee}.t-axis,.t-note{fill:#a9b0ba}\
    .t-less{fill:#b894e6}.t-more{fill:#6cc391}.t-base,.t-s3{fill:#f0a04b}.t-s1{fill:#7fb2ee}.t-s2{fill:#5fc6bb}.t-on{fill:#14161a}\
    .m-ground{fill:#14161a}.m-less{fill:#b894e6}.m-more{fill:#6cc391}.m-s1{fill:#7fb2ee}.m-s2{fill:#5fc6bb}.m-s3{fill:#f0a04b}.m-muted{fill:#767d87}\
    .b-s1{fill:#7fb2ee;stroke:#7fb2ee}.m-box{fill:#1d2026;stroke:#767d87}.h-less{stroke:#14161a}.l-axis,.l-link{stroke:#767d87}.l-grid{stroke:#2a2e35}.l-base{stroke:#f0a04b}.l-ref{stroke:#a9b0ba}.m-band{fill:#272b33}.t-halo{stroke:#14161a}\
    .s-s1{stroke:#7fb2ee}.s-s2{stroke:#5fc6bb}.s-s3{stroke:#f0a04b}.s-muted{stroke:#767d87}.s-less{stroke:#b894e6}.s-more{stroke:#6cc391}.m-hollow{fill:#14161a}.l-area{stroke:#767d87}}
    """
