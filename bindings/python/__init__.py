"""Ampersand's core: scoring, change and guidance of given answers, and the encrypted vault."""

from . import _buffers, ampersand_ffi
from .ampersand_ffi import *  # noqa: F401,F403

_buffers.install(ampersand_ffi)
