package io.portolan.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody may do here, by what the provider says of them. */
final class OidcRights {

    private static final String ALL = "*";

    private final Oidc settings;
    private final Map<String, Role> roles;

    OidcRights(Oidc settings) {
        this.settings = settings;
        this.roles = settings.roles() != null && !settings.roles().isEmpty() ? settings.roles()
                : Arrays.stream(Role.values()).collect(Collectors.toMap(role -> "portolan-" + role.name().toLowerCase(Locale.ROOT), Function.identity()));
    }

    /** Roles, none where nothing may be done here, and the TPPs to which that is limited, none where it is not. */
    record Rights(Set<Role> roles, Set<String> tpps) { }

    /** Whoever is to be limited and has no TPP at all may do nothing. */
    Rights of(Map<String, Object> claims) {
        var given = words(claims, settings.rolesClaim()).map(roles::get).filter(Objects::nonNull).collect(Collectors.toSet());
        if (settings.tppsClaim() == null) {
            return new Rights(given, Set.of());
        }
        var tpps = words(claims, settings.tppsClaim()).collect(Collectors.toSet());
        return tpps.contains(ALL) ? new Rights(given, Set.of()) : tpps.isEmpty() ? new Rights(Set.of(), Set.of()) : new Rights(given, tpps);
    }

    /** A claim may be a list, or a text with gaps. */
    private static Stream<String> words(Map<String, Object> claims, String path) {
        var found = at(claims, path);
        return found instanceof Collection<?> several ? several.stream().map(String::valueOf)
                : found == null ? Stream.empty() : Arrays.stream(found.toString().split("[\\s,]+")).filter(word -> !word.isEmpty());
    }

    /** A claim of just this name, which may have dots itself, goes before one that the dots lead to. */
    private static Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        var dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner ? at(inner, path.substring(dot + 1)) : null;
    }
}
