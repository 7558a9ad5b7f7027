package io.portolan.notice;

import io.portolan.database.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells, on one node, of what comes with time and without a change: tasks that are due and what ends soon. Also forgets old events. */
@Component
class TellByTime {

    /** How far back tasks are looked for that became due while no node was up. */
    private static final Duration LOOKED_BACK = Duration.ofDays(7);
    private static final Duration TOLD_KEPT = Duration.ofDays(400);

    private final JdbcTimes times;
    private final JdbcEvents events;
    private final NoticeSettings settings;
    private final Leases leases;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TellByTime(JdbcTimes times, JdbcEvents events, NoticeSettings settings, Leases leases, PlatformTransactionManager transactions, Clock clock) {
        this.times = times;
        this.events = events;
        this.settings = settings;
        this.leases = leases;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 10, timeUnit = TimeUnit.SECONDS)
    void tellOfTasks() {
        if (leases.hold("notice-tasks", Duration.ofMinutes(2))) {
            var now = clock.instant();
            transactions.executeWithoutResult(status -> times.due(now.minus(LOOKED_BACK), now)
                    .forEach(due -> events.tellOnce(due.once(), EventType.TASK_DUE, due.subject())));
        }
    }

    @Scheduled(fixedDelay = 5 * 60, initialDelay = 20, timeUnit = TimeUnit.SECONDS)
    void tellOfExpiries() {
        if (leases.hold("notice-expiries", Duration.ofMinutes(10))) {
            var now = clock.instant();
            var days = settings.expiryDays().stream().sorted().toList();
            var ending = times.ending(now, now.plus(Duration.ofDays(days.get(days.size() - 1))));
            transactions.executeWithoutResult(status -> ending.forEach(end -> {
                var left = days.stream().filter(day -> !end.at().isAfter(now.plus(Duration.ofDays(day)))).toList();
                // what is first seen within a week is told once, not once for each of the days before
                left.stream().skip(1).forEach(day -> events.noteAsTold(end.once() + " " + day));
                events.tellOnce(end.once() + " " + left.get(0), end.type(), end.subject());
            }));
        }
    }

    @Scheduled(fixedDelay = 60, initialDelay = 15, timeUnit = TimeUnit.MINUTES)
    void forget() {
        if (leases.hold("notice-erase", Duration.ofMinutes(30))) {
            var now = clock.instant();
            events.eraseBefore(now.atZone(ZoneOffset.UTC).minus(settings.keepEvents()).toInstant());
            events.forgetToldBefore(now.minus(TOLD_KEPT));
        }
    }
}
