package io.portolan.playbook;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a bank is looked for by in the catalogue.
 *
 * @param names its id, its name, its group and the names of its branches: what somebody may call it
 * @param countries where it is found (ISO 3166)
 * @param standard the family of the API standard that it follows, or null
 * @param means by which means the legs of its routes are done
 */
public record BankEntry(String bank, String name, List<String> names, List<String> bics, Set<String> countries, String standard,
        Set<MeansName> means, Set<Asks> asks, LocalDate checkedOn) {

    private static final Set<Stage> AT_PORTALS = EnumSet.of(Stage.SIGN_UP, Stage.CREATE_APPLICATION, Stage.SUBSCRIBE_APIS);
    private static final Set<String> TELLING_NOTHING = Set.of("bank", "banka", "banca", "banco", "banque", "bankas", "pank", "banken", "bankaktiebolag", "spa", "nv", "plc",
            "group", "gruppe", "gruppo", "groupe", "credit", "the", "and", "und", "for", "del", "des", "der", "die", "das", "oyj", "abp", "publ", "national", "international", "europe");
    private static final int YEARS_UNTIL_RECHECK = 1;

    /** What a bank may ask of us on the way in. */
    public enum Asks {
        /** A certificate of ours. */
        CERTIFICATE,
        /** That somebody of the bank approves us, which takes time. */
        APPROVAL,
        /** That we sign up at a developer portal, by a browser or by a person. */
        PORTAL,
        /** A registration elsewhere first: at a hub, a group or a directory. */
        REGISTRATION,
        /** A fact that no source tells. */
        FACT
    }

    /** A bank as its playbook tells it. */
    public static BankEntry of(Playbook playbook) {
        var legs = playbook.environments().values().stream().flatMap(environment -> environment.routes().stream()).flatMap(route -> route.legs().stream()).toList();
        var asks = EnumSet.noneOf(Asks.class);
        add(asks, Asks.CERTIFICATE, !playbook.needs().certificates().isEmpty());
        add(asks, Asks.APPROVAL, legs.stream().anyMatch(BankEntry::waitsForPeopleOfTheBank));
        add(asks, Asks.PORTAL, legs.stream().anyMatch(BankEntry::isAtPortal));
        add(asks, Asks.REGISTRATION, legs.stream().anyMatch(leg -> leg.work() instanceof RegistrationWork work && !work.unit().equals(playbook.bank())));
        add(asks, Asks.FACT, !playbook.ask().isEmpty());
        var names = Stream.concat(Stream.of(playbook.bank(), playbook.name(), playbook.group()), playbook.branches().values().stream().map(Playbook.Branch::name));
        return new BankEntry(playbook.bank(), playbook.name(), names.filter(Objects::nonNull).toList(), orNone(playbook.bics()), playbook.countries(),
                playbook.standard() == null ? null : playbook.standard().family(),
                legs.stream().map(Leg::by).collect(Collectors.toCollection(() -> EnumSet.noneOf(MeansName.class))), asks, playbook.checkedOn());
    }

    /** A bank of which too little is known for a playbook. */
    public static BankEntry of(KnownBank bank) {
        var by = bank.registration().by();
        var asks = EnumSet.noneOf(Asks.class);
        add(asks, Asks.CERTIFICATE, !bank.certificates().isEmpty());
        add(asks, Asks.APPROVAL, bank.approval() != null);
        add(asks, Asks.PORTAL, by.contains(KnownBank.Way.By.PORTAL));
        add(asks, Asks.REGISTRATION, by.contains(KnownBank.Way.By.HUB) || bank.coveredBy() != null);
        var means = EnumSet.noneOf(MeansName.class);
        by.forEach(way -> means.addAll(switch (way) {
            case PORTAL -> Set.of(MeansName.OPERATOR);
            case API -> Set.of(MeansName.API);
            case MAIL -> Set.of(MeansName.MAIL);
            case HUB -> Set.of(MeansName.REGISTRATION);
            case CERTIFICATE -> Set.of();
        }));
        var names = Stream.concat(Stream.of(bank.bank(), bank.name(), bank.group()), bank.members().values().stream());
        return new BankEntry(bank.bank(), bank.name(), names.filter(Objects::nonNull).toList(), orNone(bank.bics()), Set.copyOf(bank.countries()),
                bank.standard() == null ? null : bank.standard().family(), means, asks, bank.checkedOn());
    }

    private static boolean waitsForPeopleOfTheBank(Leg leg) {
        return leg.stage() == Stage.APPROVAL || leg.work() instanceof OperatorWork work && work.thenWait();
    }

    private static boolean isAtPortal(Leg leg) {
        return leg.by() == MeansName.PORTAL || leg.by() == MeansName.OPERATOR && AT_PORTALS.contains(leg.stage());
    }

    private static void add(Set<Asks> asks, Asks one, boolean isAsked) {
        if (isAsked) {
            asks.add(one);
        }
    }

    private static List<String> orNone(Collection<String> words) {
        return words == null ? List.of() : List.copyOf(words);
    }

    /** Whether the facts are older than a year, so that somebody should look whether they still hold. */
    public boolean isToRecheck(LocalDate today) {
        return checkedOn != null && checkedOn.plusYears(YEARS_UNTIL_RECHECK).isBefore(today);
    }

    /** Whether each of these words is part of a name, or a BIC with or without its branch code (ISO 9362); case and accents count for nothing. */
    boolean isCalled(String words) {
        return Stream.of(plain(words).split("\\s+")).filter(word -> !word.isEmpty())
                .allMatch(word -> names.stream().anyMatch(name -> plain(name).contains(word)) || bics.stream().anyMatch(bic -> isBic(plain(bic), word)));
    }

    /**
     * Whether somebody who gives a bank this name may well mean this one: a word that tells banks apart is part of both names, or nearly so.
     * Words that most banks have, such as bank itself, tell nothing.
     */
    public boolean resembles(String name) {
        var wanted = words(name);
        return names.stream().map(BankEntry::words).anyMatch(words -> wanted.stream().anyMatch(word -> words.stream().anyMatch(own -> isNear(word, own))));
    }

    private static Set<String> words(String name) {
        return Stream.of(plain(name).split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() > 2 && !TELLING_NOTHING.contains(word)).collect(Collectors.toSet());
    }

    private static boolean isNear(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        return one.equals(other) || shorter > 3 && (one.startsWith(other) || other.startsWith(one)) || shorter > 5 && Nearest.distance(one, other) == 1;
    }

    private static boolean isBic(String bic, String word) {
        return bic.startsWith(word) || word.length() == 11 && bic.length() == 8 && word.startsWith(bic);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replace("ł", "l").replace("ø", "o").replace("ß", "ss").strip();
    }
}
