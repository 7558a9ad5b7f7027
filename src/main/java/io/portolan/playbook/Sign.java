package io.portolan.playbook;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What shows how a leg stands; all the conditions that are given must hold. */
public record Sign(
        @Doc(value = "A text that a person sees on the page, that the mail says outside of what it quotes, or that the API's answer says; always"
                + " as whole words in any case: Active is not seen in Inactive, but is in Not active. On a page that is not on the hosts nothing is seen.",
                example = "text: Your application is active") Template text,
        @Doc(value = "An element that is visible on the page; its text or name is compared as whole words, too.", example = "visible: {role: link, name: Log out}")
                Target visible,
        @Doc(value = "An element that is no longer on the page, such as a key that was deleted; besides, text, visible or url says by what the"
                + " page is known.", example = "gone: {text: '{{application.name}}'}") Target gone,
        @Doc(value = "What the address of the page contains.", example = "url: /applications/") String url,
        @Doc(value = "HTTP status codes, one of which the bank answers with.", example = "status: [200, 201]", single = true)
                List<Integer> status,
        @Doc(value = "Values in the JSON answer, by JSON pointer (RFC 6901); * stands for any value.",
                example = "json: {/status: ACTIVE}") Map<String, String> json,
        @Doc(value = "What the subject of the mail says, as whole words in any case.", example = "subject: Your application was approved")
                String subject,
        @Doc(value = "The services for which this is a sign; without it, all.", example = "only-for: [PIS]") Set<Service> onlyFor) {

    /** The sign that an answer has one of these status codes. */
    static Sign of(List<Integer> status) {
        return new Sign(null, null, null, null, status, Map.of(), null, Set.of());
    }

    /** Whether it says anything where these services are asked for. */
    boolean isFor(Set<Service> services) {
        return onlyFor.isEmpty() || onlyFor.stream().anyMatch(services::contains);
    }
}
