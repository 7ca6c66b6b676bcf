// The zone's rules, read out of the operating system. This is the one file in which the
// shell reckons with time; it yields data and decides nothing.

import Foundation

/// Finds the offsets of a zone by asking for them.
///
/// `TimeZone` has no list of its transitions, and `nextDaylightSavingTimeTransition` need not
/// report a change of the standard offset (Samoa's jump over the date line). So the offset is
/// read every twelve hours, and where it differs the change is bisected to the second.
///
/// Two changes within one step that cancel each other out would stay unseen. Since 1970 the
/// closest two changes of any zone lie 6 days and 23 hours apart (release 2026c of the zone
/// database), so twelve hours are ample.
public enum ZoneProbe {
    /// What the core needs: four hundred days back (as far as the reminders remember) and a year
    /// and two months ahead (as far as a plan may reach, and the day after it).
    static let back: Int64 = 400 * 86_400
    static let ahead: Int64 = 430 * 86_400
    static let step: Int64 = 43_200

    /// The zone's rules around a moment in milliseconds since 1970.
    public static func span(of zone: TimeZone, around now: Int64) -> ZoneSpan {
        let second = now / 1_000
        return span(of: zone, from: second - back, to: second + ahead)
    }

    /// Whether a span found earlier still serves: the moment lies within a day of the one it
    /// was made for, so that what the core needs is still covered but for that day.
    static func serves(_ span: ZoneSpan, at now: Int64) -> Bool {
        let madeFor = span.from + back * 1_000
        return abs(now - madeFor) < 86_400_000
    }

    /// The zone's rules from `start` to `end`, in seconds since 1970; the answer is in
    /// milliseconds, as everything that goes to the core.
    public static func span(of zone: TimeZone, from start: Int64, to end: Int64) -> ZoneSpan {
        precondition(start < end)
        func offset(_ second: Int64) -> Int {
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second)))
        }
        var transitions: [ZoneTransition] = []
        let first = offset(start)
        var current = first
        var known = start  // up to here nothing more is to be found
        while known < end {
            let next = min(known + step, end)
            // Several changes within one step: the first one, then look again from there.
            while offset(next) != current {
                var same = known
                var differs = next
                while differs - same > 1 {
                    let middle = same + (differs - same) / 2
                    if offset(middle) == current { same = middle } else { differs = middle }
                }
                if differs == end { break }  // the span ends before it
                current = offset(differs)
                transitions.append(ZoneTransition(at: differs * 1_000, offsetS: Int32(current)))
                known = differs
            }
            known = next
        }
        return ZoneSpan(
            id: zone.identifier, from: start * 1_000, to: end * 1_000, offsetS: Int32(first),
            transitions: transitions)
    }
}
