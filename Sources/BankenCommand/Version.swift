/// The version of the program and of its reports.
package let bankenVersion = "0.1.0"
