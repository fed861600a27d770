//! Spans that cannot be mixed up: bytes of the text, and indices of tokens.

/// A half-open span of the text in bytes, always on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`.
    pub const fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }
    /// As a range to index a string with.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }
    /// Whether it is empty.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }
    /// Whether `other` lies inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A half-open range of token indices.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TokenRange {
    /// Index of the first token.
    pub start: u32,
    /// One past the index of the last.
    pub end: u32,
}

impl TokenRange {
    /// The range from `start` to `end`.
    pub const fn new(start: usize, end: usize) -> TokenRange {
        TokenRange { start: start as u32, end: end as u32 }
    }
    /// As a range to index a slice with.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
    /// Number of tokens.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }
    /// Whether it is empty.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }
    /// Whether token `i` lies inside.
    pub const fn holds(self, i: usize) -> bool {
        self.start as usize <= i && i < self.end as usize
    }
    /// Whether `other` lies inside.
    pub const fn contains(self, other: TokenRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }
    /// Whether the two share a token.
    pub const fn overlaps(self, other: TokenRange) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl std::fmt::Debug for TokenRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{}..{}", self.start, self.end)
    }
}
