/// The version of the program and of its reports.
package let bankenVersion = "0.1.0"

/// The day the version was made, for the manual page.
let bankenReleasedOn = "2026-11-21"
