/**
 * Who is told of what happens: one stream of events for people and machines, mails to our people, and webhooks. It decides nothing and changes nothing of what it tells of.
 */
@ApplicationModule(displayName = "notice", allowedDependencies = {"access", "mail", "vault", "journal", "database"})
package io.portolan.notice;

import org.springframework.modulith.ApplicationModule;
