//! Pure nouns and arithmetic.
