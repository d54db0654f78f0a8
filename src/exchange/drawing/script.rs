//! The fonts that are looked for when a character is not in the embedded one.

/// A group of scripts that fonts have together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Script {
    /// Chinese characters, with their punctuation and full-width forms.
    Chinese,
    Arabic,
    Other,
}

impl Script {
    pub(super) fn of(c: char) -> Self {
        match c {
            '\u{2e80}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe4f}'
            | '\u{ff00}'..='\u{ffef}'
            | '\u{20000}'..='\u{3ffff}' => Self::Chinese,
            '\u{600}'..='\u{6ff}'
            | '\u{750}'..='\u{77f}'
            | '\u{870}'..='\u{8ff}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}' => Self::Arabic,
            _ => Self::Other,
        }
    }

    /// The fonts that have it, those that look best beside the embedded one first.
    pub(super) fn fonts(self) -> &'static [&'static str] {
        match self {
            Self::Chinese => &[
                "Noto Sans CJK SC",
                "Noto Sans SC",
                "Source Han Sans SC",
                "Source Han Sans CN",
                "WenQuanYi Micro Hei",
                "WenQuanYi Zen Hei",
                "Microsoft YaHei",
                "PingFang SC",
                "Hiragino Sans GB",
                "SimHei",
                "SimSun",
                "Droid Sans Fallback",
            ],
            Self::Arabic => &[
                // This font has Latin letters too, so that a text of both is one run.
                "DejaVu Sans",
                "Noto Sans Arabic",
                "Noto Naskh Arabic",
                "Segoe UI",
                "Geeza Pro",
                "Tahoma",
                "Arial",
            ],
            Self::Other => &[
                "Noto Sans",
                "DejaVu Sans",
                "Noto Sans Symbols",
                "Noto Sans Symbols2",
                "FreeSans",
                "Segoe UI",
                "Segoe UI Symbol",
                "Arial Unicode MS",
            ],
        }
    }

    /// The package of Debian and its kin that has one of them.
    pub(super) fn package(self) -> &'static str {
        match self {
            Self::Chinese => "fonts-noto-cjk",
            Self::Arabic => "fonts-dejavu-core",
            Self::Other => "fonts-noto-core",
        }
    }
}
