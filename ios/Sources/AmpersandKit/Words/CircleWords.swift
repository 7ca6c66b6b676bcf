// Words for the circle. Which case has which words, and nothing else.

extension Texts {
    public func words(for love: LoveKind) -> String {
        switch love {
        case .family: circleLoveFamily
        case .friends: circleLoveFriends
        case .community: circleLoveCommunity
        case .art: circleLoveArt
        case .partner: circleLovePartner
        case .own: circleLoveOwn
        }
    }

    public func words(for gift: Gift) -> String {
        switch gift {
        case .listening: circleGiftListening
        case .help: circleGiftHelp
        case .fun: circleGiftFun
        case .belonging: circleGiftBelonging
        case .making: circleGiftMaking
        }
    }

    /// What kind of love it is, and what it gives.
    public func words(for source: CircleSource, days: DayWords) -> String {
        days.list([words(for: source.love)] + source.gives.map { words(for: $0) })
    }

    public func detail(of source: CircleSource, days: DayWords) -> [String] {
        [circleContacts(n: Int(source.contacts))] + (source.lastOn.map { [circleLast(day: days.day($0))] } ?? [])
    }

    /// How wide the circle is, in words; how many contacts it still takes where it cannot be told.
    public func lines(for breadth: Breadth, days: DayWords) -> [String] {
        guard let effective = breadth.effective else { return [circleBreadthNeed(n: Int(breadth.needed))] }
        let top = breadth.top.map { [circleBreadthTop(percent: days.share($0.share), name: $0.name)] } ?? []
        return [circleBreadth(number: days.decimal(effective))] + top
    }
}

extension Gift {
    /// In the order in which they are offered.
    public static let offered: [Gift] = [.listening, .help, .fun, .belonging, .making]
}
