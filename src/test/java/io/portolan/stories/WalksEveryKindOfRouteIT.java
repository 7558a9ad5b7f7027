package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.certificate.Certificate;
import io.portolan.leg.BankAnswer;
import io.portolan.leg.LegRun;
import io.portolan.leg.LegState;
import io.portolan.leg.Outcome;
import io.portolan.onboarding.AnswerForBank;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboarding.Status;
import io.portolan.onboarding.Onboardings;
import io.portolan.onboarding.PersonAnswer;
import io.portolan.onboarding.StartRequest;
import io.portolan.playbook.OperatorWork;
import io.portolan.playbook.Playbooks;
import io.portolan.playbook.Stage;
import io.portolan.playbook.WaitingFor;
import io.portolan.refusal.Refused;
import io.portolan.simulator.DemoTpp;
import io.portolan.vault.Secret;
import io.portolan.worklist.Task;
import io.portolan.worklist.Worklist;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every kind of way into a bank that is known, each as a playbook in src/test/resources/routes. All are walked side by side for one
 * TPP; what a leg says is filled as its means would, a person does what is asked, and a bank approves what waits for it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalksEveryKindOfRouteIT extends ScriptedStory {

    /** Bank, environment, branch, what happens on the way by its legs, in order, and what is special there. */
    private static final String WAYS = """
            xx-open-quay | sandbox | | live | nothing to register but a user of the sandbox
            xx-open-quay | production | | live | nothing to register: the certificate is in a header field and holds the client id
            xx-first-buoy | sandbox | | live | the first call registers, is signed, and its answer has the client id
            xx-directory | sandbox | | person enrol, live | a directory issues a software statement for a year
            xx-statement-bank | sandbox | | live | registered by a signed call with the statement, once its directory is there
            xx-long-portal | sandbox | | bank organisation-approval, bank approval, live | two approvals, certificates as fields, products of their own
            xx-ferry-east | sandbox | | live | a member of a hub, which is registered by whoever comes first
            xx-ferry-west | sandbox | | live | another member, which waits for the same registration
            xx-letter-bank | sandbox | | person form, live | a form, then a conversation by mail
            xx-unwelcoming | sandbox | | live | an error is the success
            xx-one-shot | sandbox | | person register, live | a call that is made once, ever: its lost answer is a person's
            xx-sister-first | sandbox | | live | the certificate is used once for the whole group
            xx-sister-second | sandbox | | live | a brand of that group, which takes the credentials over
            xx-once-ever | sandbox | | live | registered once, ever: it looks first
            xx-long-chain | sandbox | | live | a chain of calls, each fed by the one before
            xx-relay | sandbox | | person fetch-key, live | a person's work feeds a call, a call a letter, a mailed secret link a call
            xx-sleeping-key | sandbox | | bank activation, live | credentials that are there before they work
            xx-strict-desk | sandbox | | person hand-in, person approval, person hand-in, bank approval, live | rejects for how a field is written
            xx-only-live | sandbox | | person fetch-key, live | the sandbox asks for a key only
            xx-only-live | production | | live | the enrolment exists in production alone
            xx-by-hand | sandbox | | person create-application, person approval, bank approval, live | a portal for people only
            xx-slow-tide | sandbox | | bank approval, bank contract, live | waits of no known and of a known length
            xx-short-fuse | sandbox | | live | a link that is good for some days only
            xx-one-glance | sandbox | | live | a secret that is shown once
            xx-seal-only | sandbox | | live | known by the seal alone
            xx-every-way | sandbox | | live | certificates handed over in every way
            xx-picky | sandbox | | refused pre-flight-failed | keys, issuers and names that a bank takes, seen beforehand
            xx-lent-papers | sandbox | | person fetch-certificate, live | certificates that the bank hands out for its sandbox
            xx-lent-papers | production | | live | and our own in production
            xx-two-doors | sandbox | mainland | live | the kind of certificate decides the way in
            xx-two-doors | sandbox | island | live | and so does the customers' region
            xx-two-doors | sandbox | | refused pre-flight-failed | branches that register each, and none is said
            xx-reads-papers | sandbox | | live | what the bank reads in the certificate
            xx-many-piers | sandbox | south | live | one registration, branches with a code and an address of their own
            xx-twin-by-call | sandbox | | live | a group that asks for a call in one country
            xx-twin-by-portal | sandbox | | live | and has a portal in another
            xx-for-partners | sandbox | | live | an application for each partner
            xx-abroad | sandbox | | refused pre-flight-failed | only TPPs whose licence is passported there
            """;

    @Autowired AnswerForBank answerForBank;
    @Autowired Playbooks playbooks;
    private final Map<String, List<String>> happened = new LinkedHashMap<>();
    private final Map<String, String> started = new LinkedHashMap<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private String tpp;

    static Stream<Arguments> ways() {
        return WAYS.lines().map(way -> Arguments.of((Object[]) way.strip().split(" *[|] *")));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("ways")
    void endsWhereItShould(String bank, String environment, String branch, String happens, String special) {
        assertThat(String.join(", ", happened.get(started.get(bank + environment + branch)))).as(special).isEqualTo(happens);
    }

    @Test
    void registersAtAHubOnceForAllThatNeedIt() {
        assertThat(onboardings.page(new Onboardings.Filter(tpp, "xx-ferry-hub", null, null), null, 10).items()).hasSize(1);
        assertThat(onboardings.page(new Onboardings.Filter(tpp, "xx-directory", null, null), null, 10).items()).hasSize(1);
        assertThat(onboardings.page(new Onboardings.Filter(tpp, "xx-sister-first", null, null), null, 10).items()).hasSize(1);
    }

    @BeforeAll
    void walkAll() {
        tpp = aTpp();
        for (var environment : List.of("test", "live")) {
            Stream.of(Certificate.Kind.values()).filter(kind -> kind != Certificate.Kind.QWAC || environment.equals("live"))
                    .forEach(kind -> take(kind, environment));
        }
        ScriptedMeans.always(tpp, this::asAtTheBank);
        ways().map(Arguments::get).forEach(way -> start((String) way[0], (String) way[1], (String) way[2]));
        await().atMost(Duration.ofSeconds(150)).pollInterval(Duration.ofMillis(50)).until(this::allHaveEnded);
    }

    private void start(String bank, String environment, String branch) {
        var key = bank + environment + branch;
        try {
            started.put(key, startOnboarding.with(new StartRequest(tpp, bank, branch.isEmpty() ? null : branch, environment, null,
                    List.of("AIS", "PIS"), null), "user:story").id());
        } catch (Refused refused) {
            var other = refused.about().get("onboarding");
            started.put(key, other == null ? key : other);
            happened.put(key, new ArrayList<>(List.of("refused " + refused.code())));
        }
    }

    private void take(Certificate.Kind kind, String environment) {
        var isForWebsites = kind == Certificate.Kind.QWAC || kind == Certificate.Kind.OBWAC;
        var issued = isForWebsites ? authority().qwac(DemoTpp.example()) : authority().qseal(DemoTpp.example());
        try (var key = Secret.of(issued.keyPem())) {
            certificates.take(tpp, kind, environment, kind + " for " + environment, issued.chainPem(), key, "user:story");
        }
    }

    /** Each leg fills all that it would send; what a bank decides, it decides later; one bank hangs up, another rejects at first. */
    private Outcome asAtTheBank(LegRun run) {
        var order = run.order();
        var isFirst = begun.add(order.onboarding() + order.leg().id());
        if (isFirst && order.playbook().bank().equals("xx-one-shot") && order.leg().id().equals("register")) {
            return new Outcome.NeedsPerson(Outcome.Reason.ANSWER_LOST, "Has the bank registered us?", null);
        }
        if (isFirst && order.playbook().bank().equals("xx-strict-desk") && order.leg().id().equals("approval")) {
            return new Outcome.Rejected("The reference must not hold blanks.");
        }
        if (order.leg().stage() == Stage.APPROVAL && begun.add("waits " + order.onboarding() + order.leg().id())) {
            return new Outcome.NotYet(WaitingFor.BANK, "Pending", null);
        }
        EveryPlace.fill(run);
        return ScriptedMeans.asAsked(run);
    }

    private boolean allHaveEnded() {
        var all = new ArrayList<Onboarding>();
        Onboardings.Page page = null;
        do {
            page = onboardings.page(new Onboardings.Filter(tpp, null, null, null), page == null ? null : page.next(), 50);
            all.addAll(page.items());
        } while (page.next() != null);
        all.forEach(this::goOn);
        return all.stream().allMatch(each -> each.status() == Status.DONE);
    }

    private void goOn(Onboarding onboarding) {
        var id = onboarding.id();
        var trace = happened.computeIfAbsent(id, none -> new ArrayList<>());
        if (onboarding.status() == Status.DONE && !trace.contains("live")) {
            trace.add("live");
        }
        openTasks(id).stream().filter(task -> task.kind() != Task.Kind.NOTICE).forEach(task -> {
            trace.add("person " + task.leg());
            worklist.complete(task.id(), new Worklist.Completion(answer(task, onboarding), values(task), null), "user:ada");
        });
        if (onboarding.status() == Status.WAITING_FOR_BANK) {
            onboardings.legs(id).stream().filter(leg -> leg.state() == LegState.WAITING).forEach(leg -> {
                trace.add("bank " + leg.id());
                answerForBank.with(id, new AnswerForBank.Said(BankAnswer.Kind.APPROVED, Set.of(), null, null, null, null, leg.id()), "user:story");
            });
        }
    }

    private PersonAnswer answer(Task task, Onboarding onboarding) {
        if (task.leg().equals("fetch-certificate")) {
            take(Certificate.Kind.QWAC, onboarding.bank() + "/" + onboarding.environment());
        }
        var leg = playbooks.current(onboarding.bank()).orElseThrow().playbook().environments().get(onboarding.environment())
                .route(onboarding.route()).orElseThrow().leg(task.leg()).orElseThrow();
        return !task.outcomes().contains(PersonAnswer.DONE) ? PersonAnswer.AGAIN
                : leg.work() instanceof OperatorWork work && work.thenWait() ? PersonAnswer.HANDED_IN : PersonAnswer.DONE;
    }

    private static Map<String, String> values(Task task) {
        var values = new LinkedHashMap<String, String>();
        task.fields().stream().filter(field -> !field.name().startsWith("account.")).forEach(field -> values.put(field.name(), field.choices().isEmpty() ? "value-of-" + field.name() : field.choices().get(0)));
        return task.kind() == Task.Kind.REJECTION ? Map.of() : values;
    }
}
