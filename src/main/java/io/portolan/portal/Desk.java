package io.portolan.portal;

import io.portolan.mail.AwaitedMails;
import java.time.Clock;

/** What lies ready for every run: how long things are waited for, where mails and accepted terms are found. */
record Desk(Patience patience, Patience patienceWithMails, AwaitedMails mails, AcceptedTerms terms, Clock clock) {
}
