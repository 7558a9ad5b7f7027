package io.portolan.adoption;

import io.portolan.certificate.Certificate;
import io.portolan.playbook.CredentialKind;
import io.portolan.playbook.Playbook;
import io.portolan.registration.Adoption;
import io.portolan.registration.Opening;
import io.portolan.registration.Registration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A registration that is told of, as far as it was read; what is wrong with it goes to the findings. */
final class Line {

    /** A credential that is brought along; what is secret of it is shown nowhere. */
    record Brought(String column, String name, CredentialKind kind, boolean secret, String value, Instant expires) {

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "Brought[name=" + name + "]";
        }
    }

    /** An account at the bank's portal; without a password where it is known already. */
    record Account(String tpp, String portal, String environment, String login, String password, String seed, String owner) {

        String key() {
            return tpp + "/" + portal + "/" + environment;
        }

        /** The same with this seed and owner. */
        Account with(String otherSeed, String otherOwner) {
            return new Account(tpp, portal, environment, login, password, otherSeed, otherOwner);
        }

        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return "Account[" + key() + "]";
        }
    }

    final Told told;
    final Findings findings;
    final Known known;
    final List<String> notes = new ArrayList<>();
    Playbook playbook;
    Opening opening;
    /** As it was named; {@link Opening} has it only where it registers by itself. */
    String branch;
    /** Whether that branch is closed by now. */
    boolean isClosed;
    Adoption.Origin origin;
    List<Certificate> certificates = List.of();
    /** Those of them that are not used at this bank by themselves. */
    List<Certificate> toChoose = List.of();
    List<Brought> credentials = List.of();
    Account account;
    /** Whether this is the line that brings the account in; it holds all that the lines tell of it then. */
    boolean bringsAccount;
    Adoption.Proof proof = Adoption.Proof.WANTED;
    String proofNote;
    /** What was taken in before by the same words, or null; then nothing of the line is read but its account. */
    Registration there;
    /** What is there of which something else is told, or null. */
    Registration inTheWay;

    Line(Told told, Findings findings, Known known) {
        this.told = told;
        this.findings = findings;
        this.known = known;
    }

    String word(String column) {
        return told.word(column);
    }

    void wrong(String column, String code, String what, String right) {
        findings.add(told.line(), column, code, what, right);
    }

    /** What no other registration may be for. */
    String key() {
        return String.join("/", opening.tpp(), opening.bank(), opening.branch() == null ? "" : opening.branch(), opening.environment(), opening.application());
    }
}
