"""How hard a text is to read: the Flesch-Kincaid grade, and the syllable counter it needs.

The grade is the one of Kincaid, Fishburne, Rogers & Chissom (1975), Derivation of new readability formulas for Navy enlisted
personnel, Research Branch Report 8-75:  0.39 words/sentence + 11.8 syllables/word - 15.59.

What counts: a word is a run of letters, digits and inner apostrophes; a hyphen divides words. A sentence ends at `.`, `!` or `?`
before a space or the end, so "37.5" ends nothing; a colon or semicolon does not end one. A text without an end is one sentence.
A placeholder stands for one word of one syllable, because what fills it is a name, a day or a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
WORD = re.compile(r"[A-Za-zÀ-ɏ0-9]+(?:[.'’][A-Za-zÀ-ɏ0-9]+)*")
SENTENCE_END = re.compile(r"[.!?]+[\"'”’)]*(?=\s|$)")
VOWELS = "aeiouyàâäáãåæèéêëìíîïòóôöõøœùúûüý"

# Words that `by_rule` gets wrong, with the count of a dictionary. A word that the rule gets right has no place here (a check holds that).
EXCEPTIONS = {
    "anyone": 3, "area": 3, "areas": 3, "being": 2, "couldn't": 2, "create": 2, "dialogue": 3, "didn't": 2, "doesn't": 2, "doing": 2,
    "evening": 2, "every": 2, "everybody": 4, "everything": 3, "going": 2, "hadn't": 2, "hasn't": 2, "homework": 2, "idea": 3,
    "ideas": 3, "isn't": 2, "lifeline": 2, "maybe": 2, "notebook": 2, "quiet": 2, "science": 2, "seeing": 2, "shouldn't": 2,
    "society": 4, "somebody": 3, "something": 2, "sometimes": 2, "somewhere": 2, "variety": 4, "wasn't": 2, "wouldn't": 2,
}  # fmt: skip


def syllables(word: str) -> int:
    """How many syllables a word has when it is said aloud; a number has one for each digit."""
    word = word.lower().replace("’", "'")
    return EXCEPTIONS[word] if word in EXCEPTIONS else by_rule(word)


def by_rule(word: str) -> int:
    """The count without the exceptions: groups of vowels, less those that are silent, and one more where two vowels are said apart."""
    digits = sum(character.isdigit() for character in word)
    if digits:
        return digits
    word = re.sub(r"'(?:s|re|ll|ve|d|m|t)?$", "", word)
    count = len(re.findall(rf"[{VOWELS}]+", word))
    consonant = f"[^{VOWELS}]"
    # A silent e at the end: "make", but not "little", which says it.
    if re.search(rf"{consonant}e$", word) and not re.search(rf"{consonant}le$", word):
        count -= 1
    # "-es" is heard after a hiss ("changes"), else not ("makes"); "-ed" is heard after t and d ("ended"), else not ("moved").
    elif re.search(rf"{consonant}es$", word) and not re.search(rf"(?:[scxzg]|ch|sh|[^l{VOWELS}]l)es$", word):
        count -= 1
    elif re.search(rf"{consonant}ed$", word) and not re.search(rf"(?:[td]|[^l{VOWELS}]l)ed$", word):
        count -= 1
    # An e before an ending that begins with a consonant is silent: "safely", "movement", "hopeful".
    if re.search(rf"[{VOWELS}]{consonant}e(?:ly|ments?|ful|less|ness|ty)$", word):
        count -= 1
    # Vowels that are said apart: "saying", "material", "sexual", "radio".
    count += len(re.findall(r"y(?=ing$)|[^ctsg]ia|[^ctsgrln]io(?!us)|[^ctsgx]ious|[iu]u|(?<![gq])ua[^r]|uo", word))
    return max(1, count)


@dataclass(frozen=True)
class Measure:
    """The counts of a text; measures add up."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables)

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade."""
        if not self.words:
            raise ValueError("no words, no grade")
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def measure(text: str) -> Measure:
    """The counts of one text."""
    words = WORD.findall(PLACEHOLDER.sub("it", text))
    ends = len(SENTENCE_END.findall(text))
    tail = SENTENCE_END.split(text)[-1]
    if WORD.search(PLACEHOLDER.sub("it", tail)):
        ends += 1
    return Measure(len(words), ends, sum(map(syllables, words)))


def has_sentence(text: str) -> bool:
    """Whether a text is made of sentences, and not only a label."""
    return bool(SENTENCE_END.search(text))
