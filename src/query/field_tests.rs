//! Names of fields in filters.

use super::*;

#[test]
fn a_field_is_named_by_code_name_and_prefix_in_every_language() {
    for &field in Field::ALL {
        assert_eq!(Field::named(field.code()), Ok(field));
        assert_eq!(Field::named(&field.code().to_uppercase()), Ok(field));
        for &lang in Lang::ALL {
            assert!(Text::of(lang).has(&format!("field-{}", field.code())), "{field:?} {lang:?}");
            assert_eq!(Field::named(&field.name(lang)), Ok(field), "{field:?} {lang:?}");
        }
    }
    assert_eq!(Field::named("pri"), Ok(Field::Priority));
    assert_eq!(Field::named("优先"), Ok(Field::Priority));
    assert_eq!(Field::named("iden"), Ok(Field::Identified));
}

#[test]
fn a_word_that_names_no_field_or_several_is_refused() {
    assert_eq!(Field::named("ch"), Err(NoField::Ambiguous(Field::Chapter, Field::Changed)));
    assert_eq!(Field::named("chaptre"), Err(NoField::Unknown(Some(Field::Chapter))));
    assert_eq!(Field::named("zzzzzz"), Err(NoField::Unknown(None)));
    assert!(matches!(Field::named(""), Err(NoField::Unknown(_))));
}
