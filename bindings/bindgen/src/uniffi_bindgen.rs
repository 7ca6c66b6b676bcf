//! Writes the Kotlin and Python faces of the library.

fn main() {
    uniffi::uniffi_bindgen_main();
}
