use super::*;
use crate::reminder::samples::{quiet, settings, time};

#[test]
fn quiet_hours_may_go_over_midnight() {
    let holds = |start: &str, end: &str, clock: &str| QuietHours { start: time(start), end: time(end) }.hold(time(clock));
    for (clock, held) in
        [("21:59", false), ("22:00", true), ("23:59", true), ("00:00", true), ("06:59", true), ("07:00", false), ("12:00", false)]
    {
        assert_eq!(holds("22:00", "07:00", clock), held, "{clock}");
    }
    for (clock, held) in [("12:59", false), ("13:00", true), ("14:59", true), ("15:00", false), ("00:00", false)] {
        assert_eq!(holds("13:00", "15:00", clock), held, "{clock}");
    }
}

#[test]
fn quiet_hours_with_equal_ends_are_none() {
    assert_eq!(quiet("22:00", "22:00").quiet(), None);
    assert_eq!(quiet("00:00", "00:00").quiet(), None);
    assert!(quiet("22:00", "21:59").quiet().is_some());
    assert_eq!(settings().quiet(), None);
    assert_eq!(quiet("22:00", "22:00").check(), Ok(()), "all day and never are the same wish: never");
}

#[test]
fn limits_that_are_none_are_refused() {
    let refused = |field| Err(InvalidInput::new(field, Reason::OutOfRange));
    for max_per_day in [0, 25, 99, u32::MAX] {
        assert_eq!(ReminderSettings { max_per_day, ..settings() }.check(), refused(Field::MaxPerDay), "{max_per_day}");
    }
    for join_min in [121, u32::MAX] {
        assert_eq!(ReminderSettings { join_min, ..settings() }.check(), refused(Field::JoinMin), "{join_min}");
    }
    for (max_per_day, join_min) in [(1, 0), (24, 120)] {
        assert_eq!(ReminderSettings { max_per_day, join_min, ..settings() }.check(), Ok(()));
    }
}

#[test]
fn a_salt_has_sixteen_bytes() {
    assert_eq!(Salt::try_from(&[1_u8; 16][..]), Ok(Salt([1; 16])));
    for length in [0, 15, 17] {
        assert_eq!(Salt::try_from(&vec![1_u8; length][..]), Err(InvalidInput::new(Field::Salt, Reason::WrongLength)), "{length}");
    }
}
