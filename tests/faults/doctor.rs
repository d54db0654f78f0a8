//! Registers that somebody has changed by other means, and what `check` says of them.
