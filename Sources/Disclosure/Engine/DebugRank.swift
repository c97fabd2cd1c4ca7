func debugRank(_ lines: [[(Int, Double)]], _ width: Int) -> Int {
  let p: UInt64 = 2147483629
  var basis: [Int: [UInt64]] = [:]
  var rank = 0
  func power(_ b: UInt64, _ e: UInt64) -> UInt64 { var r: UInt64 = 1, b = b, e = e; while e > 0 { if e & 1 == 1 { r = r * b % p }; b = b * b % p; e >>= 1 }; return r }
  for line in lines {
    var v = [UInt64](repeating: 0, count: width)
    for (i, x) in line { v[i] = x > 0 ? UInt64(x) : p - UInt64(-x) }
    for i in 0..<width where v[i] != 0 {
      if let row = basis[i] {
        let f = p - v[i]
        for j in i..<width where row[j] != 0 { v[j] = (v[j] + f * row[j]) % p }
      } else {
        let inv = power(v[i], p - 2)
        for j in i..<width { v[j] = v[j] * inv % p }
        basis[i] = v; rank += 1; break
      }
    }
  }
  return rank
}
