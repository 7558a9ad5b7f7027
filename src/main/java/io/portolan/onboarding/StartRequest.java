package io.portolan.onboarding;

import java.time.Instant;
import java.util.List;

/**
 * The wish to start an onboarding, as it came in; what is null takes its default.
 *
 * @param startAt when it is to begin; null for now
 * @param from the onboarding in another environment whose TPP, bank, branch, application and services are taken where this says nothing
 * @param despiteUsed why it may begin although the bank takes what it is made with only once and that was used; null for no
 */
public record StartRequest(String tpp, String bank, String branch, String environment, String application,
        List<String> services, String route, Instant startAt, String from, String despiteUsed) {

    /** One that begins now, by itself. */
    public StartRequest(String tpp, String bank, String branch, String environment, String application, List<String> services, String route) {
        this(tpp, bank, branch, environment, application, services, route, null, null, null);
    }
}
