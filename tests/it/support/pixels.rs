//! A PNG file as its reader sees it.

use std::io::Cursor;

/// Its pixels.
pub struct Pixels {
    /// How many stand side by side.
    pub width: usize,
    /// How many lines there are.
    pub height: usize,
    /// Three bytes each.
    pub bytes: Vec<u8>,
    /// How many there are meant to be to the metre.
    pub per_metre: u32,
}

impl Pixels {
    /// Reads a file.
    pub fn of(png: &[u8]) -> Self {
        let mut reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut bytes).unwrap();
        assert_eq!(frame.color_type, png::ColorType::Rgb);
        let dots = reader.info().pixel_dims.unwrap();
        assert_eq!((dots.xppu, dots.unit), (dots.yppu, png::Unit::Meter));
        let (width, height) = (frame.width as usize, frame.height as usize);
        Self { width, height, bytes, per_metre: dots.xppu }
    }

    /// How many in a line have a colour.
    pub fn count(&self, line: usize, colour: &str) -> usize {
        let start = line * self.width * 3;
        let line = &self.bytes[start..start + self.width * 3];
        line.chunks(3).filter(|pixel| hex(pixel) == colour).count()
    }
}

/// The colour of a pixel, as a drawing says it.
pub fn hex(pixel: &[u8]) -> String {
    format!("#{:02x}{:02x}{:02x}", pixel[0], pixel[1], pixel[2])
}
