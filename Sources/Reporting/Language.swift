/// Every word of output.
public enum Language: String, Sendable, CaseIterable { case ja, en }
