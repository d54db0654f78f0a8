//! Texts that came into a register by other means, and how they are shown.
