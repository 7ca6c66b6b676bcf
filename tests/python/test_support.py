"""The circle and the summary through the Python face: the page is read by a parser of somebody else's."""

import unittest
from html.parser import HTMLParser

import ampersand as a
from test_errors import told
from world import NOS, Folder, at, config, taken

VOID = {"meta"}
# What a page may be made of. Nothing in it runs, loads or leads anywhere.
KNOWN = set("html head meta title style body main section h1 h2 h3 p ul li table caption thead tbody tr th td".split())
ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "scope", "dir"}


class Page(HTMLParser):
    """Reads a page: its elements in order, whether each is closed, its texts by element."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[tuple[str, str]] = []
        self.wrong: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        self.wrong += [f"open at the end: {name}" for name in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"closed: {tag}")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", data))

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append(f"a declaration: {data}")

    def of(self, element: str) -> list[str]:
        return [text for name, text in self.texts if name == element]


ATTACKS = [
    "<script>alert(1)</script>",
    "</p></main><h1>mine</h1>",
    "\"><img src=x onerror=alert(1)>",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "<!-- <?php ]]> <style>*{display:none}",
    "' onload='alert(1)",
]


class Support(unittest.TestCase):
    def setUp(self) -> None:
        self.vault = a.Vault.create(config(Folder(self).path))
        self.addCleanup(lambda: self.vault.lock())
        self.vault.answer_safety(NOS)

    def entry(self, title: str, body: str) -> str:
        editor = self.vault.begin_entry(at(), a.NewEntry(day=None, prompt=None, form=None))
        editor.content.title, editor.content.body = title, body
        return self.vault.save_entry(at(), editor.draft, editor.content).entry.id

    def choice(self, **ticked: object) -> a.SummaryChoice:
        nothing = dict(runs=[], agreements=[], check_ins=False, pulses=False, entries=[], questions=False)
        return a.SummaryChoice(_from="2026-11-01", to="2026-11-23", **{**nothing, **ticked})

    def test_the_page_is_well_formed_and_made_of_harmless_parts(self) -> None:
        run = taken(self.vault, at()).id
        mood = a.CheckInAnswers(answers=[a.TapAnswer(item="mood", value=3)], feelings=[], line=None)
        self.vault.save_check_in(at(), "2026-11-23", mood)
        self.vault.save_pulse(at(), "2026-11-23", [a.PulseAnswer(item=f"P{n}", value=2) for n in range(1, 9)])
        self.vault.tick_question(at(), "cost", True)
        entry = self.entry("By the river", "# A heron\n\nIt **stayed**.")
        made = self.vault.summary(at(), self.choice(runs=[run], check_ins=True, pulses=True, entries=[entry], questions=True))
        page = Page(made.html)
        self.assertEqual(page.wrong, [])
        self.assertEqual(set(page.elements) - KNOWN, set())
        self.assertEqual({name for name, _ in page.attributes} - ATTRIBUTES, set())
        self.assertIn(("lang", "en"), page.attributes)
        self.assertIn(("charset", "utf-8"), page.attributes)
        self.assertEqual(page.of("title"), page.of("h1"))
        self.assertEqual(page.of("h3"), ["2026-11-23 · By the river"])
        self.assertEqual(page.of("p")[-2:], ["A heron", "It stayed."])
        self.assertEqual(page.elements.count("table"), 4)
        self.assertEqual(len(page.of("h2")), len(made.parts) - 1)
        self.assertRegex(made.file_name, r"^notes-2026-11-23\.html$")

    def test_what_somebody_writes_is_never_a_mark(self) -> None:
        for attack in ATTACKS:
            with self.subTest(attack=attack):
                entry = self.entry(attack, f"```\n{attack}\n```")
                question = self.vault.save_own_question(at(), None, attack).own[-1].id
                page = Page(self.vault.summary(at(), self.choice(entries=[entry], questions=True)).html)
                self.assertEqual(page.wrong, [])
                self.assertEqual(set(page.elements) - KNOWN, set())
                self.assertEqual({name for name, _ in page.attributes} - ATTRIBUTES, set())
                self.assertEqual((page.of("h3"), page.of("p")[-1], page.of("li")[-1]), ([f"2026-11-23 · {attack}"], attack, attack))
                self.vault.delete_own_question(question)

    def test_nothing_ticked_is_told(self) -> None:
        self.assertEqual(told(lambda: self.vault.summary(at(), self.choice())), ("InvalidInput", "choice", "nothing_chosen"))


class Circle(unittest.TestCase):
    def test_from_nobody_to_a_breadth(self) -> None:
        vault = a.Vault.create(config(Folder(self).path))
        self.addCleanup(lambda: vault.lock())
        view = vault.circle(at())
        self.assertEqual((view.sources, view.breadth.needed, len(view.days), view.days[0]), ([], 5, 28, "2026-11-23"))
        for name in ("Ada", "Bo"):
            view = vault.save_source(at(), a.SourceDraft(id=None, name=name, love=a.LoveKind.FRIENDS, gives=[a.Gift.FUN]))
        for source, days in ((0, view.days[:3]), (1, view.days[:3])):
            for day in days:
                view = vault.log_contact(at(), view.sources[source].id, day)
        self.assertEqual((view.breadth.contacts, view.breadth.effective, view.breadth.top.share), (6, 2.0, 0.5))
        self.assertEqual(told(lambda: vault.log_contact(at(), view.sources[0].id, "2026-11-24")), ("InvalidInput", "date", "out_of_range"))


if __name__ == "__main__":
    unittest.main()
