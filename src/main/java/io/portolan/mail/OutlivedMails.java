package io.portolan.mail;

import io.portolan.leg.ReceivedMails.State;
import io.portolan.leg.RunningOnboardings;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Lets the vault forget what stood in mails that were read long ago, or for which nobody came. */
@Component
class OutlivedMails {

    private final JdbcMails mails;
    private final MailContents contents;
    private final RunningOnboardings onboardings;
    private final MailSettings settings;

    OutlivedMails(JdbcMails mails, MailContents contents, RunningOnboardings onboardings, MailSettings settings) {
        this.mails = mails;
        this.contents = contents;
        this.onboardings = onboardings;
        this.settings = settings;
    }

    /** What a running onboarding is still to read, or has asked a person about, stays however old it is. */
    void forget() {
        var isRunning = new HashMap<String, Boolean>();
        for (var mail : mails.untouched(settings.keep())) {
            var isAwaited = (mail.state() == State.GIVEN || mail.state() == State.ASKED)
                    && isRunning.computeIfAbsent(mail.onboarding(), id -> onboardings.find(id).isPresent());
            if (!isAwaited) {
                contents.forget(mail.id());
                mails.forgotten(mail.id());
            }
        }
    }
}
