//! The characters of a test that goes through all of Unicode.

/// The planes without assigned characters and those for private use. No table of the program tells their code points
/// apart, except for the last ones of each plane, which are no characters, and for the tags and selectors at the
/// beginning of plane 14.
const ALIKE: std::ops::RangeInclusive<u32> = 0x4_0000..=0x10_ffff;

/// Whether tests go through everything that they otherwise draw from: `TA_TUI_SWEEP` is set.
fn is_whole() -> bool {
    std::env::var_os("TA_TUI_SWEEP").is_some()
}

/// All characters of the planes that hold some; one in 251 of the others, and all where [`is_whole`] says so.
pub(crate) fn all() -> impl Iterator<Item = char> {
    let whole = is_whole();
    let tried = move |code: &u32| {
        let differs = (0xe_0000..0xe_1000).contains(code) || code & 0xffff >= 0xfff0;
        whole || !ALIKE.contains(code) || differs || code.is_multiple_of(251)
    };
    (0..=u32::from(char::MAX)).filter(tried).filter_map(char::from_u32)
}
