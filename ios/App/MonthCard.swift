// A month of the journal: its days as a strip that is told in words as well, and the ways to
// the months before and after.

import AmpersandKit
import SwiftUI

struct MonthCard: View {
    let journal: JournalModel
    let view: JournalView
    @Binding var path: [JournalPlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var isList = false

    var body: some View {
        let month = days.month(view.month)
        Card(title: month) {
            Text(texts.journalMonthDays(days: view.daysWritten, of: view.days.count))
            if isList {
                ForEach(view.days.filter { $0.entries > 0 }, id: \.day) { day in
                    PlainButton(title: texts.words(for: day, days: days), hint: texts.a11yDayHint) { open(day) }
                }
            } else {
                strip
                    .accessibilityElement(children: .contain)
                    .accessibilityLabel(texts.a11yMonthStrip(month: month))
            }
            PlainButton(title: isList ? texts.journalMonthStrip : texts.journalMonthList) { isList.toggle() }
            // Side by side where there is room, one below the other in large type.
            ViewThatFits(in: .horizontal) {
                HStack { ways }
                VStack(alignment: .leading) { ways }
            }
        }
    }

    private var strip: some View {
        LazyVGrid(
            columns: [GridItem(.adaptive(minimum: Look.Size.touch), spacing: Look.Size.step)],
            spacing: Look.Size.step
        ) {
            ForEach(view.days, id: \.day) { day in
                DayCell(day: day, isToday: day.day == view.today) { open(day) }
            }
        }
    }

    @ViewBuilder private var ways: some View {
        if let earlier = view.earlier {
            PlainButton(title: texts.journalEarlier(month: days.month(earlier))) {
                Task { await journal.send(.earlier) }
            }
        }
        Spacer(minLength: 0)
        if let later = view.later {
            PlainButton(title: texts.journalLater(month: days.month(later))) {
                Task { await journal.send(.later) }
            }
        }
        if !view.days.contains(where: { $0.day == view.today }) {
            PlainButton(title: texts.journalThisMonth) {
                Task { await journal.send(.today) }
            }
        }
    }

    /// The entries of one day, found by the search: it knows all of them, however long the month.
    private func open(_ day: MonthDay) {
        path.append(.search)
        Task {
            await model.search.send(.clear)
            await model.search.send(.add(.from(day.day)))
            await model.search.send(.add(.to(day.day)))
        }
    }
}

/// One day of the strip: filled where something was written, with a ring around today.
private struct DayCell: View {
    let day: MonthDay
    let isToday: Bool
    let action: @MainActor () -> Void
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @Environment(\.palette) private var palette

    private var isWritten: Bool { day.entries > 0 }

    var body: some View {
        Button(action: action) {
            Text(days.dayNumber(day.day))
                .monospacedDigit()
                .bold(isWritten)
                .frame(maxWidth: .infinity, minHeight: Look.Size.touch)
                .foregroundStyle(isWritten ? palette.onPrimaryContainer : palette.softInk)
                .background(
                    isWritten ? palette.primaryContainer : palette.background,
                    in: RoundedRectangle(cornerRadius: Look.Size.step * 2)
                )
                .overlay {
                    RoundedRectangle(cornerRadius: Look.Size.step * 2)
                        .strokeBorder(isToday ? palette.primary : palette.background, lineWidth: isToday ? 2 : 0)
                }
        }
        .buttonStyle(.plain)
        .disabled(!isWritten)
        .accessibilityLabel(texts.words(for: day, days: days))
        .accessibilityHint(isWritten ? texts.a11yDayHint : "")
    }
}
