package io.portolan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.onboarding.Onboarding.Status;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The second person by the pages: what is asked is led to its request, listed for others, decided with a reason, and done. */
class ApprovalsPagesIT extends GuardedStory {

    private final Map<String, String> agreed = Map.of("decision", "approved", "reason", "I have looked at it.");

    @Test
    void showsASecretByPageOnceSomebodyElseHasAgreedByPage() {
        var registration = "/registrations/" + live().registration();
        var ada = person("two-ada");
        var bob = person("two-bob");

        var request = led(ada.submit(registration, registration + "/credentials/client-secret/reveal", Map.of("reason", "The bank <b>asks</b>.")));
        assertThat(ada.get(request).text()).contains("Show client-secret of " + tpp, "It waits for somebody else to decide", "The bank &lt;b&gt;asks&lt;/b&gt;.", "Take the request back")
                .doesNotContain("id=\"approve\"", "secret-of-client-secret");
        assertThat(ada.get("/approvals?show=mine").text()).contains(request);
        assertThat(bob.get("/approvals").text()).contains(request, "For my decision");
        assertThat(viewer.get(request).status()).isEqualTo(200);

        var decision = request + "/decision";
        assertThat(ada.submit(request, decision, agreed).status()).isEqualTo(403);
        var unsaid = bob.submit(request, decision, Map.of("decision", "approved", "reason", " "));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("aria-invalid=\"true\"");
        assertThat(bob.get(request).text()).contains("whoever knows it can act at the bank in our name", "What it rests on", "id=\"approve\"", "id=\"decline\"", registration);
        assertThat(bob.submit(request, decision, agreed).status()).isEqualTo(302);
        assertThat(bob.get(request).text()).contains("Approved", "I have looked at it.").doesNotContain("id=\"approve\"");

        assertThat(ada.get(request).text()).contains("do the same again now");
        assertThat(ada.submit(registration, registration + "/credentials/client-secret/reveal", Map.of("reason", "The bank asks.")).text()).contains("secret-of-client-secret");
        assertThat(ada.get(request).text()).contains("Approved and done");
        led(ada.submit(registration, registration + "/credentials/client-secret/reveal", Map.of("reason", "Once more.")));
    }

    @Test
    void withdrawsByPageAndSaysKindlyThatSomebodyWasFaster() {
        ScriptedMeans.next(tpp, "approval", PENDING);
        var onboarding = begin();
        var bob = person("two-bob");
        var submission = "/approvals/" + waitingApproval("submit-application");
        assertThat(bob.get(submission).text()).contains("cannot be taken back", "Portolan does it at once");
        assertThat(bob.submit(submission, submission + "/decision", agreed).status()).isEqualTo(302);
        awaitStatus(onboarding.id(), Status.WAITING_FOR_BANK);

        var ada = person("two-ada");
        var page = "/onboardings/" + onboarding.id();
        var request = led(ada.submit(page, page + "/withdrawal", Map.of("reason", "Not wanted.")));
        var cora = person("two-cora");
        assertThat(cora.get(request).text()).contains("stops for good", "Left at the bank");
        assertThat(bob.submit(request, request + "/decision", agreed).status()).isEqualTo(302);
        awaitStatus(onboarding.id(), Status.WITHDRAWN);
        var late = cora.submit("/access", request + "/decision", agreed);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("This was approved by", "Approved and done");
        assertThat(bob.get("/approvals?show=over").text()).contains(request);
    }

    @Test
    void takesOneBackAndAsksForCertificatesAndCampaignsByPage() {
        var ada = person("two-ada");
        var bob = person("two-bob");
        var page = "/certificates/" + takeLive(tpp);
        assertThat(ada.get(page).text()).contains("Why, for whoever has to agree");
        assertThat(ada.submit(page, page + "/choice", Map.of("bank", "")).header("Location")).endsWith("#choose");
        assertThat(ada.get(page).text()).contains("Say why: somebody else has to agree to it first");
        assertThat(ada.submit(page, page + "/retirement", Map.of("reason", " ")).header("Location")).endsWith("#retire");
        var choice = led(ada.submit(page, page + "/choice", Map.of("bank", "", "reason", "The old one ends <soon>.")));
        assertThat(bob.get(choice).text()).contains("The old one ends &lt;soon&gt;.");
        assertThat(ada.submit(choice, choice + "/taking-back", Map.of()).status()).isEqualTo(302);
        assertThat(ada.get(choice).text()).contains("Taken back").doesNotContain("id=\"take-back\"");

        var campaign = led(ada.submit("/campaigns/new", "/campaigns", Map.of("sent", "true", "tpp", tpp, "banks", BANK, "environment", "live", "services", "AIS",
                "startsPerHour", "60", "atOnce", "5", "name", "Two keys " + tpp)));
        assertThat(bob.get(campaign).text()).contains("Start the campaign", BANK);
        assertThat(bob.submit(campaign, campaign + "/decision", Map.of("decision", "declined", "reason", "Not yet.")).status()).isEqualTo(302);
        assertThat(bob.get(campaign).text()).contains("Declined", "Not yet.");

        var registration = "/registrations/" + live().registration();
        var value = Map.of("kind", "client-secret", "name", "client-secret", "value", "never-in-a-request");
        assertThat(ada.submit(registration, registration + "/credentials", value).header("Location")).endsWith("#hand-in");
        assertThat(ada.get(registration).text()).contains("Say why: somebody else has to agree to it first").doesNotContain("never-in-a-request");
        var handIn = led(ada.submit(registration, registration + "/credentials", with(value, "reason", "Rotated at the bank.")));
        assertThat(bob.get(handIn).text()).contains("Replace client-secret", "Rotated at the bank.").doesNotContain("never-in-a-request");
        assertThat(bob.get("/approvals/nothing").status()).isEqualTo(404);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new java.util.HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    /** Where an act that needs a second person has led its page: to the request. */
    private static String led(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        var found = Pattern.compile("/approvals/[0-9a-f-]{36}").matcher(answer.header("Location"));
        assertThat(found.find()).as(answer.header("Location")).isTrue();
        return found.group();
    }
}
