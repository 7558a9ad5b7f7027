package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.onboarding.BankState;
import io.portolan.onboarding.FindBanks;
import io.portolan.playbook.BankEntry;
import io.portolan.playbook.BankSearch;
import io.portolan.playbook.MeansName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of banks, with what it is filtered by and what it may be filtered by; all on one page, since there are some hundred. */
record BanksView(Filter filter, List<Choice> countries, List<Choice> standards, List<Choice> means, List<Choice> asks, List<Choice> states,
        List<Row> rows, int all) {

    private static final Map<String, String> FAMILIES = Map.of("berlin-group-nextgenpsd2", "Berlin Group NextGenPSD2", "ob-uk", "Open Banking UK", "stet", "STET",
            "cobs", say("bank.czech-open-banking-standard"));

    /** What was asked for, as it stands in the address. */
    record Filter(String q, String country, String standard, String means, String asks, String state) {

        /** Whether anything is asked for. */
        public boolean isSet() {
            return Stream.of(q, country, standard, means, asks, state).anyMatch(each -> each != null && !each.isBlank());
        }

        BankSearch search() {
            return new BankSearch(q, country, standard, Choice.read(MeansName.class, means), Choice.read(BankEntry.Asks.class, asks));
        }

        BankState wanted() {
            return Choice.read(BankState.class, state);
        }
    }

    /** Something to choose. */
    record Choice(String value, String label, boolean isChosen) {

        /** The value of this word; null where it is none, so that an odd address shows all. */
        static <E extends Enum<E>> E read(Class<E> type, String word) {
            return Arrays.stream(type.getEnumConstants()).filter(value -> Wording.word(value).equals(word)).findFirst().orElse(null);
        }
    }

    /** A means, by its icon and in words. */
    record MeansItem(String word, String label) { }

    /** A bank in the list. */
    record Row(String id, String name, String countries, String standard, List<MeansItem> means, List<String> asks, List<BadgeView> states,
            String confidence, String checkedOn, boolean isToRecheck, boolean isKnownOnly) {

        static Row of(FindBanks.Found found) {
            var entry = found.entry();
            return new Row(entry.bank(), entry.name(), BanksView.countries(entry),
                    family(entry.standard()), entry.means().stream().map(means -> new MeansItem(Wording.word(means), Wording.of(means))).toList(),
                    entry.asks().stream().sorted().map(BanksView::label).toList(),
                    found.states().stream().filter(state -> state != BankState.NONE).map(BanksView::badge).toList(),
                    Wording.sentence(found.confidence()), String.valueOf(entry.checkedOn()), found.recheck(), found.known() != null);
        }
    }

    /** The countries, that of its id first. */
    static String countries(BankEntry entry) {
        var home = entry.bank().substring(0, 2).toUpperCase(Locale.ROOT);
        return entry.countries().stream().sorted(Comparator.comparing((String country) -> !country.equals(home)).thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining(", "));
    }

    static BanksView of(Filter filter, List<FindBanks.Found> found, List<FindBanks.Found> all) {
        var countries = all.stream().flatMap(bank -> bank.entry().countries().stream()).collect(Collectors.toCollection(TreeSet::new));
        var standards = all.stream().map(bank -> bank.entry().standard()).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        return new BanksView(filter,
                countries.stream().map(country -> new Choice(country, country + ", " + new Locale("", country).getDisplayCountry(Locale.ENGLISH), country.equalsIgnoreCase(filter.country()))).toList(),
                standards.stream().map(family -> new Choice(family, family(family), family.equals(filter.standard()))).toList(),
                choices(MeansName.values(), filter.means(), Wording::of), choices(BankEntry.Asks.values(), filter.asks(), BanksView::label),
                choices(BankState.values(), filter.state(), state -> badge(state).label()),
                found.stream().sorted(Comparator.comparing((FindBanks.Found bank) -> bank.entry().name(), String.CASE_INSENSITIVE_ORDER)).map(Row::of).toList(), all.size());
    }

    private static <E extends Enum<E>> List<Choice> choices(E[] values, String chosen, Function<E, String> label) {
        return Arrays.stream(values).map(value -> new Choice(Wording.word(value), label.apply(value), Wording.word(value).equals(chosen))).toList();
    }

    /** The family of an API standard as people call it. */
    static String family(String family) {
        return family == null ? null : FAMILIES.getOrDefault(family, Wording.sentence(family));
    }

    static String label(BankEntry.Asks asks) {
        return switch (asks) {
            case CERTIFICATE -> say("bank.certificate");
            case APPROVAL -> say("bank.approval");
            case PORTAL -> say("bank.portal-account");
            case REGISTRATION -> say("bank.registration-elsewhere");
            case FACT -> say("bank.a-fact-nobody-has");
        };
    }

    static BadgeView badge(BankState state) {
        var word = Wording.word(state);
        return switch (state) {
            case NONE -> new BadgeView(word, say("bank.nothing-begun"), "quiet");
            case UNDER_WAY -> new BadgeView(word, say("bank.under-way"), "active");
            case TRIED -> new BadgeView(word, say("bank.sandbox-works"), "done");
            case LIVE -> new BadgeView(word, say("bank.live-2"), "done");
            case SUSPENDED -> new BadgeView(word, say("bank.suspended"), "waiting");
            case ENDED -> new BadgeView(word, say("bank.ended"), "quiet");
        };
    }

    static List<BadgeView> badges(Set<BankState> states) {
        return states.stream().sorted().map(BanksView::badge).toList();
    }
}
