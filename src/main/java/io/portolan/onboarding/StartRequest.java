package io.portolan.onboarding;

import java.util.List;

/** The wish to start an onboarding, as it came in; what is null takes its default. */
public record StartRequest(String tpp, String bank, String branch, String environment, String application,
        List<String> services, String route) {
}
