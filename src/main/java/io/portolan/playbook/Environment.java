package io.portolan.playbook;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One of a bank's environments, with its own addresses and routes. */
public record Environment(
        @Doc(value = "Whether real customers' data is behind it.", example = "kind: live", required = true) Kind kind,
        @Doc(value = "Where the portal or the API begins; {{environment.base-url}}.",
                example = "base-url: https://developer.bank.example")
                String baseUrl,
        @Doc(value = "Where the API begins, where it differs; {{environment.api-url}}.",
                example = "api-url: https://api.bank.example")
                String apiUrl,
        @Doc(value = "The hosts, with port where it is not 443, that may get our data; {{ask.<name>}} is the host of an address that a person supplies.",
                example = "hosts: [developer.bank.example]",
                required = true) List<String> hosts,
        @Doc(value = "The authorization server, where its addresses are asked of itself; {{discovered.token-endpoint}}.",
                example = "authorization-server: {issuer: 'https://auth.bank.example'}")
                AuthorizationServer authorizationServer,
        @Doc(value = "What is special about TLS connections to its hosts.", example = "connection: {chain: leaf}") Connection connection,
        @Doc(value = "Whether the bank hands out certificates of its own for it: only those taken in for this bank and environment are used"
                + " here, and needs.certificates is not about them.", example = "own-certificates: true") boolean ownCertificates,
        @Doc(value = "Whether this environment, though it is for trying, takes only certificates of trusted issuers: those for live environments are used here.",
                example = "real-certificates: true") boolean realCertificates,
        @Doc(value = "Whether certificates are handed out here to those who have none yet, as a directory does: only then may a live onboarding"
                + " begin without one.", example = "issues-certificates: true") boolean issuesCertificates,
        @Doc(value = "How the portal is signed in to.",
                example = "portal: {name: bank-developer, log-in: [{open: 'https://developer.bank.example'}]}")
                Portal portal,
        @Doc(value = "The ways in; the first whose condition fits is taken.",
                example = "routes: [{name: default, legs: []}]",
                required = true) List<Route> routes) {

    /** An environment that says nothing of its connections has usual ones. */
    public Environment {
        connection = connection == null ? Connection.USUAL : connection;
    }

    /** Whether an environment is for trying or for real. */
    public enum Kind {
        @Doc("For trying: no customer is behind it.") TEST,
        @Doc("For real.") LIVE
    }

    /** For which environments the certificates are that are used in this one, by the name under which they are taken in. */
    public String certificatesFor(String bank, String name) {
        return ownCertificates ? bank + "/" + name : kind == Kind.LIVE || realCertificates ? "live" : "test";
    }

    /** The same as it is for a branch, which may be null. */
    Environment as(Playbook.Branch.Place place) {
        var here = this;
        if (place != null && place.baseUrl() != null) {
            here = Records.with(here, "baseUrl", place.baseUrl());
        }
        if (place != null && place.apiUrl() != null) {
            here = Records.with(here, "apiUrl", place.apiUrl());
        }
        return place == null || place.portal() == null || portal == null ? here : Records.with(here, "portal", Records.with(portal, "name", place.portal()));
    }

    /** The same with the hosts of the addresses that people have supplied in place of the facts that stand for them. */
    Environment knowing(Function<String, Optional<String>> facts) {
        return hosts.stream().noneMatch(Hosts::isAsked) ? this : Records.with(this, "hosts", hosts.stream().flatMap(host -> Hosts.isAsked(host)
                ? facts.apply(Hosts.fact(host)).flatMap(Hosts::of).stream() : Stream.of(host)).toList());
    }

    /** The route with this name. */
    public Optional<Route> route(String name) {
        return routes.stream().filter(route -> route.name().equals(name)).findFirst();
    }
}
