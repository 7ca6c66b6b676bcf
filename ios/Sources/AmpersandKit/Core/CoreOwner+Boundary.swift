// The owner's calls for boundaries. Every call is one delegation to the core, which alone knows
// which move is open.

import AmpersandCore

extension CoreOwner {
    /// The limits, what is open, what came of it by kind.
    public func boundaries(at now: NowContext) throws(Problem) -> BoundariesView {
        try inVault { try $0.boundaries(ctx: now) }
    }

    public func boundaryUse(_ id: BoundaryUseId, at now: NowContext) throws(Problem) -> UseView {
        try inVault { try $0.boundaryUse(ctx: now, id: id) }
    }

    /// The first state: something was noticed.
    public func notice(_ noticed: Noticed, at now: NowContext) throws(Problem) -> UseView {
        try inVault { try $0.noticeBoundary(ctx: now, noticed: noticed) }
    }

    /// Refused where the state does not lead there; then nothing changes.
    public func move(_ id: BoundaryUseId, _ move: BoundaryMove, at now: NowContext) throws(Problem) -> UseView {
        try inVault { try $0.moveBoundary(ctx: now, id: id, made: move) }
    }

    public func delete(use id: BoundaryUseId) throws(Problem) -> BoundariesView {
        try inVault { try $0.deleteBoundaryUse(id: id) }
    }

    /// A limit out of the list, or back into it. Its uses stay.
    public func putAway(_ id: BoundaryId, _ away: Bool) throws(Problem) -> BoundariesView {
        try inVault { try $0.putAwayBoundary(id: id, away: away) }
    }

    public func dismissSafetyOffer() throws(Problem) {
        try inVault { try $0.dismissSafetyOffer() }
    }

    /// A script line with the person's own words in its blanks. Nothing of it is kept.
    public func script(_ line: String, filledWith fills: [String]) throws(Problem) -> String {
        try inVault { try $0.scriptText(line: line, fills: fills) }
    }
}
