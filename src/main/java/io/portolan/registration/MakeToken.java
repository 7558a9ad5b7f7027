package io.portolan.registration;

import io.portolan.access.Asked;
import io.portolan.access.Asked.Fact;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.access.Role;
import io.portolan.access.SecondPerson;
import io.portolan.access.Tokens;
import io.portolan.journal.Act;
import io.portolan.playbook.LiveEnvironments;
import io.portolan.refusal.Refused;
import io.portolan.vault.Secret;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes tokens. One by which a gateway reads live credentials is as good as these, so that a second person may be needed; whoever has asked makes it once it is approved. */
@Component
public class MakeToken implements Deed {

    private static final String ROLES = "roles";
    private static final String SCOPE = "scope";
    private static final String ENDS = "ends";

    private final Tokens tokens;
    private final Registrations registrations;
    private final LiveEnvironments environments;
    private final SecondPerson secondPerson;

    MakeToken(Tokens tokens, Registrations registrations, LiveEnvironments environments, SecondPerson secondPerson) {
        this.tokens = tokens;
        this.registrations = registrations;
        this.environments = environments;
        this.secondPerson = secondPerson;
    }

    /**
     * The wish for a token.
     *
     * @param expires when it ends, or null for never
     * @param reason why, or null where nobody else has to be asked
     */
    public record Wish(String name, Set<Role> roles, Set<String> scope, Instant expires, String reason) { }

    /**
     * Makes a token and gives it back, once, as {@link Tokens#create}; one that needs a second person is of one TPP.
     *
     * @throws Refused as {@link Tokens#create}, or with code {@code reason-required}
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public Secret with(Wish wish, String actor) {
        tokens.check(wish.name(), wish.roles(), wish.scope(), wish.expires());
        var with = parameters(wish, wish.scope());
        if (isOfSeveral(wish)) {
            throw Refused.invalid("invalid-token", "A second person has to agree to a gateway that reads live credentials, for each TPP by itself. Make a token for each.",
                    Map.of(SCOPE, "Of one TPP only: a second person has to agree to each."));
        }
        secondPerson.before(this, wish.name(), with, wish.reason(), actor);
        return tokens.create(wish.name(), wish.roles(), wish.scope(), wish.expires(), actor);
    }

    /** Whether somebody is asked about one of several TPPs; a request is of one, and whoever decides may see no other. */
    private boolean isOfSeveral(Wish wish) {
        var byTpp = wish.scope().stream().collect(Collectors.groupingBy(this::tpp, Collectors.toSet()));
        return byTpp.size() > 1 && byTpp.values().stream().anyMatch(ids -> secondPerson.needed(this, wish.name(), parameters(wish, ids)).isPresent());
    }

    private static Map<String, String> parameters(Wish wish, Collection<String> scope) {
        return new TreeMap<>(Map.of(ROLES, wish.roles().stream().sorted().map(Role::name).collect(Collectors.joining(",")), SCOPE, String.join(",", new TreeSet<>(scope)),
                ENDS, wish.expires() == null ? "" : wish.expires().toString()));
    }

    /** What is named is a registration, or else a TPP, also one that is still to come. */
    private String tpp(String id) {
        return registrations.find(id).map(Registration::tpp).orElse(id);
    }

    private boolean readsLive(String id) {
        return registrations.find(id).map(found -> environments.isLive(found.bank(), found.environment())).orElse(true);
    }

    @Override
    public String deed() {
        return "make-token";
    }

    @Override
    public Guarded act() {
        return Guarded.REVEAL;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        var scope = Arrays.stream(with.get(SCOPE).split(",")).filter(id -> !id.isEmpty()).toList();
        var roles = List.of(with.get(ROLES).split(","));
        return roles.contains(Role.GATEWAY.name()) ? scope.stream().filter(this::readsLive).findFirst().map(first -> asked(object, tpp(first), roles, scope, with.get(ENDS))) : Optional.empty();
    }

    private static Asked asked(String name, String tpp, List<String> roles, List<String> scope, String ends) {
        return new Asked(tpp, Act.HOUSE, "Make the token \"" + name + "\", by which a gateway reads credentials of " + tpp,
                "Whoever has asked is shown the token once; whoever holds it reads the credentials of its scope, without anybody else, until it ends or is revoked.", page(name, roles, scope, ends),
                List.of(new Fact("TPP", tpp), new Fact("Token", name), new Fact("Roles", String.join(", ", roles).toLowerCase(Locale.ROOT)),
                        new Fact("Scope", String.join(", ", scope)), new Fact("Ends", ends.isEmpty() ? "never" : ends)), "", List.of());
    }

    /** The form, filled in as it is to be for whoever comes back to make it. */
    private static String page(String name, List<String> roles, List<String> scope, String ends) {
        return "/access?name=" + name + "&roles=" + String.join(",", roles) + "&scope=" + String.join(",", scope) + (ends.isEmpty() ? "" : "&ends=" + ends);
    }

    @Override
    public boolean isByItself() {
        return false;
    }
}
