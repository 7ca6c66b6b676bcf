"""Somebody with a partner, and with something in every part of the app that has to do with them."""

from __future__ import annotations

import json
from pathlib import Path

import ampersand as a
import api as exported
from world import DAY, NOS, ROOT, START, clock, config, taken, zone

DATA = ROOT / "core/data"

MARK = "kingfisher"
"""In everything that was written for the partner, and nowhere else."""

MORE_THAN_A_PAGE = 51

SHORTEST = 12
"""Texts shorter than this could be part of any other."""


def after(days: float, hours: float = 0) -> a.NowContext:
    return a.NowContext(now=int(START + days * DAY + hours * 3_600_000), zone=zone(end=START + 800 * DAY))


AFTER = after(60)


def of_file(name: str) -> dict:
    return json.loads((DATA / name).read_text())


def with_the_partner(entries: list[dict]) -> list[dict]:
    return [entry for entry in entries if entry.get("solo_ok") is False]


def texts_of_the_partner() -> list[str]:
    """Ids, as a whole answer, and texts, anywhere in one."""
    practices = with_the_partner(of_file("practices.v1.json")["practices"])
    cards = with_the_partner(of_file("learn.v1.json")["cards"])
    prompts = with_the_partner(of_file("prompts.v1.json")["prompts"])
    lines = with_the_partner(of_file("scripts.v1.json")["lines"])
    questions = with_the_partner(of_file("support.v1.json")["questions"])
    entries = [practices, cards, prompts, lines, questions]
    if any(len(found) < 1 for found in entries):
        raise AssertionError("a file has nothing that needs the partner: the walk would look for nothing")
    ids = {f"\x02{entry['id']}\x03" for found in entries for entry in found}
    titles = {f"\x02{entry['title']}\x03" for found in entries for entry in found if "title" in entry}
    texts = {entry[key] for found in entries for entry in found for key in ("why", "text") if key in entry}
    texts |= {step for practice in practices for step in practice["steps"]}
    strings = json.loads((DATA / "strings/en.json").read_text())["texts"]
    texts |= {text for key, text in strings.items() if key.startswith("together.") and isinstance(text, str)}
    copy_keys = {"reminder.together", "reminder.agreement"}
    return sorted(ids | titles | {text for text in texts if len(text) >= SHORTEST} | copy_keys | {MARK})


class Partners:
    """The vault of such a person, closed, and what an exported method can be called with on it."""

    def __init__(self, folder: Path, api: exported.Api):
        self.folder, self.api = folder, api
        self.seen: dict[str, list] = {}
        self.vault = a.Vault.create(config(folder))
        self.reminders = a.Reminders.open(str(folder))
        self.returns = {(method.owner, method.name): method.returns for method in api.methods}
        self.furnish()

    def call(self, name: str, *arguments, owner: str = "Vault"):
        """Calls a method and notes down the ids in its answer."""
        answer = getattr(self.vault if owner == "Vault" else self.reminders, name)(*arguments)
        exported.gathered(self.api, self.returns[owner, name], answer, self.seen)
        return answer

    def close(self):
        self.vault.lock()

    def furnish(self):
        call = self.call
        call("answer_safety", NOS)
        taken(self.vault, after(0), lambda place: (place * 7) % 5)
        call("finish_check", after(59), self.half_taken(after(59)), [])
        self.seen_runs = [run.id for run in call("check_runs", None).runs]
        self.open_runs = [call("begin_check", after(59.5), a.NewCheck(partner_context=a.PartnerContext.MOST_RECENT, fresh=False)).run]
        self.journal()
        for day in range(40):
            self.day(day)
        for week in range(5):
            answers = [a.PulseAnswer(item=f"P{number}", value=(number + week) % 5) for number in range(1, 9)]
            call("save_pulse", after(7 * week), call("pulse", after(7 * week), None).day, answers)
        self.practices()
        self.boundaries()
        self.together()
        self.others()
        self.own_reminders()

    def half_taken(self, ctx: a.NowContext):
        draft = self.call("begin_check", ctx, a.NewCheck(partner_context=a.PartnerContext.CURRENT, fresh=True))
        for place, item in enumerate(draft.items):
            self.first_item = draft.items[0].id
            self.vault.answer_check(ctx, draft.run, a.ItemAnswer(item=item.id, value=(place * 3) % 5, ms=4_000))
        return draft.run

    def journal(self):
        """An entry, one to the prompt of care for the partner, a draft left open, one in the trash."""
        for at, prompt in ((after(1), None), (after(2), "for-who-they-are"), (after(3), None)):
            editor = self.call("begin_entry", at, a.NewEntry(day=None, prompt=prompt, form=None))
            content = editor.content
            content.title, content.body, content.prompt = "A walk", "We went along the river and back.", prompt
            saved = self.call("save_entry", at, editor.draft, content)
            if prompt:
                self.answer_about_the_partner = saved.entry.id
            again = self.call("edit_entry", at, saved.entry.id)
            again.content.body = "We went along the river, over the bridge and back."
            self.call("save_entry", at, again.draft, again.content)
            self.call("entry_history", saved.entry.id)
        self.call("trash_entries", after(3), [saved.entry.id])
        self.call("trash", None)
        for number in range(MORE_THAN_A_PAGE):
            editor = self.call("begin_entry", after(4), a.NewEntry(day=None, prompt=None, form=None))
            editor.content.body = f"A short one, number {number}."
            self.call("save_entry", after(4), editor.draft, editor.content)
        self.call("journal_page", None, None)
        self.call("begin_entry", after(4), a.NewEntry(day=None, prompt=None, form=None))
        self.call("journal", after(4), None)

    def day(self, day: int):
        view = self.call("check_in", after(day), None)
        taps = [a.TapAnswer(item=item.id, value=item.options[(day + place) % len(item.options)].value) for place, item in enumerate(view.items)]
        self.call("save_check_in", after(day), view.day, a.CheckInAnswers(answers=taps, feelings=[], line=None))

    def practices(self):
        """One that needs the partner and one that does not, each with an attempt and a plan that reminds; one put down."""
        self.call("begin_practice", after(49), "feel-and-ask")
        self.call("stop_practice", after(49), "feel-and-ask")
        for practice, heard in (("one-limit", MARK), ("body-scan", "friend")):
            self.call("begin_practice", after(50), practice)
            attempt = a.NewAttempt(
                practice=practice, step=0, day=self.today(50), outcome=a.AttemptOutcome.DONE, note=f"The {heard} heard it.", after_feeling=2
            )
            self.call("record_attempt", after(50), attempt)
            plan = a.PlanDraft(practice=practice, situation=f"the {heard} calls", action="I breathe", said_aloud=True, remind_at="09:00")
            self.call("plan_practice", after(50), plan)
        for pattern in ("people_pleasing", "poor_communication"):
            self.call("mark_pattern", pattern, True)

    def today(self, days: int) -> str:
        return self.vault.home(after(days)).day

    def boundaries(self):
        """One with somebody easy, up to its end; one with the partner, ignored and with fear; one just named."""
        move, end = a.BoundaryMove, a.BoundaryAnswer
        for rung, person, limit in ((a.Rung.EASY, "The neighbour", "Quiet after ten"), (a.Rung.PARTNER, f"My {MARK}", f"No {MARK} at night")):
            use = self.call("notice_boundary", after(51), a.Noticed(body="A tight chest", sign=a.BodySign.BAD, fits_values=a.YesNoUnsure.NO))
            steps = [
                move.NAME_LIMIT(kind=a.BoundaryKind.PHYSICAL, limit=limit, belongs=a.Belongs.MINE),
                move.READY_SCRIPT(text="Not tonight.", rung=rung, person=person),
                move.SAY(),
                move.ANSWER(answered=end.IGNORED if rung == a.Rung.PARTNER else end.RESPECTED),
                move.REFLECT(relief=2, guilt=1, afraid=rung == a.Rung.PARTNER, next_step="Rest"),
            ]
            for step in steps:
                self.call("move_boundary", after(51), use.id, step)
        use = self.call("notice_boundary", after(52), a.Noticed(body=None, sign=None, fits_values=None))
        self.call("move_boundary", after(52), use.id, move.NAME_LIMIT(kind=a.BoundaryKind.MENTAL, limit="My own view", belongs=a.Belongs.MINE))
        self.call("notice_boundary", after(52), a.Noticed(body="A calm breath", sign=a.BodySign.GOOD, fits_values=a.YesNoUnsure.YES))

    def together(self):
        """One that was held, with an agreement to look at again, and one that is being prepared."""
        mv = a.MeetingMove
        held = self.prepared(40)
        self.call("move_meeting", after(40), held.id, mv.START(minutes=20))
        self.call("move_meeting", after(40), held.id, mv.TO_AGREEMENTS())
        for days in (48, 62):
            draft = a.AgreementDraft(id=None, who=a.Who.BOTH, what=f"One {MARK} a week", review_on=self.today(days))
            self.call("save_agreement", after(40), held.id, draft)
        self.call("move_meeting", after(40), held.id, mv.TO_AFTERWARDS())
        self.call("save_afterwards", after(40), held.id, a.Afterwards(felt=3, learned=f"The {MARK} listens.", next_on=self.today(63)))
        self.call("move_meeting", after(40), held.id, mv.FINISH())
        self.prepared(53)
        self.call("together", after(54))

    def prepared(self, day: int) -> a.MeetingView:
        meeting = self.call("begin_meeting", after(day))
        for heading in a.TogetherHeading:
            meeting = self.call("save_line", after(day), meeting.id, a.LineDraft(id=None, heading=heading, text=f"About the {MARK}."))
        meeting = self.call("move_meeting", after(day), meeting.id, a.MeetingMove.CHOOSE())
        for part in meeting.headings[:2]:
            meeting = self.call("choose_line", after(day), meeting.id, part.lines[0].id, None)
        return meeting

    def others(self):
        """The ledger, the circle and questions for a first session."""
        ctx = after(55)
        for whose, done_by in ((a.Whose.THEIRS, a.DoneBy.ME), (a.Whose.MINE, a.DoneBy.NOBODY)):
            self.call("save_ledger_entry", ctx, a.LedgerDraft(id=None, day=self.today(55), whose=whose, done_by=done_by, what="The bills", note=None))
        for love, name in ((a.LoveKind.FRIENDS, "The choir"), (a.LoveKind.PARTNER, f"My {MARK}")):
            view = self.call("save_source", ctx, a.SourceDraft(id=None, name=name, love=love, gives=[a.Gift.FUN]))
            source = next(source for source in view.sources if source.name == name)
            self.call("log_contact", ctx, source.id, self.today(55))
        for question in of_file("support.v1.json")["questions"]:
            self.call("tick_question", ctx, question["id"], True)
        self.call("save_own_question", ctx, None, "Do you have evenings?")
        self.insights = [card.id for card in self.call("insights", AFTER).cards]

    def own_reminders(self):
        ctx = AFTER
        self.call("view", ctx, owner="Reminders")
        self.call("replan", ctx, a.Platform.ANDROID, a.NotificationPermission.GRANTED, owner="Reminders")

    def values(self) -> exported.Values:
        known = [entry["id"] for name, key in (
            ("practices.v1.json", "practices"), ("learn.v1.json", "cards"), ("patterns.v1.json", "patterns"),
            ("scripts.v1.json", "lines"), ("support.v1.json", "questions"),
        ) for entry in of_file(name)[key]]
        days = ["2027-01-22", "2027-01-21", "2027-01-23", "2027-01-18"]
        simple = {
            "NowContext": [AFTER],
            "Clock": [clock(60)],
            "CivilDate": days,
            "CivilTime": ["10:00", "20:00"],
            "Month": ["2026-11", "2027-01"],
            "String": ["words"],
            "Boolean": [True, False],
            "Int32": [2],
            "UInt32": [1, 0],
            "UInt64": [1],
            "Int64": [AFTER.now + 3_600_000],
            "Float64": [1.5],
            "Bytes": [bytes([7]) * 32],
        }
        named = {
            "id": ["body-scan", *known],
            "practice": ["body-scan", *known],
            "script_text.line": ["pause", *known],
            "fills": [["a day"]],
            "feelings": [["calm"], []],
            "answer_safety.answers": [NOS, [a.SafetyAnswer.YES] * 5],
            "leave_care_mode.answers": [[a.SafetyAnswer.YES] * 5],
            "annotate_check_in.day": ["2026-12-01"],
            "answer_check.run": self.open_runs,
            "resume_check.run": self.open_runs,
            "review_check.run": self.open_runs,
            "insight_seen.id": self.insights,
            "SummaryChoice.from": ["2026-11-23"],
            "SummaryChoice.agreements": [[], self.seen["AgreementId"]],
            "SummaryChoice.runs": [self.seen_runs],
            "SummaryChoice.entries": [[]],
            "RuleDraft.times": [[a.SlotTime.AT(at="10:00")]],
            "RuleDraft.ends_on": [None],
            "RuleDraft.starts_on": [None],
            "RuleDraft.grace_min": [180],
            "RuleDraft.nudge_after_min": [None],
            "RuleDraft.repeat": [a.Repeat.EVERY_DAY(), a.Repeat.ONCE(on="2027-03-01")],
            "LedgerDraft.id": [None, *self.seen["LedgerEntryId"]],
            "prompt": ["felt-good", "for-who-they-are", None],
            "form": [None, "thought-record"],
            "TapAnswer.item": ["mood"],
            "PulseAnswer.item": ["P1"],
            "ItemAnswer.item": [self.first_item],
            "step": [0, 1],
            "set_passphrase.current": [None],
            "set_passphrase.new": ["a heron by the river at dawn"],
        }
        return exported.Values(self.api, self.seen, simple, named)
