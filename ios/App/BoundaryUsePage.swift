// One use of a boundary: a walk of small pages, one thing each. Every one may be the last; what was
// put in so far is kept.

import AmpersandKit
import SwiftUI

struct BoundaryUsePage: View {
    /// None is one that is just beginning.
    let id: BoundaryUseId?
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @Environment(\.dismiss) private var dismiss
    /// The one that was begun on this page.
    @State private var begun: BoundaryUseId?
    @State private var asksToDelete = false
    @AccessibilityFocusState private var isOnQuestion: Bool

    private var trainer: BoundaryUseModel { model.boundaryUse }

    /// What is shown is this one, and not the one of a page below.
    private var use: UseView? { trainer.state.use.flatMap { $0.id == id ?? begun ? $0 : nil } }

    var body: some View {
        Page {
            if let use {
                Text(title(of: use))
                    .font(.title2)
                    .bold()
                    .accessibilityAddTraits(.isHeader)
                    .accessibilityFocused($isOnQuestion)
                if let offer = use.safety {
                    SafetyOfferCard(offer: offer) { await trainer.send(.dismissSafety) }
                }
                step(of: use)
                soFar(use)
                PlainButton(title: texts.boundaryDelete) { asksToDelete = true }
            } else if trainer.state.isNew {
                NoticeFields(trainer: trainer)
            } else if !trainer.state.isDeleted {
                LoadingView()
            }
        } bottom: {
            bottom
        }
        .navigationTitle(texts.areaBd)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .motion(on: trainer.state.use?.state)
        // A screen reader goes on with the page.
        .onChange(of: trainer.state.use?.state) { _, _ in isOnQuestion = true }
        .sensoryFeedback(.selection, trigger: trainer.state.use?.state)
        .task(id: id) {
            await trainer.send((id ?? begun).map { .open($0) } ?? .begin)
        }
        .onChange(of: trainer.state.use?.id) { _, shown in
            if id == nil, begun == nil { begun = shown }
        }
        .onDisappear {
            Task {
                await trainer.send(.close)
                await model.boundaries.send(.load)
                await model.send(.refresh)
            }
        }
        .onChange(of: trainer.state.isDeleted) { _, isDeleted in
            if isDeleted { dismiss() }
        }
        .alert(for: trainer.state.problem) {
            Task { await trainer.send(.dismissProblem) }
        }
        .confirmationDialog(texts.boundaryDeleteTitle, isPresented: $asksToDelete, titleVisibility: .visible) {
            Button(texts.boundaryDeleteConfirm, role: .destructive) { send(.delete) }
            Button(texts.boundaryDeleteCancel, role: .cancel) {}
        } message: {
            Text(texts.boundaryDeleteBody)
        }
    }

    /// What the page asks, by what is open; a use that is done says where it stands.
    private func title(of use: UseView) -> String {
        switch use.state {
        case .noticed: texts.boundaryLimitTitle
        case .limitNamed: texts.boundaryScriptTitle
        case .scriptReady: texts.boundarySayTitle
        case .said: texts.boundaryAnswerTitle
        case .notSaid, .respected, .negotiated, .ignored: texts.boundaryReflectTitle
        case .reflected: texts.boundaryReflectedBody
        }
    }

    @ViewBuilder private func step(of use: UseView) -> some View {
        switch use.state {
        case .noticed: LimitFields(trainer: trainer, use: use)
        case .limitNamed: ScriptFields(trainer: trainer, use: use)
        case .scriptReady:
            PlainButton(title: texts.boundaryNotSay) { send(.notSay) }
        case .said:
            Card {
                ForEach(BoundaryAnswer.offered, id: \.self) { answer in
                    Choice(title: texts.words(for: answer), isChosen: false) { send(.answer(answer)) }
                }
            }
        case .notSaid:
            Text(texts.boundaryNotSaidNote)
            ReflectFields(trainer: trainer)
        case .respected, .negotiated, .ignored: ReflectFields(trainer: trainer)
        case .reflected: EmptyView()
        }
    }

    @ViewBuilder private var bottom: some View {
        if trainer.state.isNew {
            FilledButton(title: texts.boundaryKeep) { send(.notice) }
                .disabled(trainer.state.isBusy)
        } else if let use {
            main(use)
            if use.moves.isEmpty {
                FilledButton(title: texts.commonClose) { dismiss() }
            } else {
                PlainButton(title: texts.boundaryLeave, hint: texts.boundaryLeaveNote) { dismiss() }
            }
        }
    }

    @ViewBuilder private func main(_ use: UseView) -> some View {
        switch use.state {
        case .noticed: go(.nameLimit, isOpen: trainer.state.form.kind != nil && trainer.state.form.belongs != nil)
        case .limitNamed: go(.readyScript, isOpen: trainer.state.form.rung != nil)
        case .scriptReady:
            FilledButton(title: texts.boundarySay) { send(.say) }
                .disabled(trainer.state.isBusy)
        case .notSaid, .respected, .negotiated, .ignored: go(.reflect, isOpen: true)
        case .said, .reflected: EmptyView()
        }
    }

    private func go(_ action: BoundaryUseModel.Action, isOpen: Bool) -> some View {
        FilledButton(title: texts.boundaryKeep) { send(action) }
            .disabled(trainer.state.isBusy || !isOpen)
    }

    /// What this use holds so far.
    @ViewBuilder private func soFar(_ use: UseView) -> some View {
        Card(title: texts.boundaryRow(day: days.day(use.beganOn), state: texts.words(for: use.state))) {
            if let body = use.body {
                Text(body)
            }
            if let boundary = use.boundary {
                LimitLines(limit: boundary)
            }
            if let script = use.script {
                Text(script)
            }
            if let rung = use.rung {
                SoftText(texts.words(for: rung))
            }
            if let person = use.person {
                SoftText(person)
            }
            if let relief = use.relief {
                level(texts.boundaryRelief, relief)
            }
            if let guilt = use.guilt {
                level(texts.boundaryGuilt, guilt)
            }
            if let next = use.nextStep {
                Text(next)
            }
        }
        .privacySensitive()
    }

    private func level(_ title: String, _ level: Int32) -> some View {
        HStack {
            SoftText(title)
            Text(texts.words(forLevel: Double(level)))
        }
        .accessibilityElement(children: .combine)
    }

    private func send(_ action: BoundaryUseModel.Action) {
        Task { await trainer.send(action) }
    }
}
