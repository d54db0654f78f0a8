//! The characters of a test that goes through Unicode.

/// The planes that hold no character yet, or such as everybody uses for themselves: all theirs are alike, but for the
/// last ones of each, which are no characters.
const ALIKE: std::ops::RangeInclusive<u32> = 0x4_0000..=0x10_ffff;

/// Whether tests go through everything that they else draw from: `TA_TUI_SWEEP` is set.
fn is_whole() -> bool {
    std::env::var_os("TA_TUI_SWEEP").is_some()
}

/// All characters of the planes that hold some; one in 251 of the others, and all where [`is_whole`] says so.
pub(crate) fn all() -> impl Iterator<Item = char> {
    let whole = is_whole();
    let tried = move |code: &u32| {
        let alone = (0xe_0000..0xe_1000).contains(code) || code & 0xffff >= 0xfff0;
        whole || !ALIKE.contains(code) || alone || code % 251 == 0
    };
    (0..=u32::from(char::MAX)).filter(tried).filter_map(char::from_u32)
}
