// How the vault comes to be open, how it is shut again, and what happens while the app is out
// of sight.

extension AppModel {
    // MARK: Opening

    func open() async {
        if await owner.isOpen, state.phase == .ready || state.phase == .firstRun { return }
        state.phase = .opening
        state.problem = nil
        do throws(Problem) {
            try await owner.finishErasing()
            // Before anything is unlocked: the reminders have no key, and come in time all the same.
            await keeper.replan()
            switch try await owner.presence() {
            case .absent: try await opening.create()
            case .present, .incomplete:
                if try await owner.lockState(at: time.clock).passphrase {
                    state.phase = .asksPassphrase
                    return
                }
                try await opening.open(passphrase: nil)
            }
            try await load()
        } catch {
            state.phase = phase(for: error)
        }
    }

    /// A wrong passphrase, or a wait, leaves the lock screen up; it says which.
    func unlock(_ passphrase: String) async {
        do throws(Problem) {
            try await lock.unlock(passphrase)
            try await load()
        } catch .locked("wrong_passphrase"), .locked("wait"), .locked("passphrase_needed") {
            state.phase = .asksPassphrase
        } catch {
            recovery.passphrase = passphrase
            state.phase = phase(for: error)
        }
    }

    private func phase(for problem: Problem) -> Phase {
        switch problem {
        case .keyLost: .keyLost
        case .locked("passphrase_needed"): .asksPassphrase
        case .locked, .keyUnavailable: .locked(problem)
        case .invalidInput, .notFound, .conflict, .storage, .tooNew, .fault, .folderUnprotected:
            .failed(problem)
        }
    }

    func load() async throws(Problem) {
        let home = try await owner.home(at: time.now())
        let isOtherCare = state.home.map { $0.careMode != home.careMode } ?? false
        state.settings = try await owner.settings()
        state.home = home
        if isOtherCare { await careModeChanged() }
        state.phase = home.firstRun ? .firstRun : .ready
        recovery.forget()
        await editor.send(.recall)
        await followTapped()
    }

    /// Nothing that care mode leaves out stays on a page that was read before, and the phone is
    /// told which reminders rest or are back.
    private func careModeChanged() async {
        await keeper.replan()
        if practices.state.view != nil { await practices.send(.load) }
        if learn.state.view != nil { await learn.send(.load) }
        if boundaries.state.view != nil { await boundaries.send(.load) }
        await practice.send(.refresh)
        await boundaryUse.send(.refresh)
        // Their pages are left, and read anew when they are opened again.
        together.forget()
        ledger.forget()
        circle.forget()
        support.forget()
    }

    // MARK: Shutting

    func lockNow() async {
        await editor.send(.keep)
        await checkIn.send(.keep)
        await pulse.send(.keep)
        await together.send(.keep)
        do throws(Problem) {
            try await owner.lock()
        } catch {
            state.problem = error
        }
        await shut()
    }

    /// For good. Whatever was still to be kept goes as well: that is what was asked for.
    func eraseEverything() async {
        do throws(Problem) {
            try await opening.erase()
            await keeper.clear()
            forget()
            editor.forgetUnkept()
            checkIn.forgetUnsaved()
            pulse.forgetUnsaved()
            practice.forgetUnsaved()
            boundaryUse.forgetUnsaved()
            together.forgetUnsaved()
            ledger.forgetUnsaved()
            circle.forgetUnsaved()
            support.forgetUnsaved()
            tapped = nil
            state.way = nil
            state.phase = .erased
        } catch {
            forget()
            state.phase = .failed(error)
        }
    }

    /// The screen of a shut vault, with nothing left in memory that it must not show.
    private func shut() async {
        forget()
        let asks = try? await owner.lockState(at: time.clock).passphrase
        state.phase = asks == true ? .asksPassphrase : .locked(.locked(code: "locked"))
    }

    private func forget() {
        state.home = nil
        state.settings = nil
        check.forget()
        safety.forget()
        journal.forget()
        editor.forget()
        entry.forget()
        history.forget()
        trash.forget()
        search.forget()
        lock.forget()
        passphrase.forget()
        upkeep.forget()
        checkIn.forget()
        pulse.forget()
        reminders.forget()
        ruleEditor.forget()
        practices.forget()
        practice.forget()
        learn.forget()
        boundaries.forget()
        boundaryUse.forget()
        together.forget()
        ledger.forget()
        circle.forget()
        support.forget()
        insights.forget()
    }

    // MARK: Out of sight

    /// Every word is kept first: from then on the core may lock itself at any moment.
    func wentAway() async {
        state.isAway = true
        await check.send(.enteredBackground)
        await editor.send(.keep)
        await checkIn.send(.keep)
        await pulse.send(.keep)
        await together.send(.keep)
        await upkeep.send(.stop)
        guard await owner.isOpen else { return }
        do throws(Problem) {
            try await owner.wentAway(at: time.clock)
        } catch {
            state.problem = error
        }
    }

    func cameBack() async {
        await check.send(.becameActive)
        if await owner.isOpen {
            do throws(Problem) {
                if try await owner.cameBack(at: time.clock) { await shut() }
            } catch .locked {
                await shut()
            } catch {
                state.problem = error
            }
        }
        await keeper.replan()
        state.isAway = false
        await send(.refresh)
    }
}
