package io.portolan.console;

import java.util.List;

/**
 * What was chosen in the form that starts an onboarding, so far.
 *
 * @param despiteUsed why it may begin although the bank takes what it is made with only once and that was used
 * @param sent whether the form itself was sent, so that no service means none
 */
record StartForm(String tpp, String bank, String branch, String environment, String route, String application, List<String> services, String despiteUsed,
        Boolean sent) {
}
