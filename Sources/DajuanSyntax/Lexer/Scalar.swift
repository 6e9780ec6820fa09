/// What the lexer knows about single scalars.
enum Scalar {
  /// The half-width form of a full-width character; every other scalar as it is.
  @inline(__always)
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x3000, 0xA0: 0x20
    case 0x2212: 0x2D
    default: scalar
    }
  }

  @inline(__always)
  static func isDigit(_ scalar: UInt32) -> Bool {
    scalar &- 0x30 < 10
  }

  /// Whether a folded scalar can begin a name.
  @inline(__always)
  static func isNameStart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return (scalar | 0x20) &- 0x61 < 26 || scalar == 0x5F
    }
    return scalar &- 0x4E00 < 0x5200 || isUnicodeNameStart(scalar)
  }

  /// Whether a folded scalar can go on a name.
  @inline(__always)
  static func isNameContinue(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return (scalar | 0x20) &- 0x61 < 26 || isDigit(scalar) || scalar == 0x5F
    }
    return scalar &- 0x4E00 < 0x5200 || isUnicodeNameContinue(scalar)
  }

  /// Unicode Standard Annex #31, profile XID.
  private static func isUnicodeNameStart(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isXIDStart ?? false
  }

  private static func isUnicodeNameContinue(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isXIDContinue ?? false
  }

  /// Whether a folded scalar is a unit by itself: `%`, `‰`, `℃`, and the squared abbreviations.
  static func isUnitSymbol(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x25, 0x2030, 0x2103, 0x3371...0x337A, 0x3380...0x33DF: true
    default: false
    }
  }
}
