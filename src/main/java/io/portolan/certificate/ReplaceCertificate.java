package io.portolan.certificate;

import io.portolan.access.Approval;
import io.portolan.access.Asked;
import io.portolan.access.Asked.Fact;
import io.portolan.access.Deed;
import io.portolan.access.Guarded;
import io.portolan.access.SecondPerson;
import io.portolan.journal.Act;
import io.portolan.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has banks be shown another certificate than before: by a choice, by taking one back, or by taking a certificate out of use. */
@Component
public class ReplaceCertificate implements Deed {

    private static final String TEST = "test";

    private final Certificates certificates;
    private final Choices choices;
    private final SecondPerson secondPerson;

    ReplaceCertificate(Certificates certificates, Choices choices, SecondPerson secondPerson) {
        this.certificates = certificates;
        this.choices = choices;
        this.secondPerson = secondPerson;
    }

    /** In which way another certificate is used. */
    private enum How { CHOOSE, FORGET, RETIRE }

    /** Another use of a certificate, as the object of this deed; the bank is null for all that need no other. */
    private record Use(How how, String certificate, String bank) {

        static Use of(String object) {
            var parts = object.split("/", 3);
            return new Use(How.valueOf(parts[0]), parts[1], parts[2].isEmpty() ? null : parts[2]);
        }

        String object() {
            return how + "/" + certificate + "/" + (bank == null ? "" : bank.strip());
        }
    }

    /**
     * Chooses as {@link Choices#choose}.
     *
     * @param reason why, or null where nobody else has to be asked
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public Choices.Choice choose(String certificate, String bank, String reason, String actor) {
        before(How.CHOOSE, certificate, bank, reason, actor);
        return choices.choose(certificate, bank, actor);
    }

    /**
     * Takes the choice of a certificate back, as {@link Choices#forget}.
     *
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public void forget(Certificate chosen, String bank, String reason, String actor) {
        before(How.FORGET, chosen.id(), bank, reason, actor);
        choices.forget(chosen.tpp(), chosen.environment(), chosen.kind(), bank, actor);
    }

    /**
     * Takes a certificate out of use, as {@link Certificates#retire}.
     *
     * @throws io.portolan.access.SecondPersonNeeded where somebody else is asked first
     */
    @Transactional
    public Certificate retire(String certificate, String reason, String actor) {
        before(How.RETIRE, certificate, null, reason, actor);
        return certificates.retire(certificate, reason, actor);
    }

    /** Whether somebody else would be asked before this certificate is used otherwise, so that whoever does it has to say why. */
    public boolean asksSecondPerson(String certificate) {
        return secondPerson.needed(this, new Use(How.CHOOSE, certificate, null).object(), Map.of()).isPresent();
    }

    private void before(How how, String certificate, String bank, String reason, String actor) {
        secondPerson.before(this, new Use(how, certificate, bank).object(), Map.of(), reason, actor);
    }

    /** A new certificate that would be used by itself, at once or once it counts, in place of one that still would be, waits until it is chosen. */
    @EventListener
    void keepInUse(CertificateTaken event) {
        var taken = certificates.find(event.certificate()).orElseThrow();
        var takesOver = taken.id().equals(event.after()) && event.before() != null && !event.before().equals(event.after());
        if (takesOver && secondPerson.needed(this, new Use(How.CHOOSE, taken.id(), taken.bank()).object(), Map.of()).isPresent()) {
            choices.choose(event.before(), taken.bank(), event.actor());
        }
    }

    @Override
    public String deed() {
        return "replace-certificate";
    }

    @Override
    public Guarded act() {
        return Guarded.REPLACE;
    }

    @Override
    public Optional<Asked> asked(String object, Map<String, String> with) {
        var use = Use.of(object);
        var certificate = found(use.certificate());
        return certificate.environment().equals(TEST) || certificate.isRetired() ? Optional.empty() : Optional.of(asked(certificate, use.how(), use.bank()));
    }

    private Asked asked(Certificate certificate, How how, String bank) {
        var what = certificate.kind().said() + " \"" + certificate.label() + "\" of " + certificate.tpp();
        var where = bank == null ? "at all banks that need no other" : "at " + bank;
        var used = certificates.inUse(certificate.tpp(), certificate.kind(), certificate.environment(), bank).map(now -> now.label() + ", serial " + now.serial().toString(16)).orElse("none");
        return new Asked(certificate.tpp(), Act.HOUSE, switch (how) {
            case CHOOSE -> "Use the " + what + " " + where;
            case FORGET -> "Use the " + what + " " + where + " no longer by choice";
            case RETIRE -> "Take the " + what + " out of use";
        }, switch (how) {
            case CHOOSE -> "From then on banks are shown this certificate; one that does not know it yet lets nobody in.";
            case FORGET -> "From then on Portolan chooses the certificate by itself; a bank that does not know that one lets nobody in.";
            case RETIRE -> "It is used no more, and cannot be taken into use again; a bank that knows no other lets nobody in.";
        }, "/certificates/" + certificate.id(), List.of(new Fact("TPP", certificate.tpp()), new Fact("Environment", certificate.environment()),
                new Fact("Certificate", certificate.label() + ", serial " + certificate.serial().toString(16)), new Fact("Good until", certificate.notAfter().toString()),
                new Fact("In use now " + where, used)), certificate.sha256(), List.of());
    }

    @Override
    public boolean carryOut(Approval approval) {
        var use = Use.of(approval.object());
        switch (use.how()) {
            case CHOOSE -> choices.choose(use.certificate(), use.bank(), approval.requestedBy());
            case FORGET -> {
                var certificate = found(use.certificate());
                choices.forget(certificate.tpp(), certificate.environment(), certificate.kind(), use.bank(), approval.requestedBy());
            }
            case RETIRE -> certificates.retire(use.certificate(), approval.reason(), approval.requestedBy());
        }
        return true;
    }

    private Certificate found(String id) {
        return certificates.find(id).orElseThrow(() -> Refused.notFound("unknown-certificate", "There is no certificate " + id + "."));
    }
}
