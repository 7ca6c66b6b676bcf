/**
 * Reminders: the list, their settings, making and changing one, and what other screens show of them. Every change is told to the system through the
 * port; which reminder comes when is never worked out here.
 */
package app.ampersand.ui

import app.ampersand.core.AmpersandException
import app.ampersand.core.NotificationPermission
import app.ampersand.core.ReminderKind
import app.ampersand.core.RemindersInterface
import app.ampersand.core.RemindersView
import app.ampersand.core.RuleDraft
import app.ampersand.core.RuleId
import app.ampersand.core.RuleLabel
import app.ampersand.core.RulePreview
import app.ampersand.core.RuleView
import app.ampersand.core.VaultInterface

internal class ReminderSteps(private val ground: Ground, private val door: Door) {
    /** Counts the previews that were asked for: only the newest is shown. */
    private var asked = 0L

    private var reminders: ReminderState
        get() = ground.state.reminders
        set(value) {
            ground.state = ground.state.copy(reminders = value)
        }

    fun handle(action: ReminderAction) {
        when (action) {
            is ReminderAction.Enable -> change { it.enableRule(ground.now(), action.rule, action.on) }
            is ReminderAction.BringBack -> change(Said.ReminderBroughtBack) { it.resumeRule(ground.now(), action.rule) }
            ReminderAction.SeenMissed -> change { it.seenMissed(ground.now()) }
            is ReminderAction.Done -> change { it.complete(ground.now(), action.rule, action.day, null) }
            ReminderAction.AllowNotifications -> door.port.askPermission { permitted(it) }
            ReminderAction.OpenExactSettings -> door.port.openExactSettings()
            ReminderAction.StartOver -> ground.desk.ask({ door.startRemindersOver(ground.now()) }) {
                reminders = ReminderState(permission = reminders.permission, exact = reminders.exact)
                changed(Said.RemindersStartedOver)
            }
            is ReminderAction.TakeUp -> save(action.draft, null) { changed(Said.ReminderSaved) }
            is ReminderAction.Choices -> {
                reminders = reminders.run { copy(choices = choices?.copy(form = action.form)) }
                previewChoices()
            }
            ReminderAction.SaveChoices -> saveChoices()
            is ReminderAction.First -> reminders = reminders.copy(first = action.time, firstOther = action.other)
        }
    }

    fun handle(action: RuleAction) {
        when (action) {
            is RuleAction.Open -> ground.way.go(Place.Rule(action.rule))
            is RuleAction.Kind -> reminders.rule?.let { now ->
                // another kind begins with its own times, but for what was changed by hand
                val untouched = now.form == newRuleForm(now.form.kind, today()).copy(label = now.form.label)
                form(if (untouched) newRuleForm(action.kind, today()).copy(label = now.form.label) else now.form.copy(kind = action.kind))
            }
            is RuleAction.Change -> form(action.form)
            RuleAction.Save -> saveRule()
            RuleAction.AskDelete -> reminders = reminders.run { copy(rule = rule?.copy(deleting = true)) }
            RuleAction.CancelDelete -> reminders = reminders.run { copy(rule = rule?.copy(deleting = false)) }
            RuleAction.ConfirmDelete -> delete()
        }
    }

    // --- reading -----------------------------------------------------------------------------------------------------------------------

    /** What is read of them at one go; [view] null where their file is damaged. */
    private class Read(val view: RemindersView?, val labels: List<RuleLabel>)

    private fun read(vault: VaultInterface): Read {
        val labels = vault.ruleLabels()
        return try {
            Read(door.reminders().view(ground.now()), labels)
        } catch (e: AmpersandException.Storage) {
            if (e.code == DAMAGED) Read(null, labels) else throw e
        }
    }

    private fun took(read: Read) {
        reminders = reminders.copy(
            view = read.view,
            labels = named(read.labels),
            damaged = read.view == null,
            permission = door.port.permission(),
            exact = door.port.exact(),
        )
    }

    fun named(labels: List<RuleLabel>): Map<RuleId, String> = labels.associate { it.rule to it.label }

    fun load() = ground.desk.load(::read) { took(it) }

    fun loadRule(id: RuleId?) {
        if (reminders.rule?.form?.id == id && reminders.rule != null) return preview()
        ground.desk.load({ read(it) to it.home(ground.now()).day }) { (read, today) ->
            took(read)
            val view = read.view ?: return@load ground.way.swap(Place.Rule(id), Place.Reminders)
            val known = view.rules.find { it.id == id }
            if (id != null && known == null) return@load ground.failed(Trouble(TroubleKind.NO_SUCH_RULE))
            form(known?.let { ruleForm(it, reminders.labels[it.id], today) } ?: newRuleForm(first(view), today))
        }
    }

    /** What a new one is for until the person says otherwise: the one that everybody may want, while it is not there. */
    private fun first(view: RemindersView) =
        if (view.rules.none { it.kind == ReminderKind.DAILY_CHECK_IN }) ReminderKind.DAILY_CHECK_IN else ReminderKind.CUSTOM

    fun loadChoices() {
        ground.desk.load(::read) { read ->
            took(read)
            val view = read.view ?: return@load ground.way.swap(Place.ReminderSettings, Place.Reminders)
            if (reminders.choices == null) reminders = reminders.copy(choices = ChoicesState(choicesForm(view.settings)))
            previewChoices()
        }
    }

    /** The system may have been told something else while the app was away. */
    fun lookAgain() {
        if (reminders.permission != null) reminders = reminders.copy(permission = door.port.permission(), exact = door.port.exact())
    }

    /** What was filled in is not waited for on another page. */
    fun leaveIfGone() {
        val places = ground.state.places
        if (reminders.rule != null && places.none { it is Place.Rule }) reminders = reminders.copy(rule = null)
        if (reminders.choices != null && Place.ReminderSettings !in places) reminders = reminders.copy(choices = null)
    }

    private fun today() = ground.state.home?.day ?: reminders.rule?.form?.days?.day.orEmpty()

    // --- changing ----------------------------------------------------------------------------------------------------------------------

    private fun change(said: Said? = null, how: (RemindersInterface) -> Unit) = ground.desk.ask({ how(door.reminders()) }) { changed(said) }

    private fun changed(said: Said?) {
        if (said != null) ground.state = ground.state.copy(said = said)
        door.port.changed()
        ground.way.reload()
    }

    /** The system is asked the first time somebody sets one, when it is plain what for. */
    private fun permitFirst() {
        if (door.port.permission() == NotificationPermission.DENIED) door.port.askPermission { permitted(it) }
    }

    private fun permitted(permission: NotificationPermission) {
        reminders = reminders.copy(permission = permission)
        door.port.changed()
    }

    private fun save(draft: RuleDraft, label: String?, refused: (Trouble) -> Boolean = { false }, then: (RuleView) -> Unit) {
        ground.desk.ask(
            question = { vault ->
                val isFirst = door.reminders().view(ground.now()).rules.isEmpty()
                val rule = door.reminders().saveRule(ground.now(), draft)
                if (label != null) vault.saveRuleLabel(rule.id, label)
                isFirst to rule
            },
            refused = refused,
        ) { (isFirst, rule) ->
            then(rule)
            if (isFirst) permitFirst()
        }
    }

    // --- one of them -------------------------------------------------------------------------------------------------------------------

    private fun form(form: RuleForm) {
        reminders = reminders.copy(rule = RuleState(form, reminders.rule?.preview))
        preview()
    }

    private fun preview() {
        val now = reminders.rule ?: return
        preview({ it.previewRule(ground.now(), now.form.draft()) }) { preview, refused ->
            reminders = reminders.run { copy(rule = rule?.takeIf { it.form == now.form }?.copy(preview = preview ?: rule.preview, refused = refused) ?: rule) }
        }
    }

    private fun previewChoices() {
        val now = reminders.choices ?: return
        preview({ it.previewSettings(ground.now(), now.form.choices()) }) { preview, refused ->
            reminders = reminders.run { copy(choices = choices?.takeIf { it.form == now.form }?.copy(preview = preview ?: choices.preview, refused = refused) ?: choices) }
        }
    }

    /** Beside everything else: nobody waits for it, and only the newest counts. */
    private fun preview(question: (RemindersInterface) -> RulePreview, answered: (RulePreview?, Trouble?) -> Unit) {
        asked += 1
        val number = asked
        ground.desk.beside({ question(door.reminders()) }) { outcome ->
            if (number == asked) outcome.fold({ answered(it, null) }, { answered(null, it) })
        }
    }

    private fun saveRule() {
        val now = reminders.rule ?: return
        val label = now.form.label.trim().takeIf { now.form.kind == ReminderKind.CUSTOM || now.form.id in reminders.labels }
        save(now.form.draft(), label, refused = { trouble -> said(trouble) }) {
            reminders = reminders.copy(rule = null)
            if (ground.state.place is Place.Rule) ground.way.back()
            changed(Said.ReminderSaved)
        }
    }

    /** Why it was refused stands on the page, where the preview does. */
    private fun said(trouble: Trouble): Boolean {
        reminders = reminders.run { copy(rule = rule?.copy(refused = trouble)) }
        return false
    }

    private fun delete() {
        val id = reminders.rule?.form?.id ?: return
        ground.desk.ask({ vault ->
            door.reminders().deleteRule(ground.now(), id)
            vault.saveRuleLabel(id, null)
        }) {
            reminders = reminders.copy(rule = null)
            if (ground.state.place is Place.Rule) ground.way.back()
            changed(Said.ReminderDeleted)
        }
    }

    private fun saveChoices() {
        val now = reminders.choices ?: return
        ground.desk.ask({ door.reminders().saveSettings(ground.now(), now.form.choices()) }) {
            reminders = reminders.copy(choices = null)
            if (ground.state.place == Place.ReminderSettings) ground.way.back()
            changed(Said.ReminderSettingsSaved)
        }
    }

    // --- the first run -----------------------------------------------------------------------------------------------------------------

    /** Sets the first one, if the person wants it, and then goes on; refused, the person stays where they can change it. */
    fun first(then: () -> Unit) {
        val time = reminders.first ?: return then()
        val draft = newRuleForm(ReminderKind.DAILY_CHECK_IN, "").copy(times = listOf(TimeForm(time))).draft()
        save(draft, null) {
            reminders = reminders.copy(first = null, firstOther = false)
            door.port.changed()
            then()
        }
    }

    private companion object {
        const val DAMAGED = "damaged"
    }
}
