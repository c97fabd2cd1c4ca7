struct SiteRun {
  init(_ options: SiteOptions, writes: Bool) {}
  func run() throws {}
}
