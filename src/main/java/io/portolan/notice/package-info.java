/**
 * Who is told of what happens: one stream of events for people and machines. It decides nothing and changes nothing of what it tells of.
 */
@ApplicationModule(displayName = "notice", allowedDependencies = {"access", "vault", "journal", "database"})
package io.portolan.notice;

import org.springframework.modulith.ApplicationModule;
