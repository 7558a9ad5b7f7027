package io.portolan.portal;

import io.portolan.account.PortalAccount;
import io.portolan.account.PortalAccounts;
import io.portolan.leg.LegOrder;
import io.portolan.leg.LegRun;
import io.portolan.leg.SignUpByHand;
import io.portolan.playbook.BusinessDays;
import io.portolan.playbook.Playbook.Automation;
import io.portolan.playbook.Portal;
import io.portolan.playbook.Stage;
import io.portolan.playbook.Template;
import io.portolan.vault.Secret;
import io.portolan.vault.Totp;
import io.portolan.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sees to it that a TPP has an account at a portal: its password is in the vault before anybody types it. */
@Component
class AccountKeeper implements SignUpByHand {

    private static final Template USUAL_LOGIN = new Template("{{tpp.contact.e-mail}}");

    private final PortalAccounts accounts;
    private final Vault vault;
    private final Clock clock;
    private final PasswordMaker passwords = new PasswordMaker();
    private final OneTimeCodes codes;

    AccountKeeper(PortalAccounts accounts, Vault vault, Clock clock) {
        this.accounts = accounts;
        this.vault = vault;
        this.clock = clock;
        this.codes = new OneTimeCodes(accounts, clock);
    }

    /** Whether there is an account for this leg already. */
    boolean hasAccount(LegRun run) {
        var order = run.order();
        return accounts.find(order.tpp(), name(order), order.environmentName()).isPresent();
    }

    /** Whether an account does not stem from this onboarding alone, or is known to work. */
    boolean isFromBefore(PortalAccount account, LegRun run) {
        return account.isFromBefore(run.order().startedAt());
    }

    private static String name(LegOrder order) {
        return order.environment().portal() == null ? order.playbook().bank() : order.environment().portal().name();
    }

    /** The account for this leg, made now where there is none; throws {@link LegRun.MissingData} without a login. */
    PortalAccount accountFor(LegRun run) {
        var order = run.order();
        var portal = order.environment().portal();
        var name = name(order);
        return accounts.find(order.tpp(), name, order.environmentName()).orElseGet(() -> made(run, portal, name));
    }

    /** Only where a person stands in for the machine: who signs up by a leg of their own may choose the log-in, and have it adopted. */
    @Override
    public void prepare(LegRun run) {
        var automation = run.order().playbook().automation();
        if (automation == Automation.FORBIDDEN || automation == Automation.UNKNOWN) {
            prepareSignUp(run);
        }
    }

    /** Makes the account before a person signs us up with it, where this leg does. */
    void prepareSignUp(LegRun run) {
        if (run.order().leg().stage() == Stage.SIGN_UP && run.order().environment().portal() != null) {
            accountFor(run);
        }
    }

    /** The password of an account, for typing it; the caller closes it. */
    Secret password(PortalAccount account, LegRun run) {
        return vault.reveal(account.password(), Vault.Purpose.leg(run.order().onboarding(), run.order().leg().id()))
                .orElseThrow(() -> new LegRun.MissingData("account.password"));
    }

    /** Lets the run mask the secrets of its account, whether or not it uses them: the portal may show them on any page. */
    void mask(LegRun run) {
        var order = run.order();
        var purpose = Vault.Purpose.leg(order.onboarding(), order.leg().id());
        accounts.find(order.tpp(), name(order), order.environmentName()).ifPresent(account -> {
            vault.reveal(account.password(), purpose).ifPresent(held -> masked(held, run));
            Optional.ofNullable(account.secondFactor()).flatMap(seed -> vault.reveal(seed, purpose)).ifPresent(held -> maskedSeed(held, run));
        });
    }

    private static void masked(Secret password, LegRun run) {
        try (password) {
            password.<Void>reveal(text -> {
                run.masks().add(text);
                return null;
            });
        }
    }

    private static void maskedSeed(Secret seed, LegRun run) {
        try (seed) {
            Totp.written(seed, run.masks()::add);
        }
    }

    /** The present one-time code of an account, entered at most once; the caller closes it. */
    Secret code(PortalAccount account, LegRun run) {
        var seed = account.secondFactor() == null ? Optional.<Secret>empty()
                : vault.reveal(account.secondFactor(), Vault.Purpose.leg(run.order().onboarding(), run.order().leg().id()));
        try (var held = seed.orElseThrow(() -> new LegRun.MissingData("account.totp"))) {
            return codes.next(account, Totp.of(held));
        }
    }

    /** Keeps the seed of an account's codes: it is in the vault when this returns. Throws IllegalArgumentException where it is none. */
    void keepSeed(PortalAccount account, Secret seed, LegRun run) {
        Totp.of(seed);
        var name = PortalAccount.secret(account.tpp(), account.portal(), account.environment(), "totp-seed");
        vault.keep(name, account.tpp(), seed);
        accounts.secondFactor(account, name);
        Totp.written(seed, run.masks()::add);
        run.journal("second-factor-kept", "The seed of the codes for the portal " + account.portal() + " is in the vault");
    }

    void signedIn(PortalAccount account) {
        accounts.signedIn(account, clock.instant());
    }

    private PortalAccount made(LegRun run, Portal portal, String name) {
        var order = run.order();
        var login = run.fill(portal == null || portal.login() == null ? USUAL_LOGIN : portal.login());
        var password = PortalAccount.secret(order.tpp(), name, order.environmentName(), "password");
        var rules = portal == null ? null : portal.password();
        if (!vault.holds(password)) {
            try (var made = passwords.make(rules)) {
                vault.keep(password, order.tpp(), made);
            }
        }
        if (accounts.add(new PortalAccount(order.tpp(), name, order.environmentName(), login.text(), password, null, "portolan",
                clock.instant(), null, expiry(rules), false))) {
            run.journal("portal-account-made", "Account " + login + " for the portal " + name);
        }
        return accounts.find(order.tpp(), name, order.environmentName()).orElseThrow();
    }

    private Instant expiry(Portal.PasswordRules rules) {
        return rules == null || rules.expiresAfter() == null ? null
                : rules.expiresAfter().after(clock.instant().atZone(ZoneOffset.UTC), BusinessDays.of(null)).toInstant();
    }
}
