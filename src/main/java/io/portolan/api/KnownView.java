package io.portolan.api;

import io.portolan.playbook.KnownBank;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a bank that has no playbook, and what is missing for one. */
record KnownView(List<String> by, List<String> how, List<String> before, List<String> asks, String approval, Map<String, String> certificates,
        Map<String, String> credentials, String coveredBy, Map<String, String> members, Map<String, PlaceView> environments, List<String> missing) {

    /** An environment as far as its addresses are known. */
    record PlaceView(String kind, String baseUrl, Map<String, String> addresses) { }

    static KnownView of(KnownBank bank) {
        var way = bank.registration();
        var certificates = new LinkedHashMap<String, String>();
        bank.certificates().forEach((kind, text) -> certificates.put(Words.of(kind), text));
        var environments = new LinkedHashMap<String, PlaceView>();
        bank.environments().forEach((name, place) ->
                environments.put(name, new PlaceView(Words.of(place.kind()), place.baseUrl(), place.addresses())));
        return new KnownView(way.by().stream().map(Words::of).toList(), way.how(), way.before(), way.asks(), bank.approval(), certificates,
                bank.credentials(), bank.coveredBy(), bank.members(), environments, bank.missing());
    }
}
