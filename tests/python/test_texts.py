"""The texts a person reads: their words, how hard they are to read, that each is used, and that what they say agrees with the data."""

from __future__ import annotations

import json
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT / "tools")]

import generate_texts  # noqa: E402
import reading  # noqa: E402
import words  # noqa: E402

DATA = ROOT / "core/data"
CATALOGUES = generate_texts.read_all(DATA / "strings")
ENGLISH = CATALOGUES[0]

GRADE_TOGETHER = 6.0
GRADE_SINGLE = 8.0
# Texts of two or more sentences that may be harder than GRADE_SINGLE: key -> reason. There are none.
HARDER: dict[str, str] = {}

# Texts that the core shows by composing the key: the pattern, and what the sources of the core must hold for the use to be believed.
COMPOSED_BY_THE_CORE = {
    r"scale\.(ef|ss|es|cc|st|bd|cn|oc)\.about": re.compile(r'"scale\.[^"]*\.about"'),
    r"feeling\.[a-z]+": re.compile(r'"feeling\.\{'),
    r"check_in\.(yes_meaning_no|whose_feeling|want_or_need)\.[a-z_]+": re.compile(r'"check_in\.\{'),
}


def forms() -> list[tuple[str, str]]:
    """(key, text) of English, every plural form by itself."""
    return [(key, form) for key, text in ENGLISH.texts.items() for form in text.forms.values()]


def code(folder: str, *endings: str) -> str:
    """The sources below a folder without comments, tests and generated files."""
    files = [
        file
        for file in sorted((ROOT / folder).rglob("*"))
        if file.suffix in endings
        and file.is_file()
        and not {"test", "Tests", "tests", "target", "build", "Generated", "AmpersandCore", ".build"} & set(file.relative_to(ROOT).parts)
    ]
    return "\n".join(without_comments(file.read_text(encoding="utf-8")) for file in files)


def without_comments(source: str) -> str:
    """Kotlin, Swift or Rust without its comments; a `//` inside an address stays."""
    source = re.sub(r"/\*.*?\*/", " ", source, flags=re.DOTALL)
    return re.sub(r"(?<!:)//[^\n]*", " ", source)


class BannedWords(unittest.TestCase):
    """No text holds a word that the product does not use."""

    def setUp(self) -> None:
        self.banned = words.load()

    def test_whole_words_and_stems_are_found_and_nothing_else(self) -> None:
        found = ["A test.", "Tests", "re-test", "TESTED", "severely", "Symptomatic", "clinician", "treatment", "scores", "diagnosed", "You’re codependent"]
        free = ["protest", "contest", "latest", "several", "retreat", "underscore", "streaming", "normal", "a codependent bond", "testament"]
        self.assertEqual([text for text in found if not self.banned.found(text)], [])
        self.assertEqual([text for text in free if self.banned.found(text)], [])

    def test_the_words_of_the_product_are_all_banned(self) -> None:
        for word in ["test", "symptom", "severe", "clinical", "treat", "score", "percentile", "streak"]:
            self.assertTrue(self.banned.found(word), word)

    def test_no_text_holds_one(self) -> None:
        texts = words.read_by_a_person()
        self.assertGreater(len(texts), 600)
        exempt = {(each.file, each.text, each.form) for each in self.banned.exempt}
        offending = [
            f"{file}: {form!r} in {text!r} ({self.banned.forms[form]})"
            for file, text in texts
            for form in self.banned.found(text)
            if (file, text, form) not in exempt
        ]
        self.assertEqual(offending, [])

    def test_every_exemption_is_still_needed(self) -> None:
        texts = set(words.read_by_a_person())
        for each in self.banned.exempt:
            self.assertIn((each.file, each.text), texts)
            self.assertIn(each.form, self.banned.found(each.text))


class ReadingAge(unittest.TestCase):
    """A child of ten can read it."""

    # Counted by hand or taken from a dictionary; the words that tried the rules hardest.
    SYLLABLES = (
        "a1 make1 made1 makes1 moved1 ended2 wanted2 needed2 changes2 choices2 little2 able2 table2 people2 safely2 movement2 "
        "hopeful2 hopeless2 saying2 playing2 trying2 being2 doing2 going2 idea3 area3 create2 quiet2 sexual3 material4 radio3 "
        "emotional4 physical3 boundary3 relationship4 partner2 sometimes2 something2 somebody3 everybody4 nobody3 everyone3 "
        "anyone3 question2 answered2 patience2 codependent4 interdependent5 community4 emergency4 therapist3 counsellor3 "
        "safety2 phone1 the1 be1 yes1 used1 closed1 called1 settled2 handled2 worried2 tried1 review2 year1 hour1 science2 "
        "society4 usual3 actual3 situation4 attention3 special2 social2 serious3 various3 precious2 previous3 million2 "
        "opinion3 region2 language2 square1 quick1 quite1 equal2 guess1 guide1 value2 continue3 argue2 agreement3 homework2 "
        "website2 doesn't2 isn't2 don't1 you're1 couldn't2 hated2 decided3 noticed2 practise2 promises3 faces2 dishes2 boxes2 "
        "times1 apples2 couples2 double2 gentle2 beautiful3 different3 interest3 family3 every2 evening2 several3 Prévention3"
    ).split()

    def test_syllables(self) -> None:
        known = [re.fullmatch(r"(.+?)(\d)", each).groups() for each in self.SYLLABLES]
        self.assertEqual([(word, int(count), reading.syllables(word)) for word, count in known if reading.syllables(word) != int(count)], [])

    def test_no_exception_is_superfluous(self) -> None:
        self.assertEqual([word for word, count in reading.EXCEPTIONS.items() if reading.by_rule(word) == count], [])

    def test_the_formula(self) -> None:
        # 14 words, 2 sentences, 17 syllables, by hand: 0.39 * 7 + 11.8 * 17 / 14 - 15.59.
        measured = reading.measure("You came back. {name} kept 3 of the answers, and nobody lost a thing.")
        self.assertEqual((measured.words, measured.sentences, measured.syllables), (14, 2, 17))
        self.assertAlmostEqual(measured.grade, 0.39 * 7 + 11.8 * 17 / 14 - 15.59)
        self.assertEqual(reading.measure("Below 37.5 it is so. Is it? Yes!").sentences, 3)
        hard = "The administration of psychological instruments necessitates considerable deliberation regarding interpretation."
        self.assertGreater(reading.measure(hard).grade, 20)

    def test_the_catalogue_together(self) -> None:
        sentences = [reading.measure(text) for _, text in forms() if reading.has_sentence(text)]
        self.assertGreater(len(sentences), 150)
        together = sum(sentences, reading.Measure())
        self.assertLessEqual(together.grade, GRADE_TOGETHER)
        with_labels = sum((reading.measure(text) for _, text in forms() if reading.WORD.search(reading.PLACEHOLDER.sub("", text))), reading.Measure())
        self.assertLessEqual(with_labels.grade, GRADE_TOGETHER)

    def test_each_text_of_two_or_more_sentences(self) -> None:
        hard = {key: round(reading.measure(text).grade, 1) for key, text in forms() if reading.measure(text).sentences >= 2 and reading.measure(text).grade > GRADE_SINGLE}
        self.assertEqual({key: grade for key, grade in hard.items() if key not in HARDER}, {})
        self.assertEqual([key for key in HARDER if key not in hard], [], "no longer hard: take it out of HARDER")

    def test_the_questions_practices_and_other_data(self) -> None:
        texts = [text for file, text in words.read_by_a_person() if not file.startswith("strings/") and reading.has_sentence(text)]
        self.assertGreater(len(texts), 100)
        self.assertLessEqual(sum(map(reading.measure, texts), reading.Measure()).grade, GRADE_TOGETHER)
        hard = [text for text in texts if (counts := reading.measure(text)).sentences >= 2 and counts.grade > GRADE_SINGLE]
        self.assertEqual(hard, [])

    def test_no_sentence_is_long(self) -> None:
        long = [(key, text) for key, text in forms() if (counts := reading.measure(text)).words and counts.words / counts.sentences > 22]
        self.assertEqual(long, [])


class Use(unittest.TestCase):
    """Every text is shown somewhere."""

    def test_no_key_is_unused_by_both_shells(self) -> None:
        kotlin, swift = code("android", ".kt"), code("ios", ".swift")
        core = code("core/src", ".rs") + code("bindings/src", ".rs")
        names = set(re.findall(r"\b[a-z][A-Za-z0-9]*\b", kotlin)) | set(re.findall(r"\b[a-z][A-Za-z0-9]*\b", swift))
        unused = [key for key in ENGLISH.texts if generate_texts.accessor(key) not in names and not self.used_by_the_core(key, core)]
        self.assertEqual(unused, [])

    @staticmethod
    def used_by_the_core(key: str, core: str) -> bool:
        if f'"{key}"' in core:
            return True
        return any(re.fullmatch(keys, key) and proof.search(core) for keys, proof in COMPOSED_BY_THE_CORE.items())

    def test_comments_and_generated_files_are_no_use(self) -> None:
        self.assertNotIn("todayTitle", without_comments("/* todayTitle */ // todayTitle\n"))
        self.assertIn("todayTitle", without_comments('val a = "https://x.org" + texts.todayTitle // why'))
        self.assertNotIn("interface Texts {", code("android", ".kt"))
        self.assertNotIn("public protocol Texts", code("ios", ".swift"))


class Form(unittest.TestCase):
    """How the file is kept."""

    def test_keys_are_sorted(self) -> None:
        for catalogue in CATALOGUES:
            keys = list(json.loads(catalogue.file.read_text(encoding="utf-8"))["texts"])
            self.assertEqual(keys, sorted(keys), catalogue.file.name)

    def test_spacing_and_typing(self) -> None:
        for key, text in forms():
            self.assertEqual(text, text.strip(), key)
            self.assertNotRegex(text, r"  |\s[,.;:?]|\.\.\.|!|[A-Z]{4,}", f"{key}: double space, stray stop, three dots, exclamation mark or shouting")

    def test_english_is_there_for_every_feeling_and_every_mood(self) -> None:
        feelings = json.loads((DATA / "feelings.v1.json").read_text(encoding="utf-8"))
        ids = [word for word, _ in feelings["words"]] + feelings["blank"]
        self.assertEqual([key for key in ENGLISH.texts if key.startswith("feeling.")], sorted(f"feeling.{id}" for id in ids))
        daily = json.loads((DATA / "daily-check-in.v1.json").read_text(encoding="utf-8"))
        labels = next(item["labels"] for item in daily["items"] if item["id"] == "mood")
        self.assertEqual([ENGLISH.texts[f"mood.{at}"].forms["other"] for at in range(5)], labels, "the journal and the check-in name a mood alike")

    def test_english_is_there_for_every_scale_and_every_word_of_a_band(self) -> None:
        instrument = json.loads((DATA / "me-and-us.v1.json").read_text(encoding="utf-8"))
        levels = ["low", "middle", "high", "low_middle", "low_high", "middle_high"]
        wanted = [f"scale.{scale['id'].lower()}.about" for scale in instrument["scales"]]
        wanted += [f"band.{part}_{level}" for part in ("pattern", "strength") for level in levels]
        self.assertEqual([key for key in wanted if key not in ENGLISH.texts], [])


class Truth(unittest.TestCase):
    """What a text says agrees with the data the core works with."""

    def setUp(self) -> None:
        self.instrument = json.loads((DATA / "me-and-us.v1.json").read_text(encoding="utf-8"))
        self.constants = json.loads((DATA / "psychometrics.v1.json").read_text(encoding="utf-8"))

    def say(self, key: str) -> str:
        return ENGLISH.texts[key].forms["other"]

    def test_more_than_half_is_the_rule(self) -> None:
        for scale in self.instrument["scales"]:
            items = sum(item["scale"] == scale["id"] for item in self.instrument["items"])
            self.assertEqual(scale["min_answered"], items // 2 + 1, scale["id"])
        self.assertIn("more than half", self.say("result.not_enough"))

    def test_the_cuts_and_the_answer_range(self) -> None:
        for cut in self.constants["cuts"]:
            self.assertIn(f"{cut:g}", self.say("result.how_words"))
        values = [answer["value"] for answer in self.instrument["answers"]]
        self.assertIn(f"from {min(values)} to {max(values)}", self.say("result.how_points"))

    def test_the_weeks_it_asks_about(self) -> None:
        weeks = f"{self.instrument['recall_days'] // 7} weeks"
        for key in ("check.intro", "check.kept_expired"):
            self.assertIn(weeks, self.say(key))

    def test_the_limits_of_the_journal(self) -> None:
        def constant(file: str, name: str) -> int:
            found = re.findall(rf"const {name}: \w+ = ([\d_]+);", (ROOT / "core/src" / file).read_text(encoding="utf-8"))
            self.assertEqual(len(found), 1, f"{name} moved from {file}; look where, and read it there")
            return int(found[0])

        words = {6: "six", 20: "20"}
        limits = [
            ("trash.rule", constant("journal/trash.rs", "KEPT_DAYS")),
            ("trash.empty", constant("journal/trash.rs", "KEPT_DAYS")),
            ("journal.moved_to_trash", constant("journal/trash.rs", "KEPT_DAYS")),
            ("editor.discard_new_body", constant("journal/trash.rs", "KEPT_DAYS")),
            ("history.rule", constant("journal/revision.rs", "LAST_KEPT")),
            ("history.rule", constant("journal/revision.rs", "DAILY_FOR")),
            ("editor.feelings_hint", words[constant("journal/entry.rs", "MAX_FEELINGS")]),
            ("error.too_many_feelings", words[constant("journal/entry.rs", "MAX_FEELINGS")]),
            ("editor.tags_full", constant("journal/entry.rs", "MAX_TAGS")),
            ("error.too_many_tags", constant("journal/entry.rs", "MAX_TAGS")),
            ("error.too_long_tag", constant("journal/entry.rs", "MAX_TAG")),
            ("error.too_long_title", constant("journal/entry.rs", "MAX_TITLE")),
            ("error.too_short", constant("storage/passphrase.rs", "FEWEST")),
            ("passphrase.how", constant("storage/passphrase.rs", "FEWEST")),
            ("strength.too_short", constant("storage/passphrase.rs", "FEWEST")),
            ("error.too_long_passphrase", constant("storage/passphrase.rs", "MOST")),
        ]
        for key, limit in limits:
            self.assertRegex(self.say(key), rf"\b{limit}\b", key)

    def test_every_error_says_what_became_of_the_data_and_what_to_do(self) -> None:
        errors = {key: self.say(key) for key in ENGLISH.texts if key.startswith("error.")}
        self.assertGreaterEqual(len(errors), 25)
        fate = re.compile(r"nothing (?:is|was) (?:lost|changed|written)|kept|untouched|not touched", re.IGNORECASE)
        todo = re.compile(r"\b(?:again|start|open|update|restart|check|set|use|choose|go|answer|find|tells|free|close)\b", re.IGNORECASE)
        for key, text in errors.items():
            self.assertGreaterEqual(reading.measure(text).sentences, 2, key)
            self.assertRegex(text, fate, key)
            self.assertRegex(re.split(fate, text)[-1], todo, key)

    def test_every_code_of_the_core_has_a_text(self) -> None:
        source = (ROOT / "core/src/error/codes.rs").read_text(encoding="utf-8")
        enums = {name: re.findall(r'=> "(\w+)"', body) for name, body in re.findall(r"^    (\w+) \{\n(.*?)^    \}", source, re.MULTILINE | re.DOTALL)}
        storage = re.findall(r'Self::\w+(?: \{ \.\. \}|\(\.\.\))? => "(\w+)"', (ROOT / "core/src/storage/error.rs").read_text(encoding="utf-8"))
        self.assertTrue({"Reason", "Missing", "Clash", "Lock"} <= enums.keys() and storage, "the codes moved; look where, and read them there")
        # What is not there, or there already, leaves the core as `not found` and `conflict`, and a search that was interrupted as the latter.
        storage = [code for code in storage if code not in ("not_there", "already_there", "no_snapshot", "interrupted")]
        wanted = [f"error.{code}" for code in [*enums["Reason"], *enums["Lock"], *storage, "key_lost"]]
        wanted += [f"error.not_found_{code}" for code in enums["Missing"]]
        wanted += ["error.vault_exists" if code == "vault" else f"error.{code}" for code in enums["Clash"]]
        self.assertEqual([key for key in wanted if key not in ENGLISH.texts], [])

    def test_a_lost_key_reads_otherwise_than_a_wrong_one(self) -> None:
        self.assertNotEqual(self.say("error.key_lost"), self.say("error.wrong_key"))
        self.assertNotEqual(self.say("status.key_lost_title"), self.say("status.wrong_key_title"))

    def test_nobody_is_told_to_confront_to_leave_or_to_stay(self) -> None:
        orders = re.compile(r"\b(?:confront|leave (?:him|her|them|your partner|the relationship)|break up with|stay with|forgive|prove it to|record what)\b", re.IGNORECASE)
        for key, text in forms():
            self.assertNotRegex(text, orders, key)


if __name__ == "__main__":
    unittest.main()
