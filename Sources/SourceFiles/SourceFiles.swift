// Room: SourceFiles.
