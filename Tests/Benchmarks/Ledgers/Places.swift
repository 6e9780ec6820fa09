/// Invented districts, ten to a city.
enum Places {
  private static let first = Array("安宁永长兴和平清丰昌隆庆瑞祥泰康顺泽远明华德义信仁礼嘉宜乐福")
  private static let second = Array("江河湖海山川原野林泉溪港桥城阳阴州陵岭关塘洲湾岛峰谷坪田沙石")

  /// The name of a district; different for each of the first nine thousand.
  static func name(_ index: Int) -> String {
    let city = pair(index / 10 * 7)
    let level = "区县县区县县市县区县"
    let letter = level[level.index(level.startIndex, offsetBy: index % 10)]
    return "\(city)市\(pair(index * 11 + index / 10))\(letter)"
  }

  private static func pair(_ number: Int) -> String {
    let place = number % (first.count * second.count)
    return "\(first[place / second.count])\(second[place % second.count])"
  }
}
