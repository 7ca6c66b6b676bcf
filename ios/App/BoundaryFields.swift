// What a person puts in on the way through one use of a boundary: what the body says, the limit,
// the words for it, and how it felt afterwards. Nothing of it is sent anywhere.

import AmpersandKit
import SwiftUI

extension BoundaryUseModel {
    /// A field over the model's text. The stroke is taken before the setter returns.
    func typed(_ field: WritableKeyPath<BoundaryForm, String> & Sendable) -> Binding<String> {
        Binding(
            get: { @MainActor in self.state.form[keyPath: field] },
            set: { @MainActor text in self.take { $0[keyPath: field] = text } })
    }
}

/// What was noticed: body, good or bad, and whether it fits.
struct NoticeFields: View {
    let trainer: BoundaryUseModel
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.boundaryBodyTitle) {
            WordsField(title: texts.boundaryBody, hint: texts.boundaryBodyHint, text: trainer.typed(\.body))
        }
        Card(title: texts.boundarySignTitle) {
            ForEach(BodySign.offered, id: \.self) { sign in
                Choice(title: texts.words(for: sign), isChosen: trainer.state.form.sign == sign) {
                    // A second tap takes it back: it may be left out.
                    trainer.take { $0.sign = $0.sign == sign ? nil : sign }
                }
            }
        }
        .privacySensitive()
        Card(title: texts.boundaryValuesTitle) {
            ForEach(YesNoUnsure.offered, id: \.self) { fits in
                Choice(title: texts.words(for: fits), isChosen: trainer.state.form.fitsValues == fits) {
                    trainer.take { $0.fitsValues = $0.fitsValues == fits ? nil : fits }
                }
            }
        }
        .privacySensitive()
    }
}

/// The limit in own words, or one that is there already.
struct LimitFields: View {
    let trainer: BoundaryUseModel
    let use: UseView
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.boundaryLimitKind) {
            ForEach(BoundaryKind.offered, id: \.self) { kind in
                Choice(title: texts.words(for: kind), isChosen: trainer.state.form.kind == kind) {
                    trainer.take { $0.kind = kind }
                }
            }
        }
        .privacySensitive()
        Card {
            WordsField(title: texts.boundaryLimit, hint: texts.boundaryLimitHint, text: trainer.typed(\.limit))
        }
        Card(title: texts.boundaryBelongsTitle) {
            ForEach(Belongs.offered, id: \.self) { belongs in
                Choice(title: texts.words(for: belongs), isChosen: trainer.state.form.belongs == belongs) {
                    trainer.take { $0.belongs = belongs }
                }
            }
        }
        .privacySensitive()
        if !use.limits.isEmpty {
            Card(title: texts.boundaryLimitReuse) {
                ForEach(use.limits, id: \.id) { limit in
                    Choice(title: limit.limit, detail: texts.words(for: limit.kind), isChosen: false) {
                        Task { await trainer.send(.useLimit(limit.id)) }
                    }
                }
            }
            .privacySensitive()
        }
    }
}

/// The words: a line with blanks to fill in, or one's own, and with whom to begin.
struct ScriptFields: View {
    let trainer: BoundaryUseModel
    let use: UseView
    @Environment(\.texts) private var texts

    private var form: BoundaryForm { trainer.state.form }

    var body: some View {
        Card(title: texts.boundaryScriptLines) {
            ForEach(use.scriptLines, id: \.id) { line in
                Choice(title: texts.shown(line), isChosen: form.line == line.id) {
                    trainer.take { $0.line = line.id }
                }
                if form.line == line.id {
                    ForEach(line.blanks, id: \.key) { blank in
                        WordsField(title: blank.label, text: fill(blank.key))
                    }
                    PlainButton(title: texts.boundaryScriptFill) {
                        Task { await trainer.send(.fill) }
                    }
                }
            }
        }
        Card {
            WordsField(title: texts.boundaryScript, hint: texts.boundaryScriptHint, text: trainer.typed(\.script))
        }
        Card(title: texts.boundaryRungTitle) {
            ForEach(use.rungs, id: \.self) { rung in
                Choice(title: texts.words(for: rung), isChosen: form.rung == rung) {
                    trainer.take { $0.rung = rung }
                }
            }
            WordsField(title: texts.boundaryPerson, hint: texts.boundaryPersonHint, text: trainer.typed(\.person))
        }
        .privacySensitive()
    }

    private func fill(_ key: String) -> Binding<String> {
        Binding(
            get: { @MainActor in trainer.state.form.fills[key] ?? "" },
            set: { @MainActor text in trainer.take { $0.fills[key] = text } })
    }
}

/// How it is now. Every part may be left out.
struct ReflectFields: View {
    let trainer: BoundaryUseModel
    @Environment(\.texts) private var texts

    private var form: BoundaryForm { trainer.state.form }

    var body: some View {
        Card(title: texts.boundaryRelief) {
            levels(form.relief) { level in trainer.take { $0.relief = level } }
        }
        .privacySensitive()
        Card(title: texts.boundaryGuilt) {
            levels(form.guilt) { level in trainer.take { $0.guilt = level } }
        }
        .privacySensitive()
        Card {
            Toggle(
                texts.boundaryAfraid,
                isOn: Binding(
                    get: { @MainActor in trainer.state.form.isAfraid },
                    set: { @MainActor isSo in trainer.take { $0.isAfraid = isSo } })
            )
            .frame(minHeight: Look.Size.touch)
            .accessibilityHint(texts.boundaryAfraidHint)
            SoftText(texts.boundaryAfraidHint)
                .accessibilityHidden(true)
            WordsField(
                title: texts.boundaryNextStep, hint: texts.boundaryNextStepHint, text: trainer.typed(\.nextStep))
        }
        .privacySensitive()
    }

    /// A second tap takes a level back: each may be left out.
    private func levels(_ chosen: Int32?, set: @escaping @MainActor (Int32?) -> Void) -> some View {
        ForEach(FeelingLevels.offered, id: \.self) { level in
            Choice(
                title: texts.words(forLevel: Double(level)), hint: texts.a11yBoundaryLevelHint,
                isChosen: chosen == level
            ) {
                set(chosen == level ? nil : level)
            }
        }
    }
}
