//! A figure in words and numbers, ready to be drawn: as text, on a screen, in a document. Charts
//! know nothing of the register.

/// A figure with its words in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The number, such as "Figure V".
    pub heading: String,
    /// The caption.
    pub title: String,
    /// The things counted, and the day.
    pub subtitle: String,
    /// The bars or cells to draw.
    pub body: Body,
    /// The lines below, each a sentence.
    pub notes: Vec<String>,
    /// The last line: the command that has the same numbers. Text that can be copied shows it on one
    /// line.
    pub query: String,
}

impl Chart {
    /// Everything that stands below.
    pub fn below(&self) -> impl Iterator<Item = &String> {
        self.notes.iter().chain([&self.query])
    }
}

/// The form in which a figure is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A bar for each line.
    Bars(Bars),
    /// A table whose cells are shaded.
    Heat(Heat),
}

/// A bar chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// The heads of the columns of numbers.
    pub heads: Vec<String>,
    /// The lines.
    pub bars: Vec<Bar>,
    /// The line of the sums, which has no bar.
    pub total: Bar,
    /// The names of the two dates, where there are two.
    pub dates: Option<[String; 2]>,
    /// The names of the parts added and gone between them.
    pub changes: [String; 2],
    /// Whether the bars of two dates stand below each other rather than one behind the other.
    pub beside: bool,
}

/// A line of a bar chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its name.
    pub label: String,
    /// The numbers beside it, one for each head.
    pub numbers: Vec<String>,
    /// How much there is.
    pub value: u32,
    /// How much there was at the earlier date, where there is one.
    pub before: Option<u32>,
}

/// A table of two fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// The head of the labels: the names of lines and columns.
    pub corner: String,
    /// The columns: a letter, and the name that the key below gives it.
    pub columns: Vec<(String, String)>,
    /// Short heads of the columns, where they have room in place of the letters; no two alike.
    pub heads: Vec<String>,
    /// The lines.
    pub rows: Vec<HeatRow>,
    /// The line of the sums.
    pub totals: HeatRow,
    /// The head of the column of the sums.
    pub sums: String,
    /// Whether the cells are growth, which carries its sign.
    pub growth: bool,
}

/// A line of such a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatRow {
    /// Its name.
    pub label: String,
    /// The cells.
    pub cells: Vec<i64>,
    /// Their sum: of everything in the line, each once.
    pub sum: i64,
}

/// How many shades there are.
pub const SHADES: u8 = 4;

impl Heat {
    /// The largest cell.
    pub fn most(&self) -> i64 {
        self.rows.iter().flat_map(|row| &row.cells).copied().max().unwrap_or(0).max(0)
    }

    /// The shade of a cell: 0 for nothing or less, then 1 to [`SHADES`] in equal steps up to the
    /// largest cell.
    pub fn shade(&self, cell: i64) -> u8 {
        let most = self.most();
        if cell <= 0 || most == 0 {
            return 0;
        }
        let shade = (cell * i64::from(SHADES) + most - 1) / most;
        u8::try_from(shade).unwrap_or(SHADES).min(SHADES)
    }

    /// The smallest and the largest number with this shade, where any has it.
    pub fn range(&self, shade: u8) -> Option<(i64, i64)> {
        let edge = |shade: u8| self.most() * i64::from(shade) / i64::from(SHADES);
        let (first, last) = (edge(shade.checked_sub(1)?) + 1, edge(shade));
        (first <= last).then_some((first, last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heat(cells: &[i64]) -> Heat {
        let row = HeatRow { label: String::new(), cells: cells.to_vec(), sum: 0 };
        Heat {
            corner: String::new(),
            columns: Vec::new(),
            heads: Vec::new(),
            rows: vec![row.clone()],
            totals: row,
            sums: String::new(),
            growth: false,
        }
    }

    #[test]
    fn a_number_lies_in_the_range_of_its_shade() {
        for most in 1..60 {
            let heat = heat(&[most, 0]);
            for cell in 1..=most {
                let shade = heat.shade(cell);
                let (first, last) = heat.range(shade).unwrap();
                assert!((first..=last).contains(&cell), "{cell} of {most}: {shade}");
            }
            assert_eq!(heat.shade(most), SHADES);
            assert_eq!((heat.shade(0), heat.shade(-3)), (0, 0));
        }
        assert_eq!(heat(&[0]).shade(0), 0);
        assert_eq!(heat(&[]).range(1), None);
    }
}
