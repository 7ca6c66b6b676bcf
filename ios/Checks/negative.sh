#!/bin/bash
# Proves that the declarations catch mistakes: breaks a copy of App/ in one place at a time,
# and expects the compiler to complain about that file, in those words.
#
#   negative.sh MODULES    (inside the Swift root, after the build; MODULES is the folder
#                           with its .swiftmodule files, <scratch path>/debug/Modules)
set -euo pipefail
modules=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Only the broken file is checked to the end; of the others the declarations are read.
typecheck() {
    local primary=$work/App/$1 others=() file
    for file in "$work"/App/*.swift; do
        [ "$file" = "$primary" ] || others+=("$file")
    done
    swiftc -frontend -typecheck -swift-version 6 -parse-as-library -module-name AppCheck -I "$modules" \
        -Xcc "-fmodule-map-file=$PWD/Sources/AmpersandFFI/module.modulemap" \
        -primary-file "$primary" "${others[@]}" >"$work/log" 2>&1
}

bad=0
caught=0
# broken NAME FILE SED WORDS
broken() {
    rm -rf "$work/App"
    cp -r App "$work/App"
    sed -i "$3" "$work/App/$2"
    if cmp -s "App/$2" "$work/App/$2"; then
        echo "BROKEN CASE  $1: nothing was changed" && bad=1
    elif typecheck "$2"; then
        echo "NOT CAUGHT   $1" && bad=1
    elif grep -q "/$2:[0-9:]* error: .*$4" "$work/log"; then
        echo "caught       $1: $(grep -om1 "error: .*$4.*" "$work/log")"
        caught=$((caught + 1))
    else
        echo "OTHER ERROR  $1" && grep -m3 'error:' "$work/log" && bad=1
    fi
}

# The unbroken files pass, or the errors below would prove nothing.
cp -r App "$work/App"
for file in QuestionView CheckView ReviewView HelpView SafetyView TodayView RootView SettingsView KeychainKeyStore EditorView EditorDetails UnlockView JournalListView NotificationCentre NotificationResponder BackgroundRefresh AmpersandApp CheckInPage RemindersPage RuleEditorPage ReminderFields PractiseView PracticePage PracticeFields LearnPage BoundariesPage BoundaryUsePage BoundaryFields TodayPracticeCard AgendaPage MeetingPage MeetingParts SummaryPage SeriesPage SeriesChart LedgerPage TodayTogetherCards; do
    typecheck $file.swift || { cat "$work/log"; echo "the unbroken $file does not type-check"; exit 1; }
done

broken "a text that is not in the catalogue" ReviewView.swift 's/reviewTitle/reviewTitel/' "no member 'reviewTitel'"
broken "a text without its number" ReviewView.swift 's/reviewSkipped(n: Int(review.skipped))/reviewSkipped()/' "missing argument for parameter 'n'"
broken "a typo in the model's state" QuestionView.swift 's/state\.draft,/state.draff,/' "no member 'draff'"
broken "an action that does not exist" QuestionView.swift 's/send(\.pause)/send(.paws)/' "no member 'paws'"
broken "an answer without its question" QuestionView.swift 's/\.answer(item: item.id, value: label.value)/.answer(value: label.value)/' "missing argument for parameter 'item'"
broken "a typo in a modifier" QuestionView.swift '0,/privacySensitive/s//privacySensitiv/' "no member 'privacySensitiv'"
broken "a forgotten await" TodayView.swift '0,/await model/s//model/' "is not marked with 'await'"
broken "a step that no screen shows" CheckView.swift '/case \.paused:/d' "must be exhaustive"
broken "a phase that no screen shows" RootView.swift '/case \.keyLost:/d' "must be exhaustive"
broken "a lock that no screen shows" RootView.swift '/case \.asksPassphrase:/d' "must be exhaustive"
broken "a place without a page" JournalListView.swift '/case \.trash: TrashView/d' "must be exhaustive"
broken "a stroke that does not exist" EditorDetails.swift 's/editor\.take(\.removeTag(tag))/editor.take(.dropTag(tag))/' "no member 'dropTag'"
broken "a stroke that waits for the disk" EditorView.swift 's/editor\.take(\.undo)/editor.send(.undo)/' "no member 'undo'"
broken "an unkept text without its reason" EditorView.swift 's/case \.refused(let problem) = /case .refuses(let problem) = /' "no member 'refuses'"
broken "a text editor without a binding" EditorView.swift 's/TextEditor(text: typed(\\\.body) { \.body(\$0) })/TextEditor(text: form.body)/' "Binding<String>"
broken "a passphrase field without a binding" UnlockView.swift 's/SecureField(title, text: \$text)/SecureField(title, text: text)/' "Binding<String>"
broken "a focus that is no state" EditorView.swift 's/\.focused(\$isWriting)/.focused(isWriting)/' "Binding"
broken "a missing argument of an own view" RootView.swift 's/TodayView(place: $place)/TodayView()/' "missing argument for parameter 'place'"
broken "a value where a binding is needed" RootView.swift 's/TodayView(place: $place)/TodayView(place: place)/' "Binding<Place>"
broken "a binding to what cannot be set" SettingsView.swift 's/text: $name/text: model.state.home?.name/' "Binding<String>"
broken "a value where a view is needed" SafetyView.swift 's/^            LoadingView()/            42/' "conform to 'View'"
broken "a wrong type in a view" HelpView.swift 's/Text(line\.name)/Text(line.kind)/' "StringProtocol"
broken "the model read off the main actor" KeychainKeyStore.swift 's/^        var query = item/        let m: AppModel? = nil; _ = m?.state; var query = item/' "actor-isolated"
broken "a secret that is looked into" KeychainKeyStore.swift 's/secret\.withBytes { $0 }/secret.bytes/' "inaccessible"
broken "a notification that is urgent" NotificationCentre.swift 's/\.passive : \.active/.passive : .timeSensitive/' "no member 'timeSensitive'"
broken "a permission nobody was asked for" NotificationCentre.swift 's/\[\.alert, \.sound\]/[.alert, .provisional]/' "no member 'provisional'"
broken "a moment that is no calendar's" NotificationCentre.swift 's/dateMatching: components(of: notice\.moment)/dateMatching: notice.moment/' "DateComponents"
broken "a notification after so many seconds" NotificationCentre.swift 's/UNCalendarNotificationTrigger(dateMatching: .*, repeats: false)/UNTimeIntervalNotificationTrigger(timeInterval: 60, repeats: false)/' "cannot find 'UNTimeIntervalNotificationTrigger'"
broken "a category without its placeholder" NotificationCentre.swift 's/hiddenPreviewsBodyPlaceholder: texts\.reminderSeveralDiscreet/options: []/' "hiddenPreviewsBodyPlaceholder"
broken "a port that is not whole" NotificationCentre.swift 's/func withdraw(_ ids/func withdrew(_ ids/' "does not conform to protocol 'NotificationScheduling'"
broken "an answer that the model does not know" NotificationResponder.swift 's/hear(\.later(id))/hear(.late(id))/' "no member 'late'"
broken "a tap that nobody hears" NotificationResponder.swift 's/didReceive response/didReceived response/' "has different argument labels"
broken "a request for another kind of task" BackgroundRefresh.swift 's/BGAppRefreshTaskRequest/BGProcessingTaskRequest/' "cannot find 'BGProcessingTaskRequest'"
broken "a background task that does not wait" AmpersandApp.swift '/backgroundTask/,/^        }/s/await model/model/' "is not marked with 'await'"
broken "a page behind Today without a screen" TodayView.swift '/case \.reminders: RemindersPage/d' "must be exhaustive"
broken "a way that leads nowhere" TodayView.swift '/case \.today: path = /d' "must be exhaustive"
broken "a rule changed past its editor" RuleEditorPage.swift 's/editor\.take { \$0\.label = label }/editor.state.form?.label = label/' "setter is inaccessible"
broken "days without their fields" ReminderFields.swift '/case \.once(let day):/,+3d' "must be exhaustive"
broken "a page behind Practise without a screen" PractiseView.swift '/case \.patterns: PatternsPage/d' "must be exhaustive"
broken "a way that Practise does not know" PractiseView.swift 's/case \.checkIn, \.pulse, /case .checkIn, /' "must be exhaustive"
broken "a shelf without its picture" PractiseView.swift '/case \.th: /d' "must be exhaustive"
broken "a try past its model" PracticeFields.swift 's/practice\.takeAttempt { \$0\.outcome = outcome }/practice.state.attempt?.outcome = outcome/' "setter is inaccessible"
broken "a field for words without a binding" PracticeFields.swift '0,/text: Binding(/s//text: (/' "Binding<String>"
broken "a practice begun without the core" PracticePage.swift 's/send(\.begin)/send(.start)/' "no member 'start'"
broken "a mark on nothing" LearnPage.swift 's/\.toggle(pattern: pattern\.id)/.toggle(pattern: pattern)/' "cannot convert value of type 'PatternCard'"
broken "a state of a boundary without its page" BoundaryUsePage.swift '/case \.limitNamed: ScriptFields/d' "must be exhaustive"
broken "an answer that nobody gives" BoundaryUsePage.swift 's/send(\.answer(answer))/send(.answer(.forgotten))/' "no member 'forgotten'"
broken "a field of a boundary that is not there" BoundaryFields.swift 's/trainer\.typed(\\\.limit)/trainer.typed(\\.limits)/' "no member 'limits'"
broken "an offer that cannot be sent away" BoundariesPage.swift 's/await boundaries\.send(\.dismissSafety)/boundaries.send(.dismissSafety)/' "is not marked with 'await'"
broken "a card without its practice" TodayPracticeCard.swift 's/lead(to: \.practice(active\.id))/lead(to: .practice)/' "expects argument of type"
broken "a stage of a talk without its page" MeetingPage.swift '/case \.meeting: MeetPart/d' "must be exhaustive"
broken "an agreement past its model" MeetingParts.swift 's/together\.take { \$0\.agreement?\.who = who }/together.state.writing.agreement?.who = who/' "setter is inaccessible"
broken "a move that no talk has" MeetingPage.swift 's/send(\.nextTopic)/send(.lastTopic)/' "no member 'lastTopic'"
broken "a share of what is no text" AgendaPage.swift 's/ShareLink(item: agenda)/ShareLink(item: together)/' "no exact matches"
broken "a way to a talk that Practise does not follow" PractiseView.swift '/case \.agreement(let id): path/d' "must be exhaustive"
broken "a tick on nothing" SummaryPage.swift 's/\.toggleRun(run\.id)/.toggleRun(run)/' "RunSummary"
broken "a chart of what cannot be drawn" SeriesChart.swift 's/texts\.insightChartValue, place\.value)/texts.insightChartValue, place)/' "Plottable"
broken "a mark outside a chart" SeriesChart.swift '0,/Chart {/s//VStack {/' "View"
broken "a range that the core does not draw" SeriesPage.swift 's/InsightRange\.offered/InsightRange.decades/' "no member 'decades'"
broken "a note of the ledger without its day" LedgerPage.swift 's/ledger\.take { \$0\.day = day }/ledger.take { $0.day = nil }/' "nil"
broken "a talk on Today that need not be there" TodayTogetherCards.swift 's/if let together = home\.together {/let together = home.together; if true {/' "optional"
broken "the vault itself on a screen" TodayView.swift 's/^    @Binding var place: Place/    var vault: Vault?\n&/' "cannot find type 'Vault'"

echo "negative checks: $caught caught"
exit $bad
