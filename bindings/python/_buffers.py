"""Faster buffers for the generated Python: the same bytes, gathered in Python and handed over at once.

The generator's own builder asks the library for room at nearly every number, which made a call from Python cost more than
the work it asked for. Held to the generator's version, which is pinned; `tests/python/test_buffers.py` compares both.
"""

from __future__ import annotations

import ctypes
import struct

# As the generator's own stream has them: big-endian, without padding.
FORMATS = {"i8": ">b", "u8": ">B", "i16": ">h", "u16": ">H", "i32": ">i", "u32": ">I", "i64": ">q", "u64": ">Q", "float": ">f", "double": ">d"}


def _writer(form: str):
    pack = struct.Struct(form).pack

    def write(self, value) -> None:
        self.data += pack(value)

    return write


def _reader(form: str, short: type[Exception]):
    form_of = struct.Struct(form)
    unpack, size = form_of.unpack_from, form_of.size

    def read(self):
        if self.offset + size > self.len:
            raise short("read past end of rust buffer")
        value = unpack(self.data, self.offset)[0]
        self.offset += size
        return value

    return read


def install(generated) -> None:
    """Puts the faster builder and stream into the generated module."""
    buffer, stream = generated._UniffiRustBuffer, generated._UniffiRustBufferStream

    class Builder:
        def __init__(self) -> None:
            self.data = bytearray()

        def finalize(self):
            made = buffer.alloc(len(self.data))
            ctypes.memmove(made.data, bytes(self.data), len(self.data))
            made.len = len(self.data)
            return made

        def discard(self) -> None:
            self.data = bytearray()

        def write(self, value) -> None:
            self.data += value

    class Stream(stream):
        @classmethod
        def from_rust_buffer(cls, lent):
            return cls(ctypes.string_at(lent.data, lent.len) if lent.len else b"", lent.len)

    for name, form in FORMATS.items():
        setattr(Builder, f"write_{name}", _writer(form))
        setattr(Stream, f"read_{name}", _reader(form, generated.InternalError))
    generated._UniffiRustBufferBuilder, generated._UniffiRustBufferStream = Builder, Stream
