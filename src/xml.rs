//! XML as text: elements with their attributes, and words escaped. Whatever draws writes its SVG with it.

use std::fmt::{self, Display, Write};

/// An element that is being written at the end of a text: its tag is open for attributes.
#[must_use]
pub struct Element<'a> {
    out: &'a mut String,
    name: &'static str,
}

impl<'a> Element<'a> {
    /// Begins one.
    pub fn open(out: &'a mut String, name: &'static str) -> Self {
        out.push('<');
        out.push_str(name);
        Self { out, name }
    }

    /// Writes an attribute, its value escaped.
    pub fn with(self, name: &str, value: impl Display) -> Self {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        // A string takes everything.
        let _ = write!(Escaping { out: self.out, quotes: true }, "{value}");
        self.out.push('"');
        self
    }

    /// Ends an element with nothing in it, and the line.
    pub fn empty(self) {
        self.out.push_str("/>\n");
    }

    /// Ends an element with `inner` in it, and the line. `inner` is XML already.
    pub fn holding(self, inner: &str) {
        let out = self.around(inner);
        out.push('\n');
    }

    /// Ends an element with `inner` in it, without ending the line. `inner` is XML already.
    pub fn around(self, inner: &str) -> &'a mut String {
        self.out.push('>');
        self.out.push_str(inner);
        self.out.push_str("</");
        self.out.push_str(self.name);
        self.out.push('>');
        self.out
    }
}

/// Words as they can stand anywhere in XML, also in the value of an attribute.
pub fn escaped(words: &str) -> String {
    written(words, true)
}

/// Words as they can stand between tags, where quotation marks mean nothing.
pub fn escaped_text(words: &str) -> String {
    written(words, false)
}

fn written(words: &str, quotes: bool) -> String {
    let mut out = String::with_capacity(words.len());
    // A string takes everything.
    let _ = Escaping { out: &mut out, quotes }.write_str(words);
    out
}

/// Takes words and writes them escaped.
struct Escaping<'a> {
    out: &'a mut String,
    quotes: bool,
}

impl Write for Escaping<'_> {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        for c in words.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' if self.quotes => self.out.push_str("&quot;"),
                c => self.out.push(c),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_written_with_escaped_values() {
        let mut out = String::new();
        Element::open(&mut out, "rect").with("x", 5).with("fill", "a\"<b>&").empty();
        Element::open(&mut out, "text").holding("words");
        Element::open(&mut out, "tspan").with("x", 1.5).around("in").push('!');
        assert_eq!(
            out,
            "<rect x=\"5\" fill=\"a&quot;&lt;b&gt;&amp;\"/>\n<text>words</text>\n<tspan x=\"1.5\">in</tspan>!"
        );
    }

    #[test]
    fn words_are_escaped_once_and_quotation_marks_where_they_mean_something() {
        assert_eq!(escaped("<a & \"b\">&amp;"), "&lt;a &amp; &quot;b&quot;&gt;&amp;amp;");
        assert_eq!(escaped_text("<a & \"b\">"), "&lt;a &amp; \"b\"&gt;");
    }
}
