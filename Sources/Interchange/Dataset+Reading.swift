import Bytes
import Glibc
import SupplyChain

extension Dataset {
  /// Reads the tables in a directory; other files in it are passed over.
  ///
  /// Bad content is no reason to throw: it is told by `diagnostics`.
  /// - Throws: the failure to list the directory or to open one of its tables.
  /// - Complexity: O(*n*) in the size of the files, on `options.threads` threads.
  public static func read(
    directory: String, options: ReadOptions = ReadOptions()
  ) throws(FileError) -> Dataset {
    var files: [TableFile] = []
    var others: [String] = []
    for name in try list(directory) {
      switch TableFileName(name) {
      case .table(let table, let isTabbed):
        let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
        let content = try FileContent(path: path, mayBePipe: false)
        files.append(TableFile(table: table, name: name, isTabbed: isTabbed, content: content))
      case .unknown: others.append(name)
      case .other: break
      }
    }
    return Assembly.assemble(files: files, others: others, options: options)
  }

  /// Reads tables from memory, exactly as from files of those names in a directory.
  ///
  /// - Complexity: O(*n*) in the bytes, on `options.threads` threads.
  public static func read(
    files: [(name: String, bytes: [UInt8])], options: ReadOptions = ReadOptions()
  ) -> Dataset {
    var tables: [TableFile] = []
    var others: [String] = []
    for file in files.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      switch TableFileName(file.name) {
      case .table(let table, let isTabbed):
        tables.append(
          TableFile(table: table, name: file.name, isTabbed: isTabbed, content: FileContent(file.bytes)))
      case .unknown: others.append(file.name)
      case .other: break
      }
    }
    return Assembly.assemble(files: tables, others: others, options: options)
  }

  /// The names in a directory, sorted by their bytes.
  private static func list(_ directory: String) throws(FileError) -> [String] {
    guard let stream = opendir(directory) else { throw FileError(path: directory, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileError(path: directory, code: errno) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
