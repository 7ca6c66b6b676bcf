//! Writes the Swift face of the library, its header and module map.

fn main() {
    uniffi::uniffi_bindgen_swift();
}
