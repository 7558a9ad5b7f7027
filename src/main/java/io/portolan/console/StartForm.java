package io.portolan.console;

import java.util.List;

/** What was chosen in the form that starts an onboarding, so far. */
record StartForm(String tpp, String bank, String branch, String environment, String route, List<String> services) {
}
