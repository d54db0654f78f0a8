//! Letters to outlines, and outlines to pixels.

use super::fonts::{BOLD_FROM, Fonts, Undrawn};
use super::page::{FAMILY, Length, WIDTH};
use super::paths::write;
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, PixelDimensions, Unit};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{FontFamily, FontResolver, Options, Tree};
use std::sync::Arc;

/// Pixels to the inch, and to the metre.
const PER_INCH: u16 = 300;
const PER_METRE: u32 = 11_811;
/// Points to the inch.
const POINTS: u16 = 72;
/// A drawing whose letters are outlines.
pub(super) struct Outlines {
    tree: Tree,
}

impl Outlines {
    /// Takes a drawing with text; every character of it is in one of the fonts.
    pub(super) fn of(source: &str, fonts: &Fonts) -> Result<Self, Undrawn> {
        let options = Options {
            fontdb: Arc::new(fonts.database.clone()),
            font_resolver: resolver(fonts),
            ..Options::default()
        };
        match Tree::from_str(source, &options) {
            Ok(tree) => Ok(Self { tree }),
            Err(error) => Err(Undrawn::Failed(error.to_string())),
        }
    }

    /// The marks, without the root of a document around them.
    pub(super) fn marks(&self) -> String {
        let mut marks = String::new();
        write(self.tree.root(), &mut marks);
        marks
    }

    /// The pixels. The file says how large they are meant to be, so that a document shows it so.
    pub(super) fn png(&self, height: Length, title: &str) -> Result<Vec<u8>, Undrawn> {
        let pixels = |length: Length| {
            length.unsigned_abs() * u32::from(PER_INCH) / (100 * u32::from(POINTS))
        };
        let (width, height) = (pixels(WIDTH), pixels(height));
        let scale = f32::from(PER_INCH) / f32::from(POINTS);
        let Some(mut pixels) = Pixmap::new(width, height) else {
            return Err(Undrawn::Failed(format!("{width}x{height}")));
        };
        pixels.fill(Color::WHITE);
        resvg::render(&self.tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        // On white nothing shines through: the fourth byte of a pixel says nothing.
        let colours: Vec<u8> =
            pixels.data().chunks(4).flat_map(|pixel| &pixel[..3]).copied().collect();
        encoded((width, height), &colours, title)
            .map_err(|error| Undrawn::Failed(error.to_string()))
    }
}

fn encoded(size: (u32, u32), colours: &[u8], title: &str) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, size.0, size.1);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    let dots = PixelDimensions { xppu: PER_METRE, yppu: PER_METRE, unit: Unit::Meter };
    encoder.set_pixel_dims(Some(dots));
    encoder.add_itxt_chunk("Title".to_owned(), title.to_owned())?;
    encoder.write_header()?.write_image_data(colours)?;
    Ok(bytes)
}

/// The fonts by the numbers that the drawing names; it leaves nothing to be chosen.
fn resolver(fonts: &Fonts) -> FontResolver<'_> {
    FontResolver {
        select_font: Box::new(|font, _| {
            let number = font.families().iter().find_map(|name| match name {
                FontFamily::Named(name) => name.strip_prefix(FAMILY)?.parse().ok(),
                _ => None,
            });
            let family = fonts.families.get(number.unwrap_or(0_usize))?;
            Some(family.face(font.weight() >= BOLD_FROM))
        }),
        select_fallback: Box::new(|_, _, _| None),
    }
}
