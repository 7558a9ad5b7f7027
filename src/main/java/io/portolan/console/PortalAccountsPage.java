package io.portolan.console;

import static io.portolan.console.Messages.say;

import io.portolan.access.Actors;
import io.portolan.account.AdoptPortalAccount;
import io.portolan.account.PortalAccount;
import io.portolan.account.PortalAccounts;
import io.portolan.playbook.Playbooks;
import io.portolan.refusal.Refused;
import io.portolan.tpp.Tpps;
import io.portolan.vault.Secret;
import io.portolan.worklist.WorklistSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** The accounts that our TPPs have at portals, and the form that takes in one which was made without us. */
@Controller
class PortalAccountsPage {

    /** Between the name of a portal and that of its environment in the form; neither can have it. */
    private static final String BETWEEN = " ";
    private static final int ROWS = 50;

    private final PortalAccounts accounts;
    private final AdoptPortalAccount adopt;
    private final Playbooks playbooks;
    private final Tpps tpps;
    private final AccountReveals reveals;
    private final WorklistSettings settings;
    private final Actors actors;
    private final Clock clock;

    PortalAccountsPage(PortalAccounts accounts, AdoptPortalAccount adopt, Playbooks playbooks, Tpps tpps, AccountReveals reveals, WorklistSettings settings, Actors actors,
            Clock clock) {
        this.settings = settings;
        this.reveals = reveals;
        this.accounts = accounts;
        this.adopt = adopt;
        this.playbooks = playbooks;
        this.tpps = tpps;
        this.actors = actors;
        this.clock = clock;
    }

    /** An account as a row; {@code banks} share it, and {@code endsOn} is the last day of its password, if any. */
    record AccountLine(String key, String tpp, String portal, String environment, String banks, String login, String owner, boolean isAdopted,
            TimeView created, TimeView lastLogIn, TimeView expires, boolean isExpired, boolean hasSecondFactor,
            LocalDate endsOn, List<AccountReveals.RevealForm> reveals) { }

    /** Which of them are shown; {@code only} is the key of one. */
    record Wanted(String tpp, String only, String q, String cursor) {

        static final Wanted ALL = new Wanted(null, null, null, null);

        /** Whether it is less than all. */
        public boolean isSet() {
            return tpp != null || only != null || q != null;
        }

        PortalAccounts.Filter filter() {
            return new PortalAccounts.Filter(tpp, only, q);
        }

        String next(String key) {
            return Address.of("/portal-accounts").with("tpp", tpp).with("q", q).with("cursor", key).written();
        }
    }

    /** A portal in an environment, to choose. */
    record PortalChoice(String value, String label, boolean isChosen) { }

    @GetMapping("/portal-accounts")
    String list(@RequestParam(required = false) String tpp, @RequestParam(required = false) String only, @RequestParam(required = false) String q,
            @RequestParam(required = false) String cursor, Model model) {
        return show(new Wanted(Given.text(tpp), Given.text(only), Given.text(q), Given.text(cursor)), Map.of(), Map.of(), null, model);
    }

    /** The page of the one of this key, after something was done with it. */
    String one(String key, Model model) {
        return show(new Wanted(null, key, null, null), Map.of(), Map.of(), null, model);
    }

    /** The address of the page of one. */
    static String only(String key) {
        return "/portal-accounts?only=" + UriUtils.encodeQueryParam(key, StandardCharsets.UTF_8);
    }

    @PostMapping("/portal-accounts")
    String adopt(@RequestParam(defaultValue = "") String tpp, @RequestParam(defaultValue = "") String portal,
            @RequestParam(defaultValue = "") String login, @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String seed, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        var parts = portal.split(BETWEEN, 2);
        try (var kept = Secret.of(password); var codes = seed.isBlank() ? null : Secret.of(seed.strip())) {
            var actor = actors.current().name();
            adopt.with(new AdoptPortalAccount.Told(tpp, parts[0], parts.length > 1 ? parts[1] : "", login.strip(), kept, codes,
                    owner.isBlank() ? actor : owner.strip()), actor);
            flash.addFlashAttribute("said", List.of(say("account.taken-in-its-secrets-are", login.strip())));
            return "redirect:/portal-accounts";
        } catch (Refused refusal) {
            response.setStatus(refusal.kind().status());
            return show(Wanted.ALL, Map.of("tpp", tpp, "portal", portal, "login", login, "owner", owner), refusal.about(), refusal.getMessage(), model);
        }
    }

    /** Below which path the acts of an account are. */
    static String path(PortalAccount account) {
        return "/portal-accounts/" + account.tpp() + "/" + account.portal() + "/" + account.environment();
    }

    private String show(Wanted wanted, Map<String, String> typed, Map<String, String> wrong, String refusal, Model model) {
        var now = clock.instant();
        var portals = portals();
        var found = accounts.page(wanted.filter(), wanted.cursor(), ROWS + 1);
        model.addAttribute("wanted", wanted);
        model.addAttribute("next", found.size() > ROWS ? wanted.next(found.get(ROWS - 1).key()) : null);
        model.addAttribute("rows", found.stream().limit(ROWS).map(a -> new AccountLine(a.key(), a.tpp(), a.portal(), a.environment(),
                String.join(", ", portals.getOrDefault(a.portal() + BETWEEN + a.environment(), Set.of())), a.login(), Wording.actor(a.owner()),
                a.adopted(), TimeView.of(a.created(), now), TimeView.of(a.lastLogIn(), now), TimeView.of(a.expires(), now),
                a.expires() != null && a.expires().isBefore(now), a.secondFactor() != null,
                settings.lastDay(a.expires()), reveals.forms(a, path(a), path(a).substring(1).replace('/', '-'), model))).toList());
        model.addAttribute("portals", portals.entrySet().stream().map(each -> new PortalChoice(each.getKey(),
                each.getKey().replace(BETWEEN, ", ") + " (" + String.join(", ", each.getValue()) + ")", each.getKey().equals(typed.get("portal")))).toList());
        model.addAttribute("tpps", tpps.all().stream().map(t -> new PortalChoice(t.id(), t.profile().legalName(), t.id().equals(typed.get("tpp")))).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("refusal", refusal);
        return "portal-accounts";
    }

    /** The banks of each portal in each environment, as the playbooks name them. */
    private Map<String, Set<String>> portals() {
        return playbooks.all().stream().map(Playbooks.Versioned::playbook).flatMap(playbook -> playbook.environments().entrySet().stream()
                .filter(each -> each.getValue().portal() != null)
                .flatMap(each -> playbook.portals(each.getKey()).stream().map(portal -> Map.entry(portal + BETWEEN + each.getKey(), playbook.name()))))
                .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    }
}
