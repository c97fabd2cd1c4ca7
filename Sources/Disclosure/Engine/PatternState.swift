/// What is hidden at some moment of the search, and which witnesses of the pool hold then.
///
/// Everything is counted, so that hiding or printing a row touches only the witnesses that change it.
struct PatternState: Sendable {
  private(set) var hidden: [Bool]
  private(set) var pool: [PooledWitness]
  /// By witness: how many of the rows that it changes are printed.
  private var blocked: [Int]
  /// By row, the witnesses that change it.
  private var users: [[Int]]
  /// By target, the witnesses that lift it.
  private(set) var witnesses: [[Int]]
  /// By target, how many of these hold.
  private(set) var usable: [Int]

  init(_ context: SearchContext, hidden: [Bool], pool: [PooledWitness]) {
    self.hidden = hidden
    self.pool = []
    blocked = []
    users = [[Int]](repeating: [], count: hidden.count)
    witnesses = [[Int]](repeating: [], count: context.targets.count)
    usable = [Int](repeating: 0, count: context.targets.count)
    for witness in pool { add(witness) }
  }

  mutating func add(_ witness: PooledWitness) {
    let index = pool.count
    pool.append(witness)
    blocked.append(witness.moved.count { !hidden[$0] })
    for row in witness.moved { users[row].append(index) }
    for target in witness.lifted {
      witnesses[target].append(index)
      if blocked[index] == 0 { usable[target] += 1 }
    }
  }

  mutating func hide(_ row: Int) {
    guard !hidden[row] else { return }
    hidden[row] = true
    for witness in users[row] {
      blocked[witness] -= 1
      if blocked[witness] == 0 { for target in pool[witness].lifted { usable[target] += 1 } }
    }
  }

  /// - Returns: the targets that no witness of the pool protects any longer.
  @discardableResult
  mutating func print(_ row: Int) -> [Int] {
    guard hidden[row] else { return [] }
    hidden[row] = false
    var bare: [Int] = []
    for witness in users[row] {
      blocked[witness] += 1
      guard blocked[witness] == 1 else { continue }
      for target in pool[witness].lifted {
        usable[target] -= 1
        if usable[target] == 0 { bare.append(target) }
      }
    }
    return bare
  }

  func isUsable(_ witness: Int) -> Bool { blocked[witness] == 0 }

  /// The first witness of the pool that protects a target.
  func witness(for target: Int) -> PooledWitness? {
    witnesses[target].first { blocked[$0] == 0 }.map { pool[$0] }
  }
}
