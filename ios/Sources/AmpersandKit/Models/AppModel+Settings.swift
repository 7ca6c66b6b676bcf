// Home and the settings: read anew when something has changed, saved one choice at a time.

extension AppModel {
    /// The day may have changed, or the settings. While the vault is shut there is nothing to
    /// read, and its screen says so already.
    func refresh() async {
        guard await owner.isOpen else { return }
        do throws(Problem) {
            try await load()
            await check.send(.refresh)
        } catch {
            state.problem = error
        }
    }

    func completeFirstRun(_ name: String) async {
        do throws(Problem) {
            _ = try await owner.completeFirstRun(name: name.isEmpty ? nil : name)
            try await load()
        } catch {
            state.problem = error
        }
    }

    func save(_ change: (inout SettingsForm) -> Void) async {
        guard let settings = state.settings else { return }
        var form = SettingsForm(settings)
        change(&form)
        do throws(Problem) {
            state.settings = try await owner.save(form.settings)
            state.home = try await owner.home(at: time.now())
            state.justSaved = true
        } catch {
            state.problem = error
        }
    }

    func choose(_ baseline: BaselineChoice) async {
        do throws(Problem) {
            state.settings = try await owner.choose(baseline: baseline)
            state.justSaved = true
        } catch {
            state.problem = error
        }
    }
}
