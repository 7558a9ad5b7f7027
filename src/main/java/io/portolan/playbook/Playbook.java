package io.portolan.playbook;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What one bank asks of a TPP that wants in, as data. */
public record Playbook(
        @Doc(value = "The id, which is the file's name: iso country, hyphen, bank.", example = "bank: cz-example",
                required = true) String bank,
        @Doc(value = "The name of the bank.", example = "name: Example Bank", required = true) String name,
        @Doc(value = "Its BICs.", example = "bics: [EXAMCZPP]") List<String> bics,
        @Doc(value = "The group it belongs to.", example = "group: erste") String group,
        @Doc(value = "What the portal's terms say of automation.", example = "automation: permitted")
                Automation automation,
        @Doc(value = "The API standard.", example = "standard: {family: berlin-group-nextgenpsd2, version: 1.3.12}")
                Standard standard,
        @Doc(value = "How account holders authenticate.", example = "sca: {approaches: [redirect], oauth2: pre-step}")
                Sca sca,
        @Doc(value = "How the API is called once we are registered: tokens, how the client authenticates, signatures.",
                example = "access: 'OAuth 2.0 with PKCE, over mutual TLS with the QWAC.'") String access,
        @Doc(value = "What the bank calls the services, where it has words of its own; {{service-names}}.",
                example = "service-names: {AIS: aisp, PIS: pisp}") Map<Service, String> serviceNames,
        @Doc(value = "Whom to write to or call, by role.", example = "contacts: {support: {e-mail: psd2@bank.example}}")
                Map<String, Contact> contacts,
        @Doc(value = "What there is to read.",
                example = "documents: [{title: Specification, url: 'https://bank.example/spec'}]")
                List<Document> documents,
        @Doc(value = "What is known of data to test with.", example = "test-data: Users are listed in the portal.")
                String testData,
        @Doc(value = "What must be there before anything is sent.", example = "needs: {tpp: [vat-number]}") Needs needs,
        @Doc(value = "Facts that nobody has yet, by name, and who would know; {{ask.<name>}}.",
                example = "ask: {register-url: told by the bank's support}") Map<String, Fact> ask,
        @Doc(value = "Its branches, by key.", example = "branches: {at: {name: Wien, scope: registration}}")
                Map<String, Branch> branches,
        @Doc(value = "What may be used once ever at this bank; legs that register there look first where they can, in their first run too.", example = "unique-by: certificate") UniqueBy uniqueBy,
        @Doc(value = "Where the facts come from.", example = "sources: ['https://bank.example/psd2']", required = true)
                List<String> sources,
        @Doc(value = "When they were last checked.", example = "checked-on: 2026-11-01", required = true)
                LocalDate checkedOn,
        @Doc(value = "How sure they are.", example = "confidence: verified-from-source", required = true)
                Confidence confidence,
        @Doc(value = "What is odd at this bank, why, and when and where it was seen.",
                example = "quirks: [{what: Two-letter titles do not work., why: A bug., seen: '2026-11-01, the portal'}]") List<Quirk> quirks,
        @Doc(value = "The environments, by a name such as sandbox or production.",
                example = "environments: {sandbox: {kind: test, hosts: [sandbox.bank.example], routes: []}}", required = true) Map<String, Environment> environments,
        @Doc(value = "What is known of the life after.", example = "procedures: {renew-certificate: {mode: mail}}")
                Map<Procedure.Kind, Procedure> procedures) {

    /** A playbook that names no needs has none. */
    public Playbook {
        needs = needs != null ? needs : new Needs(List.of(), List.of(), List.of(), List.of());
    }

    /** The same as this environment knows it at a branch, which may be null, from what people have supplied, by the names of the facts. */
    public Playbook knowing(String environmentName, String branch, Function<String, Optional<String>> facts) {
        var known = at(environmentName, branch).knowing(facts);
        if (known == environments.get(environmentName)) {
            return this;
        }
        var all = new LinkedHashMap<>(environments);
        all.put(environmentName, known);
        return Records.with(this, "environments", Collections.unmodifiableMap(all));
    }

    /** The same as this environment is at a branch, which may be null, before anybody has supplied a fact. */
    public Playbook atBranch(String environmentName, String branch) {
        return knowing(environmentName, branch, fact -> Optional.empty());
    }

    /** An environment as it is at a branch, which may be null. */
    public Environment at(String environmentName, String branch) {
        var found = branch == null ? null : branches.get(branch);
        return environments.get(environmentName).as(found == null ? null : found.environments().get(environmentName));
    }

    /** Whether each of its branches registers us by itself, so that the bank as a whole does not. */
    public boolean registersByBranchOnly() {
        return !branches.isEmpty() && branches.values().stream().allMatch(branch -> branch.scope() == Branch.Scope.REGISTRATION);
    }

    /** The names of the portals of an environment that has one: its own, and those of branches. */
    public Set<String> portals(String environmentName) {
        var names = new LinkedHashSet<>(Set.of(environments.get(environmentName).portal().name()));
        branches.keySet().forEach(branch -> names.add(at(environmentName, branch).portal().name()));
        return Collections.unmodifiableSet(names);
    }

    /** Of which branch a fact is kept: of the given one where each has its own, else of none, which is empty. */
    public String branchOfFact(String fact, String branch) {
        return branch != null && ask.containsKey(fact) && ask.get(fact).byBranch() ? branch : "";
    }

    /** The countries in which it is found: that of its id, and those of its branches. */
    public Set<String> countries() {
        var countries = new LinkedHashSet<>(Set.of(bank.substring(0, 2).toUpperCase(Locale.ROOT)));
        branches.values().stream().map(Branch::countries).forEach(countries::addAll);
        return Collections.unmodifiableSet(countries);
    }

    /** The name of the environment that is looked at first: one for real, where there is one. */
    public String firstEnvironment() {
        return environments.entrySet().stream().filter(each -> each.getValue().kind() == Environment.Kind.LIVE).map(Map.Entry::getKey).findFirst()
                .orElseGet(() -> environments.keySet().iterator().next());
    }

    /** By which means each stage is done on the first route of that environment, stages in their usual order. */
    public Map<Stage, Set<MeansName>> meansByStage() {
        var means = new EnumMap<Stage, Set<MeansName>>(Stage.class);
        environments.get(firstEnvironment()).routes().get(0).legs().forEach(leg -> means.computeIfAbsent(leg.stage(), none -> new LinkedHashSet<>()).add(leg.by()));
        return means;
    }

    /** What a portal's terms say of automation. */
    public enum Automation {
        @Doc("They permit it, or the bank has.") PERMITTED,
        @Doc("They say nothing, or nobody has read them: a person does the legs by portal until the TPP has consented.") UNKNOWN,
        @Doc("They forbid it: a person does the legs by portal, by instructions made from their steps.") FORBIDDEN
    }

    /** How sure the facts of a playbook are. */
    public enum Confidence {
        @Doc("Every leg was read in a source.") VERIFIED_FROM_SOURCE,
        @Doc("Some of it is inferred.") PARTIAL,
        @Doc("It is what a person wrote down on the way.") BY_HAND_UNVERIFIED
    }

    /** What a bank lets a TPP use for one registration only, ever. */
    public enum UniqueBy {
        @Doc("The certificate.") CERTIFICATE,
        @Doc("The subject of the certificate.") DN,
        @Doc("The organizationIdentifier of the certificate.") ORGANISATION_ID,
        @Doc("The account at the portal.") PORTAL_ACCOUNT
    }

    /** The API standard that the bank follows. */
    public record Standard(@Doc(value = "Its family.", example = "family: berlin-group-nextgenpsd2", required = true) String family,
            @Doc(value = "Its version.", example = "version: 1.3.12") String version) { }

    /** How account holders authenticate (RTS (EU) 2018/389, Article 4). */
    public record Sca(
            @Doc(value = "The approaches.", example = "approaches: [redirect, decoupled]") List<Approach> approaches,
            @Doc(value = "Where OAuth 2.0 comes in.", example = "oauth2: pre-step") OAuth2 oauth2) {

        /** Whether account holders are sent to a page of the bank, and from there back to us, by any of them. */
        public boolean redirects() {
            return approaches == null || approaches.isEmpty() || approaches.contains(Approach.REDIRECT) || approaches.contains(Approach.OAUTH2)
                    || oauth2 != null && oauth2 != OAuth2.NONE;
        }

        /** The SCA approaches of NextGenPSD2. */
        public enum Approach {
            @Doc("On the bank's page.") REDIRECT,
            @Doc("In the bank's app.") DECOUPLED,
            @Doc("Through us.") EMBEDDED,
            @Doc("By OAuth 2.0.") OAUTH2
        }

        /** Where a bank uses OAuth 2.0. */
        public enum OAuth2 {
            @Doc("Nowhere.") NONE,
            @Doc("Before the API is called at all.") PRE_STEP,
            @Doc("For the authentication of each consent or payment.") SCA_APPROACH
        }
    }

    /** Somebody at the bank. */
    public record Contact(@Doc(value = "The name.", example = "name: PSD2 desk") String name,
            @Doc(value = "The e-mail address.", example = "e-mail: psd2@bank.example") String eMail,
            @Doc(value = "The telephone number.", example = "phone: '+420 234 567 890'") String phone,
            @Doc(value = "A form on the web.", example = "url: 'https://bank.example/contact'") String url,
            @Doc(value = "From which of our mailboxes, by its name, or from which of our addresses we write.",
                    example = "write-from: psd2-desk") String writeFrom) { }

    /** Something to read. */
    public record Document(@Doc(value = "Its title.", example = "title: Specification", required = true) String title,
            @Doc(value = "Its address.", example = "url: 'https://bank.example/spec'", required = true) String url) { }

    /** A part of the bank, by country or brand. */
    public record Branch(@Doc(value = "Its name.", example = "name: Wien", required = true) String name,
            @Doc(value = "Whether it has a registration of its own.",
                    example = "scope: registration", required = true) Scope scope,
            @Doc(value = "Its country (ISO 3166), where it is another than that of the bank's id.", example = "country: AT") String country,
            @Doc(value = "When it closes.", example = "closes-on: 2027-06-30") LocalDate closesOn,
            @Doc(value = "What the bank calls it or where it is found, by names of our own that all branches have; {{branch.<name>}}.",
                    example = "values: {aspsp: EXAMXX01, url: 'https://wien.bank.example'}") Map<String, String> values,
            @Doc(value = "What is otherwise in an environment for this branch, by the environment's name.",
                    example = "environments: {production: {base-url: 'https://wien.bank.example', portal: wien-developer}}") Map<String, Place> environments,
            @Doc(value = "Further countries (ISO 3166) that it is for.", example = "also-in: [MT, DE]") List<String> alsoIn) {

        /** A branch that names no values or further countries has none. */
        public Branch {
            values = values == null ? Map.of() : values;
            environments = environments == null ? Map.of() : environments;
            alsoIn = alsoIn == null ? List.of() : alsoIn;
        }

        /** Whether it is closed on this day. */
        public boolean isClosed(LocalDate today) {
            return closesOn != null && !today.isBefore(closesOn);
        }

        /** All countries that it is for, as far as they are told. */
        public List<String> countries() {
            return Stream.concat(Stream.ofNullable(country), alsoIn.stream()).toList();
        }

        /** Where a branch is found in an environment; what is not said is as for the whole bank. */
        public record Place(
                @Doc(value = "Where its portal or its API begins; {{environment.base-url}}.", example = "base-url: https://wien.bank.example") String baseUrl,
                @Doc(value = "Where its API begins, where it differs.", example = "api-url: https://api.wien.bank.example") String apiUrl,
                @Doc(value = "The name of its own portal, with an account of its own.", example = "portal: wien-developer") String portal) { }

        /** Whether a branch has its own registration. */
        public enum Scope {
            @Doc("It registers us by itself.") REGISTRATION,
            @Doc("It is only addressed by the one registration.") ACCESS
        }
    }

    /** Something odd that a reader would otherwise mend. */
    public record Quirk(@Doc(value = "What is odd.", example = "what: Titles of two letters do not work.", required = true) String what,
            @Doc(value = "Why it is so.", example = "why: A fault of the portal that its support knows.") String why,
            @Doc(value = "When and where it was seen.", example = "seen: '2026-11-01, the portal'", required = true) String seen) { }
}
