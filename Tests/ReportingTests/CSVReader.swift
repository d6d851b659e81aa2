/// Reads the text of RFC 4180, plainly: for checking what the writer wrote.
struct CSVReader {
  let rows: [[String]]

  init(_ text: String) {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    let all = Array(text.unicodeScalars)
    var place = 0
    while place < all.count {
      let scalar = all[place]
      place += 1
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if place < all.count, all[place] == "\"" {
          cell.append("\"")
          place += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," {
        row.append(cell)
        cell = ""
      } else if scalar == "\r", place < all.count, all[place] == "\n" {
        place += 1
        rows.append(row + [cell])
        row = []
        cell = ""
      } else {
        cell.unicodeScalars.append(scalar)
      }
    }
    self.rows = rows
  }
}
