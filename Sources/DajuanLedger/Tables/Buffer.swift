/// Numbers side by side in memory: an array of its own, or a stretch of a mapped file.
///
/// A value: copies share the memory, and adding to one that is mapped, or shared, copies it first.
@frozen
public struct Buffer<Element: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline
  enum Storage: Sendable {
    case array([Element])
    case mapped(Stretch)
  }

  /// Memory that lives as long as its owner, and that nobody writes to.
  @usableFromInline
  struct Stretch: @unchecked Sendable {
    @usableFromInline let owner: AnyObject
    @usableFromInline let elements: UnsafeBufferPointer<Element>

    @inlinable
    init(owner: AnyObject, elements: UnsafeBufferPointer<Element>) {
      self.owner = owner
      self.elements = elements
    }
  }

  @usableFromInline var storage: Storage

  /// Makes an empty buffer.
  @inlinable
  public init() { storage = .array([]) }

  /// Makes a buffer of the elements.
  @inlinable
  public init(_ elements: [Element]) { storage = .array(elements) }

  /// Makes a buffer over memory that is never written to, without copying it.
  ///
  /// - Parameters:
  ///   - elements: The memory, aligned for its elements.
  ///   - owner: What keeps the memory; held as long as the buffer or a copy lives.
  package init(_ elements: UnsafeBufferPointer<Element>, owner: any AnyObject & Sendable) {
    storage = .mapped(Stretch(owner: owner, elements: elements))
  }

  /// The number of elements.
  @inlinable
  public var count: Int {
    switch storage {
    case .array(let elements): elements.count
    case .mapped(let stretch): stretch.elements.count
    }
  }

  /// Whether there are none.
  @inlinable
  public var isEmpty: Bool { count == 0 }

  /// An element.
  @inlinable
  public subscript(index: Int) -> Element {
    switch storage {
    case .array(let elements):
      return elements[index]
    case .mapped(let stretch):
      precondition(stretch.elements.indices.contains(index))
      return stretch.elements[index]
    }
  }

  /// The elements for the time of the call.
  @inlinable
  @inline(__always)
  public func withSpan<Result, Failure: Error>(
    _ body: (Span<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch storage {
    case .array(let elements): return try body(elements.span)
    case .mapped(let stretch):
      return try withExtendedLifetime(stretch.owner) { () throws(Failure) in
        try body(Span(_unsafeElements: stretch.elements))
      }
    }
  }

  /// The first elements, in the same memory where it is mapped.
  package func first(_ count: Int) -> Buffer {
    precondition(count <= self.count)
    switch storage {
    case .array(let elements): return Buffer(Array(elements.prefix(count)))
    case .mapped(let stretch):
      var result = Buffer()
      result.storage = .mapped(
        Stretch(
          owner: stretch.owner,
          elements: UnsafeBufferPointer(rebasing: stretch.elements.prefix(count))))
      return result
    }
  }

  /// Whether the two are one stretch of memory.
  @inlinable
  public func isIdentical(to other: Buffer) -> Bool {
    switch (storage, other.storage) {
    case (.array(let a), .array(let b)):
      a.count == b.count
        && a.withUnsafeBufferPointer { a in
          b.withUnsafeBufferPointer { b in a.baseAddress == b.baseAddress }
        }
    case (.mapped(let a), .mapped(let b)):
      a.elements.baseAddress == b.elements.baseAddress && a.elements.count == b.elements.count
    default: false
    }
  }

  /// Adds an element.
  @inlinable
  public mutating func append(_ element: Element) {
    var elements = owned()
    storage = .array([])  // Gives up the shared storage, so that the append does not copy it.
    elements.append(element)
    storage = .array(elements)
  }

  /// Adds elements.
  @inlinable
  public mutating func append(contentsOf more: some Collection<Element>) {
    var elements = owned()
    storage = .array([])
    elements.append(contentsOf: more)
    storage = .array(elements)
  }

  /// Adds the elements of a span.
  @inlinable
  public mutating func append(contentsOf more: Span<Element>) {
    var elements = owned()
    storage = .array([])
    more.withUnsafeBufferPointer { elements.append(contentsOf: $0) }
    storage = .array(elements)
  }

  @inlinable
  func owned() -> [Element] {
    switch storage {
    case .array(let elements): elements
    case .mapped(let stretch): Array(stretch.elements)
    }
  }
}
