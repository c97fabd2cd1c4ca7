import Glibc
import Synchronization

/// Runs `work` for each index below `count` on `workers` threads and gives the results in the
/// order of the indices, whichever thread finished first.
///
/// Threads over one counter: on two cores a task group costs a tenth to a third more CPU here
/// (10,000 units of 0.1 ms).
public func concurrently<Result: Sendable>(
  _ count: Int, workers: Int, _ work: @escaping @Sendable (Int) -> Result
) -> [Result] {
  let workers = max(1, min(workers, count))
  guard workers > 1 else { return (0..<count).map(work) }
  let gathering = Gathering<Result>(count: count, work: work)
  var threads: [pthread_t] = []
  for _ in 1..<workers {
    if let thread = startThread({ gathering.run() }) { threads.append(thread) }
  }
  gathering.run()
  for thread in threads { pthread_join(thread, nil) }
  return gathering.results
}

/// The units of work, the next one to take, and what has been handed in.
private final class Gathering<Result: Sendable>: Sendable {
  private let count: Int
  private let work: @Sendable (Int) -> Result
  private let next = Atomic<Int>(0)
  private let gathered = Mutex<[(index: Int, result: Result)]>([])

  init(count: Int, work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.work = work
  }

  func run() {
    var own: [(index: Int, result: Result)] = []
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if index >= count { break }
      own.append((index, work(index)))
    }
    gathered.withLock { [own] in $0 += own }
  }

  var results: [Result] {
    gathered.withLock { $0.sorted { $0.index < $1.index }.map(\.result) }
  }
}

/// What a thread is to do.
private final class Job: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

/// Nil if the machine gives no thread; the caller's own thread then does all the work.
private func startThread(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
  var thread = pthread_t()
  let job = Unmanaged.passRetained(Job(run))
  let status = pthread_create(
    &thread, nil,
    { argument in
      if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run() }
      return nil
    }, job.toOpaque())
  if status == 0 { return thread }
  job.release()
  return nil
}
