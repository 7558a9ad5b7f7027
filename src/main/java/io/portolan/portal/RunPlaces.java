package io.portolan.portal;

import io.portolan.account.PortalAccount;
import io.portolan.leg.Filled;
import io.portolan.leg.LegRun;
import io.portolan.leg.Value;
import io.portolan.playbook.Places;
import io.portolan.playbook.Target;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.List;

/** What the places of a portal leg stand for: the portal account's own, and all that the run knows. */
final class RunPlaces implements AutoCloseable {

    private final LegRun run;
    private final AccountKeeper keeper;
    private final Map<String, String> remembered = new HashMap<>();
    private PortalAccount account;
    private Secret password;

    RunPlaces(LegRun run, AccountKeeper keeper) {
        this.run = run;
        this.keeper = keeper;
    }

    /** The text of a template. */
    Filled fill(Template template) {
        if (template.places().stream().noneMatch(place -> place.startsWith("account.") || remembered.containsKey(place))) {
            return run.fill(template);
        }
        var hidden = new boolean[1];
        var text = template.filled(place -> {
            var value = value(place);
            hidden[0] |= value instanceof Value.Hidden;
            return value instanceof Value.Hidden secret ? revealed(secret.secret())
                    : value instanceof Value.Plain plain ? plain.text() : ((Value.File) value).fileName();
        });
        return new Filled(text, hidden[0]);
    }

    /** The target with the places of its texts filled. */
    Target filled(Target target) {
        return new Target(filled(target.label()), target.role(), filled(target.name()), filled(target.text()), target.css(),
                target.within(), filled(target.inRow()));
    }

    private Template filled(Template text) {
        return text == null || text.isPlain() ? text : new Template(fill(text).text());
    }

    /** A look for this target, its places filled. */
    Look look(Target target, Look.Use use) {
        return Look.forUse(filled(target), use);
    }

    private static String revealed(Secret secret) {
        return secret.reveal(CharSequence::toString);
    }

    /** What a single place stands for. */
    Value value(String place) {
        if (remembered.containsKey(place)) {
            return new Value.Hidden(Secret.of(remembered.get(place)));
        }
        return switch (place) {
            case Places.LOGIN -> new Value.Plain(account().login());
            case "account.password" -> new Value.Hidden(password());
            case Places.TOTP -> new Value.Hidden(keeper.code(account(), run));
            default -> run.value(place);
        };
    }

    PortalAccount account() {
        if (account == null) {
            account = keeper.accountFor(run);
        }
        return account;
    }

    /** Gives a capture a value for this run alone. */
    void remember(String capture, String value) {
        remembered.put(Places.CAPTURED + capture, value);
    }

    /** Keeps the seed of the account's one-time codes, in the vault when this returns. */
    void keepSeed(Secret seed) {
        keeper.keepSeed(account(), seed, run);
        account = null;
    }

    /** A file of ours, or one that is made of a text, such as a certificate in PEM. */
    Value.File file(Template template) {
        var names = template.places();
        if (names.size() == 1 && !names.get(0).startsWith("account.") && value(names.get(0)) instanceof Value.File file) {
            return file;
        }
        var name = names.isEmpty() ? "text" : names.get(0).replaceFirst("^(.*\\.)?([a-z0-9-]+)\\.([a-z0-9-]+)$", "$2-$3");
        boolean isPem = name.endsWith("-pem");
        return new Value.File(isPem ? name.replaceFirst("(-chain)?-pem$", ".pem") : name + ".txt",
                isPem ? "application/x-pem-file" : "text/plain", fill(template).text().getBytes(StandardCharsets.UTF_8));
    }

    /** Remembers a value that was seen on a page and must not show in what is kept of it. */
    void hide(String value) {
        run.masks().add(value.strip());
    }

    /** The text without any secret. */
    String masked(String text) {
        return run.masks().masked(text);
    }

    /** The secrets of this run, for finding where a page shows them. */
    List<CharSequence> secrets() {
        return run.masks().values();
    }

    private Secret password() {
        if (password == null) {
            password = keeper.password(account(), run);
            password.reveal(text -> {
                run.masks().add(text);
                return null;
            });
        }
        return password;
    }

    @Override
    public void close() {
        if (password != null) {
            password.close();
        }
    }
}
