package io.portolan.campaign;

import io.portolan.onboarding.BankState;
import io.portolan.onboarding.FindBanks;
import io.portolan.playbook.BankEntry;
import io.portolan.playbook.BankSearch;
import io.portolan.playbook.MeansName;
import io.portolan.playbook.Nearest;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Service;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpp;
import io.portolan.tpp.Tpps;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the wish for a campaign, and says what is wrong in it, with what would be right. */
@Component
class ReadCampaign {

    private static final int MOST_BANKS = 1000;
    private static final int LONGEST_NAME = 200;

    private final Tpps tpps;
    private final Playbooks playbooks;
    private final FindBanks find;
    private final Clock clock;

    ReadCampaign(Tpps tpps, Playbooks playbooks, FindBanks find, Clock clock) {
        this.tpps = tpps;
        this.playbooks = playbooks;
        this.find = find;
        this.clock = clock;
    }

    /** A campaign that is not kept yet, and its banks. */
    record Read(Campaign campaign, List<CampaignTarget> banks) { }

    Read read(CampaignWish wish, String actor) {
        var tpp = given("tpp", wish.tpp());
        if (tpps.find(tpp).isEmpty()) {
            var known = tpps.all().stream().map(Tpp::id).toList();
            var nearest = Nearest.to(tpp, known);
            throw new Refused(Refused.Kind.NOT_FOUND, "unknown-tpp", "There is no TPP \"" + tpp + "\"." + (nearest == null ? "" : " Did you mean \"" + nearest + "\"?"), Map.of("tpp", tpp));
        }
        var environment = given("environment", wish.environment());
        var services = services(wish.services());
        var banks = banks(wish);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var name = isNone(wish.name()) ? banks.size() + (banks.size() == 1 ? " bank" : " banks") + ", " + environment : wish.name().strip();
        if (name.length() > LONGEST_NAME) {
            throw Refused.invalid("invalid-values", "The name has more than " + LONGEST_NAME + " characters.", Map.of("name", "at most " + LONGEST_NAME + " characters"));
        }
        return new Read(new Campaign(UUID.randomUUID().toString(), name, tpp, environment, services, isNone(wish.application()) ? null : wish.application(),
                within("startsPerHour", wish.startsPerHour(), 60, 3600), within("atOnce", wish.atOnce(), 20, 1000), Campaign.State.RUNNING, actor, now, now), banks);
    }

    private List<CampaignTarget> banks(CampaignWish wish) {
        var named = wish.banks() != null && !wish.banks().isEmpty();
        if (named == (wish.filter() != null)) {
            throw Refused.invalid("banks-or-filter", named ? "Name banks or give a filter, not both." : "Say which banks: by their ids, or by a filter.",
                    Map.of("banks", "ids of banks, or leave it out and give a filter"));
        }
        var banks = named ? named(wish.banks()) : found(wish.filter());
        if (banks.isEmpty()) {
            throw Refused.invalid("no-banks", "No bank is like that.", Map.of("filter", "one that fits a bank of the catalogue"));
        }
        if (banks.size() > MOST_BANKS) {
            throw Refused.invalid("too-many-banks", "These are " + banks.size() + " banks. A campaign has at most " + MOST_BANKS + ".", Map.of("banks", "at most " + MOST_BANKS));
        }
        return banks;
    }

    private List<CampaignTarget> named(List<String> banks) {
        var unknown = banks.stream().filter(bank -> bank == null || !isThere(CampaignTarget.of(bank))).distinct().toList();
        if (!unknown.isEmpty()) {
            throw Refused.invalid("unknown-bank", (unknown.size() == 1 ? "There is no bank " : "There are no banks ")
                    + unknown.stream().limit(10).map(bank -> "\"" + bank + "\"").collect(Collectors.joining(", ")) + ".", Map.of("banks", "ids as GET /api/v1/banks gives them, or id:branch"));
        }
        return banks.stream().distinct().sorted().map(CampaignTarget::of).toList();
    }

    private boolean isThere(CampaignTarget target) {
        return playbooks.current(target.bank()).filter(version -> target.branch() == null || version.playbook().branches().containsKey(target.branch())).isPresent();
    }

    private List<CampaignTarget> found(CampaignWish.Filter filter) {
        var search = new BankSearch(filter.q(), filter.country(), filter.standard(), word(MeansName.class, "means", filter.means()), word(BankEntry.Asks.class, "asks", filter.asks()));
        return find.like(search, word(BankState.class, "state", filter.state())).stream().filter(bank -> bank.known() == null || Boolean.TRUE.equals(filter.byHand()))
                .map(bank -> new CampaignTarget(bank.entry().bank(), null)).toList();
    }

    private static Set<Service> services(List<String> names) {
        var services = EnumSet.noneOf(Service.class);
        for (var name : names == null ? List.<String>of() : names) {
            services.add(Arrays.stream(Service.values()).filter(service -> service.name().equals(name)).findFirst().orElseThrow(() ->
                    Refused.invalid("unknown-service", "There is no service \"" + name + "\".", Map.of("services", "AIS, PIS or CAF"))));
        }
        if (services.isEmpty()) {
            throw Refused.invalid("missing-field", "Name at least one service: AIS, PIS or CAF.", Map.of("services", "missing"));
        }
        return services;
    }

    private static int within(String field, Integer given, int usual, int most) {
        if (given != null && (given < 1 || given > most)) {
            throw Refused.invalid("invalid-values", field + " must be between 1 and " + most + ".", Map.of(field, "between 1 and " + most));
        }
        return given == null ? usual : given;
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, String word) {
        return isNone(word) ? null : Arrays.stream(type.getEnumConstants()).filter(value -> word(value).equalsIgnoreCase(word.strip())).findFirst().orElseThrow(() ->
                Refused.invalid("invalid-values", field + " cannot be \"" + word + "\".", Map.of("filter." + field,
                        "one of " + Arrays.stream(type.getEnumConstants()).map(ReadCampaign::word).collect(Collectors.joining(", ")))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String given(String field, String value) {
        if (isNone(value)) {
            throw Refused.invalid("missing-field", "The " + (field.equals("tpp") ? "TPP" : field) + " is missing.", Map.of(field, "missing"));
        }
        return value.strip();
    }

    private static boolean isNone(String text) {
        return text == null || text.isBlank();
    }
}
