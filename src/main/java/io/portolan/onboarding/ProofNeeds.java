package io.portolan.onboarding;

import io.portolan.playbook.Leg;
import io.portolan.playbook.Service;
import io.portolan.playbook.Stage;
import io.portolan.tpp.Tpp;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the legs that prove access use of what a bank has handed out, so that it is known what an adopted registration has to bring along. */
@Component
public class ProofNeeds {

    private final ReadRequest readRequest;

    ProofNeeds(ReadRequest readRequest) {
        this.readRequest = readRequest;
    }

    /**
     * The names of what the proof of such a registration uses and neither these names hold nor a leg of the proof brings; empty where
     * no leg proves access for these services.
     *
     * @throws io.portolan.refusal.Refused as a start refuses what is unknown
     */
    public Optional<Set<String>> missing(Tpp tpp, String bank, String branch, String environment, String application, Set<Service> services, Set<String> held) {
        var wish = readRequest.read(new StartRequest(tpp.id(), bank, branch, environment, application, services.stream().map(Service::name).toList(), null), tpp)
                .proving(held);
        var legs = wish.route().legs().stream().filter(wish::asks).toList();
        return legs.stream().noneMatch(leg -> leg.stage() == Stage.VERIFY_ACCESS) ? Optional.empty() : Optional.of(lacking(legs, held));
    }

    private static Set<String> lacking(List<Leg> legs, Set<String> held) {
        var lacking = new LinkedHashSet<String>();
        legs.forEach(leg -> lacking.addAll(leg.uses()));
        lacking.removeAll(held);
        legs.forEach(leg -> lacking.removeAll(leg.captures().keySet()));
        return lacking;
    }
}
