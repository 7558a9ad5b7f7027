package io.portolan.portal;

import io.portolan.leg.Filled;
import io.portolan.leg.LegRun;
import io.portolan.leg.Masks;
import io.portolan.leg.Value;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What the places of a portal leg stand for: the portal account's own, and all that the run knows. */
final class RunPlaces implements Masks, AutoCloseable {

    private final LegRun run;
    private final AccountKeeper keeper;
    private final List<String> seen = new ArrayList<>();
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

    /** Remembers a value that this run has seen on a page and that must not show in what is kept of it. */
    void hide(String value) {
        if (value.strip().length() > 3) {
            seen.add(value.strip());
        }
    }

    @Override
    public String masked(String text) {
        var masked = run.masks().masked(text);
        for (var own : own()) {
            var plain = own.toString();
            var bytes = plain.getBytes(StandardCharsets.UTF_8);
            for (var form : List.of(plain, Base64.getEncoder().encodeToString(bytes),
                    URLEncoder.encode(plain, StandardCharsets.UTF_8))) {
                masked = masked.replace(form, "•••");
            }
        }
        return masked;
    }

    @Override
    public List<CharSequence> values() {
        var all = new ArrayList<>(run.masks().values());
        all.addAll(own());
        return all;
    }

    private List<CharSequence> own() {
        var own = new ArrayList<CharSequence>(seen);
        if (password != null) {
            own.add(password.reveal(CharSequence::toString));
        }
        return own;
    }

    private Secret password() {
        if (password == null) {
            password = keeper.password(account(), run);
        }
        return password;
    }

    @Override
    public void close() {
        seen.clear();
        if (password != null) {
            password.close();
        }
    }
}
