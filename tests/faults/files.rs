//! Register files: who may write, where they are, what replaces them.
