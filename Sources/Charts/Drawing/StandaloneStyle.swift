// The style of a drawing that leaves the site: the theme's colours, written out.

/// Style sheets inside SVGs, because office programs, drawing programs and Typst know neither the site's files nor CSS variables.
public struct ChartStyle: Sendable, Equatable {
    /// For a file, which may lie on a light or a dark screen; programs that skip `@media` show the light colours.
    let file: String
    /// For the printed report.
    let paper: String

    public init(light: Palette, dark: Palette, paper: Palette) {
        file = written(light) + changed(dark, from: light)
        self.paper = written(paper)
    }

    /// Drawings without colours, where nobody looks at them.
    public static let none = ChartStyle(file: "", paper: "")
    private init(file: String, paper: String) { (self.file, self.paper) = (file, paper) }
}

/// Its selectors are of classes and elements alone: Typst skips those that look at neighbours.
private func written(_ c: Palette) -> String {
    """
    svg{font-family:Inter,"Open Sans","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}\
    text{fill:\(c[.ink]);font-size:14px;font-variant-numeric:tabular-nums lining-nums}\
    .t-axis,.t-note{fill:\(c[.muted]);font-size:13px}.t-value{font-size:13px;font-weight:600}.t-title{font-weight:600}.t-heading{font-size:18px;font-weight:600}.t-figure{font-size:28px;font-weight:600}\
    .t-less{fill:\(c[.less])}.t-more{fill:\(c[.more])}.t-base,.t-s3{fill:\(c[.orangeText])}.t-s1{fill:\(c[.series1])}.t-s2{fill:\(c[.series2])}.t-on{fill:\(c[.ground])}.t-on-muted{fill:\(c[.onMuted])}\
    .m-ground{fill:\(c[.ground])}.m-less{fill:\(c[.less])}.m-more{fill:\(c[.more])}.m-s1{fill:\(c[.series1])}.m-s2{fill:\(c[.series2])}.m-s3{fill:\(c[.series3])}.m-muted{fill:\(c[.markMuted])}\
    .b-s1{fill:\(c[.series1]);fill-opacity:.28;stroke:\(c[.series1]);stroke-width:.75}.m-box{fill:\(c[.box]);stroke:\(c[.rule])}.h-less{stroke:\(c[.hatch]);stroke-width:1.5}\
    .l-axis,.l-grid,.l-base,.l-link,.l-ref,.s-s1,.s-s2,.s-s3,.s-muted{fill:none}\
    .l-axis{stroke:\(c[.rule])}.l-grid{stroke:\(c[.grid])}.l-base{stroke:\(c[.average]);stroke-width:2}.l-link{stroke:\(c[.rule]);stroke-width:1.5}.l-ref{stroke:\(c[.muted]);stroke-width:1.5}.m-band{fill:\(c[.raisedStrong])}.t-halo{paint-order:stroke;stroke:\(c[.ground]);stroke-width:3px;stroke-linejoin:round}\
    .s-s1,.s-s2,.s-s3,.s-muted{stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}\
    .s-s1{stroke:\(c[.series1])}.s-s2{stroke:\(c[.series2])}.s-s3{stroke:\(c[.series3])}.s-muted{stroke:\(c[.markMuted]);stroke-width:1.5}\
    .s-less,.s-more{fill:none;stroke-width:2.5}.s-less{stroke:\(c[.less])}.s-more{stroke:\(c[.more])}.m-hollow{fill:\(c[.ground]);stroke-width:2.5}.m-none{fill:none}\
    .o-1{fill-opacity:.08}.o-2{fill-opacity:.18}.o-3{fill-opacity:.28}.o-4{fill-opacity:.39}.o-5{fill-opacity:.5}.l-area{stroke:\(c[.rule]);stroke-linejoin:round}
    """
}

/// What changes on a dark screen.
private func changed(_ c: Palette, from light: Palette) -> String {
    // The colour of words on a muted mark is mostly the same on both.
    let onMuted = c[.onMuted] == light[.onMuted] ? "" : ".t-on-muted{fill:\(c[.onMuted])}"
    return """
        @media (prefers-color-scheme:dark){text{fill:\(c[.ink])}.t-axis,.t-note{fill:\(c[.muted])}\
        .t-less{fill:\(c[.less])}.t-more{fill:\(c[.more])}.t-base,.t-s3{fill:\(c[.orangeText])}.t-s1{fill:\(c[.series1])}.t-s2{fill:\(c[.series2])}.t-on{fill:\(c[.ground])}\(onMuted)\
        .m-ground{fill:\(c[.ground])}.m-less{fill:\(c[.less])}.m-more{fill:\(c[.more])}.m-s1{fill:\(c[.series1])}.m-s2{fill:\(c[.series2])}.m-s3{fill:\(c[.series3])}.m-muted{fill:\(c[.markMuted])}\
        .b-s1{fill:\(c[.series1]);stroke:\(c[.series1])}.m-box{fill:\(c[.box]);stroke:\(c[.rule])}.h-less{stroke:\(c[.hatch])}.l-axis,.l-link{stroke:\(c[.rule])}.l-grid{stroke:\(c[.grid])}.l-base{stroke:\(c[.average])}.l-ref{stroke:\(c[.muted])}.m-band{fill:\(c[.raisedStrong])}.t-halo{stroke:\(c[.ground])}\
        .s-s1{stroke:\(c[.series1])}.s-s2{stroke:\(c[.series2])}.s-s3{stroke:\(c[.series3])}.s-muted{stroke:\(c[.markMuted])}.s-less{stroke:\(c[.less])}.s-more{stroke:\(c[.more])}.m-hollow{fill:\(c[.ground])}.l-area{stroke:\(c[.rule])}}
        """
}
