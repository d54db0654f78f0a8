//! Articles 5 to 62 of the Convention, and sets of them and of chapters as the bits of one word.

use super::{Chapter, Coded};

/// An article of the Convention that a need can concern: 5 to 62.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Article(u8);

impl Article {
    /// The first article of chapter II.
    pub const FIRST: u8 = 5;
    /// The last article of chapter VI.
    pub const LAST: u8 = 62;
    /// How many there are.
    pub const COUNT: usize = 58;

    /// The article with this number, if it is one of 5 to 62.
    pub fn new(number: u8) -> Option<Self> {
        (Self::FIRST..=Self::LAST).contains(&number).then_some(Self(number))
    }

    /// The number, 5 to 62.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The place from 0 (article 5) to 57 (article 62).
    pub fn index(self) -> usize {
        usize::from(self.0 - Self::FIRST)
    }

    /// The article at a place from 0 to 57.
    pub fn at(index: usize) -> Option<Self> {
        u8::try_from(index).ok().and_then(|i| Self::new(i.saturating_add(Self::FIRST)))
    }

    /// Every article, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (Self::FIRST..=Self::LAST).map(Self)
    }

    /// The chapter that holds the article.
    pub fn chapter(self) -> Chapter {
        match self.0 {
            ..=14 => Chapter::II,
            15..=42 => Chapter::III,
            43..=50 => Chapter::IV,
            51..=59 => Chapter::V,
            _ => Chapter::VI,
        }
    }
}

/// A set of articles, and of chapters that a source names without an article. Fifty-eight articles
/// and five chapters fit the bits of one word, so that a million needs' articles are a plain
/// column.
///
/// Methods about articles look at those that are named: a chapter alone is no article of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ArticleSet(u64);

impl ArticleSet {
    /// The set without articles.
    pub const EMPTY: Self = Self(0);

    /// The set with these articles; bits above article 62 are dropped.
    pub fn from_bits(bits: u64) -> Self {
        Self(bits & ARTICLES)
    }

    /// Its articles: bit 0 is article 5.
    pub fn bits(self) -> u64 {
        self.0 & ARTICLES
    }

    /// Its articles and, above them, the chapters alone.
    pub fn all_bits(self) -> u64 {
        self.0
    }

    /// Puts a chapter in that is named without an article.
    pub fn insert_chapter(&mut self, chapter: Chapter) {
        self.0 |= 1 << (Article::COUNT + chapter.index());
    }

    /// The chapters that are named without an article, in order.
    pub fn chapters_alone(self) -> impl Iterator<Item = Chapter> {
        let alone = self.0 >> Article::COUNT;
        Chapter::ALL.iter().copied().filter(move |chapter| alone >> chapter.index() & 1 == 1)
    }

    /// Every article of a chapter.
    pub fn of_chapter(chapter: Chapter) -> Self {
        Self(CHAPTERS[chapter.index()])
    }

    /// The chapters of its articles and those alone: bit i for the chapter with index i.
    pub fn chapter_bits(self) -> u8 {
        // Most sets hold one or two articles: that is less than to ask about each chapter.
        let (mut bits, mut rest) = (0, self.0);
        while rest != 0 {
            bits |= CHAPTER_BIT[rest.trailing_zeros() as usize];
            rest &= rest - 1;
        }
        bits
    }

    /// The articles from `first` to `last`, both included; numbers outside 5 to 62 are left out.
    pub fn of_range(first: u8, last: u8) -> Self {
        Article::all().filter(|a| (first..=last).contains(&a.number())).collect()
    }

    /// Puts an article in.
    pub fn insert(&mut self, article: Article) {
        self.0 |= 1 << article.index();
    }

    /// The articles of both sets.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the article is in.
    pub fn contains(self, article: Article) -> bool {
        self.0 & (1 << article.index()) != 0
    }

    /// Whether the two sets share an article.
    pub fn meets(self, other: Self) -> bool {
        self.bits() & other.bits() != 0
    }

    /// Whether no article is in.
    pub fn is_empty(self) -> bool {
        self.bits() == 0
    }

    /// The articles in it, lowest first.
    pub fn iter(self) -> impl Iterator<Item = Article> {
        let mut rest = self.bits();
        std::iter::from_fn(move || {
            (rest != 0).then(|| {
                let index = rest.trailing_zeros();
                rest &= rest - 1;
                Article::at(index as usize)
            })?
        })
    }

    /// The chapters of its articles and those alone, in order, each once.
    pub fn chapters(self) -> impl Iterator<Item = Chapter> {
        let bits = self.chapter_bits();
        Chapter::ALL.iter().copied().filter(move |chapter| bits >> chapter.index() & 1 == 1)
    }
}

/// The bits of all articles.
const ARTICLES: u64 = (1 << Article::COUNT) - 1;

/// The articles of each chapter as bits, in order; a test holds them against the chapters' own.
const CHAPTERS: [u64; 5] = [mask(5, 14), mask(15, 42), mask(43, 50), mask(51, 59), mask(60, 62)];

/// The chapter of each article, by place, and behind them each chapter alone, as the one bit of
/// [`ArticleSet::chapter_bits`].
const CHAPTER_BIT: [u8; u64::BITS as usize] = {
    let mut bits = [0; u64::BITS as usize];
    let mut place = 0;
    while place < Article::COUNT {
        let mut chapter = 0;
        while CHAPTERS[chapter] >> place & 1 == 0 {
            chapter += 1;
        }
        bits[place] = 1 << chapter;
        place += 1;
    }
    let mut chapter = 0;
    while chapter < CHAPTERS.len() {
        bits[Article::COUNT + chapter] = 1 << chapter;
        chapter += 1;
    }
    bits
};

const fn mask(first: u32, last: u32) -> u64 {
    ((1 << (last - first + 1)) - 1) << (first - 5)
}

impl FromIterator<Article> for ArticleSet {
    fn from_iter<I: IntoIterator<Item = Article>>(articles: I) -> Self {
        let mut set = Self::EMPTY;
        for article in articles {
            set.insert(article);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_knows_its_chapter() {
        for article in Article::all() {
            let (first, last) = article.chapter().articles();
            assert!((first..=last).contains(&article.number()));
            assert_eq!(Article::at(article.index()), Some(article));
        }
        assert_eq!(Article::all().count(), Article::COUNT);
        assert_eq!(Article::new(4), None);
        assert_eq!(Article::new(63), None);
        assert_eq!(Article::at(58), None);
    }

    #[test]
    fn a_chapter_alone_is_a_chapter_and_no_article() {
        let mut set: ArticleSet = Article::new(52).into_iter().collect();
        let articles = set;
        set.insert_chapter(Chapter::III);
        set.insert_chapter(Chapter::V);
        assert!(set.chapters_alone().eq([Chapter::III, Chapter::V]));
        assert!(set.chapters().eq([Chapter::III, Chapter::V]));
        assert_eq!(set.chapter_bits(), 0b1010);
        assert_eq!(set.bits(), articles.bits());
        assert!(set.iter().eq(articles.iter()) && set != articles && !set.is_empty());
        assert_eq!(set.with(articles), set);
        let mut alone = ArticleSet::EMPTY;
        alone.insert_chapter(Chapter::V);
        assert!(alone.is_empty() && !alone.meets(set) && alone.iter().next().is_none());
        assert_eq!(alone.chapters().collect::<Vec<_>>(), [Chapter::V]);
        assert_ne!(alone.all_bits(), 0);
    }

    #[test]
    fn the_bits_of_a_chapter_are_its_articles() {
        for &chapter in Chapter::ALL {
            let (first, last) = chapter.articles();
            let set = ArticleSet::of_range(first, last);
            assert_eq!(ArticleSet::of_chapter(chapter), set);
            assert_eq!(set.chapter_bits(), 1 << chapter.index());
        }
        assert_eq!(ArticleSet::EMPTY.chapter_bits(), 0);
    }

    #[test]
    fn a_set_gives_back_what_went_in() {
        let numbers = [8, 52, 62];
        let set: ArticleSet = numbers.iter().filter_map(|n| Article::new(*n)).collect();
        assert_eq!(set.iter().map(Article::number).collect::<Vec<_>>(), numbers);
        let chapters: Vec<_> = set.chapters().map(Coded::code).collect();
        assert_eq!(chapters, ["II", "V", "VI"]);
    }
}
