//! Carrying values over the boundary, field by field.
//!
//! [`record!`] declares a record beside one of the core and both are held against each other: every field of the core's
//! is named, so that a new one fails to compile until somebody has thought about it.

/// Turns a value of one side into that of the other.
pub(crate) trait Across<T> {
    fn across(self) -> T;
}

impl<From: Across<To>, To> Across<Vec<To>> for Vec<From> {
    fn across(self) -> Vec<To> {
        self.into_iter().map(Across::across).collect()
    }
}

impl<From: Across<To>, To> Across<Option<To>> for Option<From> {
    fn across(self) -> Option<To> {
        self.map(Across::across)
    }
}

/// Types that are the same on both sides.
macro_rules! same {
    ($($type:ty),+) => { $(impl Across<$type> for $type { fn across(self) -> $type { self } })+ };
}
same!(String, bool, i32, i64, u32, u64, f64);

impl Across<String> for &'static str {
    fn across(self) -> String {
        self.to_owned()
    }
}

/// Types with a `From` of their own.
macro_rules! crosses {
    ($($from:ty => $to:ty),+ $(,)?) => { $(impl $crate::across::Across<$to> for $from { fn across(self) -> $to { self.into() } })+ };
}
pub(crate) use crosses;

/// Declares a record of the boundary with the same fields as one of the core, and the way out; after `both`, the way in
/// too.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident = $core:path { $($(#[$fmeta:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, uniffi::Record)]
        pub struct $name { $($(#[$fmeta])* pub $field: $type,)+ }

        impl From<$core> for $name {
            fn from(value: $core) -> Self {
                use $core as Core;
                let Core { $($field),+ } = value;
                Self { $($field: $crate::across::Across::across($field)),+ }
            }
        }

        $crate::across::crosses!($core => $name);
    };
    (both $(#[$meta:meta])* $name:ident = $core:path { $($(#[$fmeta:meta])* $field:ident: $type:ty,)+ }) => {
        $crate::across::record! { $(#[$meta])* $name = $core { $($(#[$fmeta])* $field: $type,)+ } }

        impl From<$name> for $core {
            fn from(value: $name) -> Self {
                use $core as Core;
                let $name { $($field),+ } = value;
                Core { $($field: $crate::across::Across::across($field)),+ }
            }
        }

        $crate::across::crosses!($name => $core);
    };
}
pub(crate) use record;

/// Declares an id or another newtype that crosses as its text.
macro_rules! text_type {
    ($($(#[$meta:meta])* $name:ident = $core:path,)+) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name(pub(crate) $core);

        uniffi::custom_type!($name, String, {
            try_lift: |text| Ok(text.parse().map($name).map_err($crate::AmpersandError::from)?),
            lower: |value| value.0.to_string(),
        });

        impl From<$core> for $name {
            fn from(value: $core) -> Self {
                Self(value)
            }
        }

        impl From<$name> for $core {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        $crate::across::crosses!($core => $name, $name => $core);
    )+ };
}
pub(crate) use text_type;
