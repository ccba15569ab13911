// Which verslag this is.

/// The version that the command prints, and that every report and edition records.
public let toolVersion = "0.2.0"
