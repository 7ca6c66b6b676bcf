//! Answers by one tap: an item and a number, none where the item was left out.

use crate::error::{Field, InvalidInput, Reason};

/// What was tapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TapAnswer {
    /// The item, by id.
    pub item: String,
    /// One of the item's numbers; none leaves it out.
    pub value: Option<i32>,
}

/// An item that can be answered with 0 to `highest`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked<'a> {
    pub(super) item: &'a str,
    pub(super) highest: u8,
}

/// The answers in the order of what is asked. An item that is not among them was left out.
///
/// # Errors
/// `item`, `unknown_item` or `duplicate_item` · `value`, `out_of_range`.
pub(super) fn in_order(asked: &[Asked<'_>], answers: &[TapAnswer]) -> Result<Vec<Option<u8>>, InvalidInput> {
    let mut kept: Vec<Option<Option<u8>>> = vec![None; asked.len()];
    for TapAnswer { item, value } in answers {
        let place = asked.iter().position(|asked| asked.item == item);
        let place = place.ok_or(InvalidInput::new(Field::Item, Reason::UnknownItem))?;
        if kept[place].is_some() {
            return Err(InvalidInput::new(Field::Item, Reason::DuplicateItem));
        }
        kept[place] = Some(value.map(|value| within(value, asked[place].highest)).transpose()?);
    }
    Ok(kept.into_iter().map(Option::flatten).collect())
}

fn within(value: i32, highest: u8) -> Result<u8, InvalidInput> {
    let number = u8::try_from(value).ok().filter(|number| *number <= highest);
    number.ok_or(InvalidInput::new(Field::Value, Reason::OutOfRange))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: [Asked<'_>; 3] = [Asked { item: "a", highest: 4 }, Asked { item: "b", highest: 1 }, Asked { item: "c", highest: 3 }];

    fn given(answers: &[(&str, Option<i32>)]) -> Result<Vec<Option<u8>>, InvalidInput> {
        let answers: Vec<_> = answers.iter().map(|(item, value)| TapAnswer { item: (*item).into(), value: *value }).collect();
        in_order(&ASKED, &answers)
    }

    #[test]
    fn answers_come_in_the_order_asked_and_what_is_not_there_was_left_out() {
        assert_eq!(given(&[]), Ok(vec![None; 3]));
        assert_eq!(given(&[("c", Some(3)), ("a", Some(0)), ("b", None)]), Ok(vec![Some(0), None, Some(3)]));
    }

    #[test]
    fn what_is_not_asked_or_not_among_the_answers_is_refused() {
        let unknown = Err(InvalidInput::new(Field::Item, Reason::UnknownItem));
        let twice = Err(InvalidInput::new(Field::Item, Reason::DuplicateItem));
        let outside = Err(InvalidInput::new(Field::Value, Reason::OutOfRange));
        for (answers, refused) in [
            (vec![("d", Some(0))], unknown.clone()),
            (vec![("", None)], unknown.clone()),
            (vec![("A", Some(0))], unknown),
            (vec![("a", Some(1)), ("a", Some(1))], twice.clone()),
            (vec![("a", None), ("a", Some(1))], twice),
            (vec![("a", Some(5))], outside.clone()),
            (vec![("b", Some(2))], outside.clone()),
            (vec![("a", Some(-1))], outside.clone()),
            (vec![("a", Some(256))], outside.clone()),
            (vec![("a", Some(i32::MIN))], outside),
        ] {
            assert_eq!(given(&answers), refused, "{answers:?}");
        }
    }
}
