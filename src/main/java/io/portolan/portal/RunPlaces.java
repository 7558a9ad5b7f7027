package io.portolan.portal;

import io.portolan.leg.Filled;
import io.portolan.leg.LegRun;
import io.portolan.leg.Value;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import java.util.List;

/** What the places of a portal leg stand for: the portal account's own, and all that the run knows. */
final class RunPlaces implements AutoCloseable {

    private final LegRun run;
    private final AccountKeeper keeper;
    private PortalAccount account;
    private Secret password;

    RunPlaces(LegRun run, AccountKeeper keeper) {
        this.run = run;
        this.keeper = keeper;
    }

    /** The text of a template. */
    Filled fill(Template template) {
        if (template.places().stream().noneMatch(place -> place.startsWith("account."))) {
            return run.fill(template);
        }
        var hidden = new boolean[1];
        var text = template.filled(place -> {
            var value = value(place);
            hidden[0] |= value instanceof Value.Hidden;
            return value instanceof Value.Hidden secret ? secret.secret().reveal(CharSequence::toString)
                    : value instanceof Value.Plain plain ? plain.text() : ((Value.File) value).fileName();
        });
        return new Filled(text, hidden[0]);
    }

    /** What a single place stands for. */
    Value value(String place) {
        return switch (place) {
            case "account.login" -> new Value.Plain(account().login());
            case "account.password" -> new Value.Hidden(password());
            default -> run.value(place);
        };
    }

    PortalAccount account() {
        if (account == null) {
            account = keeper.accountFor(run);
        }
        return account;
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
