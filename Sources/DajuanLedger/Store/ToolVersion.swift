/// The version of the tool, and so of the rules that read reports: a ledger's tables are made anew where
/// another version made them.
package enum ToolVersion {
  package static let text = "0.1.0"
}
