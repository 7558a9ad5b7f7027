package io.portolan.mail;

import io.portolan.playbook.MailWork;
import io.portolan.playbook.Playbook;
import io.portolan.playbook.PortalWork;
import io.portolan.playbook.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The mail addresses and domains that a playbook names as the bank's. */
final class BankAddresses {

    private final Set<String> addresses = new LinkedHashSet<>();
    private final Set<String> domains = new LinkedHashSet<>();
    private final Set<String> hosts = new LinkedHashSet<>();

    BankAddresses(Playbook playbook) {
        playbook.contacts().values().forEach(contact -> add(contact.eMail()));
        playbook.environments().values().forEach(environment -> {
            environment.hosts().forEach(host -> hosts.add(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT)));
            if (environment.portal() != null) {
                add(environment.portal().logIn());
            }
            environment.routes().stream().flatMap(route -> route.legs().stream()).map(leg -> leg.work()).forEach(work -> {
                if (work instanceof MailWork mail) {
                    add(mail);
                } else if (work instanceof PortalWork portal) {
                    Stream.of(portal.steps(), portal.look(), portal.ifLost()).forEach(this::add);
                }
            });
        });
    }

    private void add(List<Step> steps) {
        if (steps != null) {
            steps.stream().filter(Step.ReadMail.class::isInstance).forEach(step -> add(((Step.ReadMail) step).from()));
        }
    }

    private void add(MailWork work) {
        if (work.expect() != null) {
            add(work.expect().from());
        }
        if (work.letter() != null && work.letter().to().isPlain()) {
            add(work.letter().to().written());
        }
    }

    private void add(String address) {
        if (address != null && address.contains("@")) {
            addresses.add(address.toLowerCase(Locale.ROOT));
            domains.add(domain(address));
        }
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether mails from this address may be the bank's, by who they say they are from. */
    boolean include(String from) {
        return addresses.contains(from) || isBanks(domain(from));
    }

    /** Whether the playbook names this domain: of a mail address, with all below it; of a host, that alone, since what is above may be everybody's. */
    boolean isBanks(String domain) {
        return isOfMail(domain) || hosts.contains(domain);
    }

    private boolean isOfMail(String domain) {
        return domains.stream().anyMatch(known -> isWithin(domain, known));
    }

    /** Whether what was found of this domain is true of the bank's domain from which a mail says it is (RFC 7489, section 3.1). */
    boolean speaksFor(String passed, String from) {
        return isWithin(passed, from) || isOfMail(from) && isWithin(from, passed);
    }

    /** Whether a domain is the other or below it. */
    static boolean isWithin(String domain, String upper) {
        return upper.contains(".") && (domain.equals(upper) || domain.endsWith("." + upper));
    }
}
