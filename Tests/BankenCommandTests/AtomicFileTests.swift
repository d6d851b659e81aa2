import Bytes
import Glibc
import Testing

@testable import BankenCommand

@Suite struct AtomicFileTests {
  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  @Test func appearsWhenComplete() throws {
    let directory = try Directory()
    let file = try AtomicFile(path: directory.path("report"))
    try file.write("new")
    #expect(!directory.names().contains("report"))
    try file.commit()
    #expect(directory.names() == ["report"])
    #expect(try directory.text("report") == "new")
    // It has the permissions that any new file has.
    try directory.write("plain", "")
    #expect(mode(directory.path("report")) == mode(directory.path("plain")))
  }

  @Test func leavesWhatWasThereUnlessComplete() throws {
    let directory = try Directory(["report": "old"])
    do {
      let file = try AtomicFile(path: directory.path("report"))
      try file.write("new")
    }
    #expect(directory.names() == ["report"])
    #expect(try directory.text("report") == "old")
  }

  @Test func keepsPermissionsAndLinks() throws {
    let directory = try Directory(["real": "old"])
    chmod(directory.path("real"), 0o640)
    symlink("real", directory.path("link"))
    let file = try AtomicFile(path: directory.path("link"))
    try file.write("new")
    try file.commit()
    #expect(directory.names() == ["link", "real"])
    #expect(try directory.text("real") == "new")
    #expect(mode(directory.path("real")) == 0o640)
  }

  @Test func twoFilesMayBeWrittenAtOnce() throws {
    let directory = try Directory()
    let (first, second) = (
      try AtomicFile(path: directory.path("a")), try AtomicFile(path: directory.path("b"))
    )
    try first.write("1")
    try second.write("2")
    try second.commit()
    try first.commit()
    #expect(try directory.text("a") + directory.text("b") == "12")
    #expect(directory.names() == ["a", "b"])
  }

  @Test func saysWhyItCannotBeWritten() throws {
    let directory = try Directory()
    func code(_ path: String) -> Int32? {
      do throws(FileError) {
        _ = try AtomicFile(path: path)
        return nil
      } catch {
        #expect(error.path == path)
        return error.code
      }
    }
    #expect(code(directory.path) == EISDIR)
    #expect(code(directory.path("none/report")) == ENOENT)
    #expect(code("/dev/null") == nil)
    let full = try AtomicFile(path: "/dev/full")
    #expect(throws: OutputError.system(code: ENOSPC)) { try full.write("x") }
  }

  @Test func linksThatGoInCirclesAreNotReplaced() throws {
    let directory = try Directory()
    symlink("b", directory.path("a"))
    symlink("a", directory.path("b"))
    #expect(throws: FileError(path: directory.path("a"), code: ELOOP)) {
      try AtomicFile(path: directory.path("a"))
    }
    #expect(directory.names() == ["a", "b"])
  }
}
