package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.onboarding.FindBanks;
import io.portolan.playbook.Environment;
import io.portolan.playbook.KnownBank;
import io.portolan.playbook.Playbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A bank of which too little is known for a playbook, as its page tells of it: what is known, what is missing, and how to begin all the same.
 *
 * @param version that of the way by hand, as it is made of what is known
 * @param startsWith the environment that is looked at first
 * @param facts what is known of the way in, each under its heading
 * @param hub whose registration covers this bank, or null
 * @param places its environments, as far as their addresses are known
 * @param names the environments in which it may be started by hand
 * @param byHand the way that people go meanwhile, the same at every such bank
 */
record KnownBankView(String id, String name, String countries, List<String> bics, String group, String standard, String sca, String access, String portal,
        String confidence, String checkedOn, boolean isToRecheck, String version, String startsWith, List<BadgeView> states, List<String> missing, List<String> ways,
        List<Fact> facts, Hub hub, List<String> members, List<PlaceView> places, List<String> names, BankWays.RouteView byHand, List<BankView.Section> procedures,
        List<Playbook.Quirk> quirks, List<BankView.ContactLine> contacts, List<Playbook.Document> documents, List<String> sources) {

    /** What is known of one part of the way in, in sentences; empty where nothing is. */
    record Fact(String name, List<String> sentences) { }

    /** Another bank whose registration covers this one. */
    record Hub(String id, String name) { }

    /** An environment with the addresses that are known of it, each by what begins there. */
    record PlaceView(String name, boolean isLive, List<Map.Entry<String, String>> addresses) { }

    static KnownBankView of(FindBanks.Found found, Function<String, String> bankName) {
        var bank = found.known();
        var generic = found.version().playbook();
        var first = generic.firstEnvironment();
        return new KnownBankView(bank.bank(), bank.name(), BanksView.countries(found.entry()), bank.bics(), bank.group(), BankView.standard(bank.standard()),
                BankView.sca(bank.sca()), bank.access(), bank.portal(), Wording.sentence(bank.confidence()), String.valueOf(bank.checkedOn()), found.recheck(), found.version().shortHash(), first,
                BanksView.badges(found.states()), bank.missing(), bank.registration().by().stream().map(KnownBankView::way).toList(), facts(bank),
                bank.coveredBy() == null ? null : new Hub(bank.coveredBy(), bankName.apply(bank.coveredBy())),
                bank.members().entrySet().stream().map(each -> each.getValue() + " (" + each.getKey() + ")").sorted().toList(),
                bank.environments().entrySet().stream().map(each -> place(each.getKey(), each.getValue())).toList(), List.copyOf(generic.environments().keySet()),
                new BankWays(generic).environments().stream().filter(each -> each.name().equals(first)).findFirst().orElseThrow().routes().get(0),
                bank.procedures().entrySet().stream().map(each -> BankView.section(each.getKey(), each.getValue())).toList(), bank.quirks(),
                BankView.contacts(bank.contacts()), bank.documents(), bank.sources());
    }

    /** Also what nobody knows has its heading, so that it is seen to be missing. */
    private static List<Fact> facts(KnownBank bank) {
        var way = bank.registration();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(say("bank.what-is-known-of-it"), way.how()));
        facts.add(new Fact(say("bank.what-must-be-there-before"), way.before()));
        facts.add(new Fact(say("bank.what-is-asked-on-the"), way.asks()));
        facts.add(new Fact(say("bank.certificates"), bank.certificates().entrySet().stream().map(each -> Wording.certificate(each.getKey()) + ": " + each.getValue()).toList()));
        facts.add(new Fact(say("bank.approval"), bank.approval() == null ? List.of() : List.of(bank.approval())));
        facts.add(new Fact(say("bank.credentials"), bank.credentials().entrySet().stream().map(each -> each.getKey().replace('-', ' ') + ": " + each.getValue()).toList()));
        return facts;
    }

    private static PlaceView place(String name, KnownBank.Place place) {
        var addresses = new ArrayList<Map.Entry<String, String>>();
        if (place.baseUrl() != null) {
            addresses.add(Map.entry("API", place.baseUrl()));
        }
        place.addresses().forEach((what, address) -> addresses.add(Map.entry(Wording.sentence(what), address)));
        return new PlaceView(name, place.kind() == Environment.Kind.LIVE, addresses);
    }

    private static String way(KnownBank.Way.By way) {
        return switch (way) {
            case PORTAL -> say("bank.at-a-developer-portal");
            case API -> say("bank.by-a-call-at-its");
            case CERTIFICATE -> say("bank.by-the-certificate-alone-or");
            case HUB -> say("bank.through-a-hub");
            case MAIL -> say("bank.by-mail-or-a-form");
        };
    }
}
