// The journal on the first screen: what was begun, a question for today, and how the last days
// were. Nothing here counts down or can be lost.

import AmpersandKit
import SwiftUI

struct TodayJournalCard: View {
    let journal: JournalHome
    @Binding var place: Place
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        if let draft = journal.openDrafts.first {
            Card(title: texts.todayJournalDraftTitle) {
                Text(texts.todayJournalDraftBody(day: days.day(draft.day)))
                PlainButton(title: texts.todayJournalDraftAction) {
                    Task { await model.editor.send(.resume(draft.id)) }
                }
            }
        }
        Card(title: texts.todayJournalTitle) {
            if let last = journal.last {
                Text(texts.todayJournalDays(days: Int(journal.daysWritten), of: Int(journal.ofDays)))
                SoftText(texts.todayJournalLast(day: days.day(last.day)))
            } else {
                Text(texts.todayJournalFirstBody)
            }
            PlainButton(title: texts.todayJournalAction) { begin(prompt: nil) }
            PlainButton(title: texts.todayJournalOpen) { place = .journal }
        }
        if let prompt = journal.prompt {
            Card(title: texts.todayPromptTitle) {
                Text(prompt.text)
                PlainButton(title: texts.todayPromptAction) { begin(prompt: prompt.id) }
            }
        }
    }

    private func begin(prompt: String?) {
        Task { await model.editor.send(.begin(NewEntry(day: nil, prompt: prompt, form: nil))) }
    }
}
