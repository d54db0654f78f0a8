//! Numbers as people read them.

/// A whole number with a comma between thousands, as UN documents print it in English and Chinese.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number with two decimals, which is given in hundredths.
pub fn hundredths(number: u64) -> String {
    format!("{}.{:02}", grouped(number / 100), number % 100)
}

/// A whole number with its sign, as growth is printed: a plus, a true minus, nothing for none.
pub fn signed(number: i64) -> String {
    let digits = grouped(number.unsigned_abs());
    match number {
        0 => digits,
        1.. => format!("+{digits}"),
        _ => format!("−{digits}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{grouped, hundredths, signed};

    #[test]
    fn hundredths_are_two_decimals() {
        let cases = [(0, "0.00"), (7, "0.07"), (107, "1.07"), (123_450, "1,234.50")];
        assert!(cases.into_iter().all(|(number, text)| hundredths(number) == text));
    }

    #[test]
    fn growth_has_its_sign() {
        assert_eq!([0, 7, -1234].map(signed), ["0", "+7", "−1,234"]);
    }

    #[test]
    fn thousands_are_separated() {
        let cases =
            [(0, "0"), (999, "999"), (1000, "1,000"), (3954, "3,954"), (1_000_000, "1,000,000")];
        for (number, text) in cases {
            assert_eq!(grouped(number), text);
        }
    }
}
