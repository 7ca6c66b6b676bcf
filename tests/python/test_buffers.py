"""The faster buffers of the Python package write and read the very bytes that the generator's own do."""

import importlib.util
import sys
import unittest
from pathlib import Path

import ampersand as a
from ampersand import ampersand_ffi as patched

ZONE = a.ZoneSpan(
    id="Pacific/Apia\u00e9", _from=-(2**62), to=2**62, offset_s=-36_000, transitions=[a.ZoneTransition(at=7, offset_s=50_400)]
)
VALUES = {
    "NowContext": a.NowContext(now=-1, zone=ZONE),
    "ItemAnswer": a.ItemAnswer(item="", value=None, ms=3_000),
    "CheckAnswers": a.CheckAnswers(version=2**32 - 1, answers=[a.ItemAnswer(item="EF1", value=-1, ms=None)] * 40),
}


def generated():
    """The generated module once more, untouched."""
    spec = importlib.util.spec_from_file_location("ampersand_as_generated", Path(patched.__file__))
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def lowered(module, name: str) -> bytes:
    buffer = getattr(module, f"_UniffiFfiConverterType{name}").lower(VALUES[name])
    try:
        return buffer.data[: buffer.len] if buffer.len else b""
    finally:
        buffer.free()


class Buffers(unittest.TestCase):
    def test_the_same_bytes(self):
        own = generated()
        self.assertIsNot(own._UniffiRustBufferBuilder, patched._UniffiRustBufferBuilder)
        for name in VALUES:
            with self.subTest(name):
                self.assertEqual(lowered(patched, name), lowered(own, name))

    def test_back_again(self):
        for name, value in VALUES.items():
            with self.subTest(name):
                converter = getattr(patched, f"_UniffiFfiConverterType{name}")
                self.assertEqual(converter.lift(converter.lower(value)), value)

    def test_a_buffer_that_ends_early(self):
        stream = patched._UniffiRustBufferStream(b"\x00\x01", 2)
        with self.assertRaises(patched.InternalError):
            stream.read_i32()
        self.assertEqual(stream.read_i8(), 0)


if __name__ == "__main__":
    unittest.main()
