import Foundation
import PackagePlugin

/// Puts the text of `templates/` into the `Pages` room at each build.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let inputs = (FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? [])
      .compactMap { ($0 as? String).map { folder.appending(path: $0) } }
    return [
      .buildCommand(
        displayName: "Embedding templates",
        executable: try context.tool(named: "EmbedFiles").url,
        arguments: [output.path, folder.path],
        inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
