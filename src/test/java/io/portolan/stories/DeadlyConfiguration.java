package io.portolan.stories;

import io.portolan.journal.Act;
import io.portolan.journal.Journal;
import io.portolan.leg.Captures;
import io.portolan.leg.LegQueue;
import io.portolan.leg.LegResult;
import io.portolan.leg.Settlement;
import io.portolan.onboarding.Onboarding;
import io.portolan.onboarding.Onboardings;
import io.portolan.stories.KillPoint.Moment;
import io.portolan.vault.SecretName;
import io.portolan.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends the JVM at one point as SIGKILL would: nothing is flushed, closed or told to anybody. It has no annotation, so that
 * no application finds it by itself.
 */
class DeadlyConfiguration {

    /** The system property that names the points that count from the start, each as {@code bank@point} or, at whichever bank, as {@code point}. */
    static final String PROPERTY = "portolan.kill-point";
    /** What is printed before the end. */
    static final String LAST_WORDS = "KILLED AT ";
    /** What is printed where one point is reached and others are not. */
    static final String REACHED = "REACHED ";

    @Bean
    static Deadly deadly() {
        var deadly = new Deadly();
        if (System.getProperty(PROPERTY) != null) {
            for (var each : System.getProperty(PROPERTY).split(",")) {
                var parts = each.split("@");
                deadly.ahead.put(KillPoint.parse(parts[parts.length - 1]), parts.length == 1 ? Deadly.ANY : parts[0]);
            }
        }
        return deadly;
    }

    /** Knows when to die: whoever reaches a point stops there, and the last of them ends it all. */
    static final class Deadly implements BeanPostProcessor {

        private static final String ANY = "";

        private final Map<KillPoint, String> ahead = new ConcurrentHashMap<>();
        private Onboardings onboardings;

        /** From now on, at this bank or, where that is null, at any. */
        void dieAt(KillPoint there, String at) {
            ahead.clear();
            ahead.put(there, at == null ? ANY : at);
        }

        private void die(KillPoint point) {
            synchronized (ahead) {
                ahead.remove(point);
                if (ahead.isEmpty()) {
                    System.out.println(LAST_WORDS + point);
                    Runtime.getRuntime().halt(137);
                }
            }
            System.out.println(REACHED + point);
            while (true) {
                LockSupport.park(ahead);
            }
        }

        private void dieAfterCommit(KillPoint point) {
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                die(point);
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    die(point);
                }
            });
        }

        /** The point of this moment, where it is ahead and, as far as that is known, at the bank of this onboarding; a hub's goes through points of the same name before its member's does. */
        private Optional<KillPoint> met(Moment moment, String what, String onboarding) {
            var point = moment == null || what == null ? null : new KillPoint(moment, what);
            var bank = point == null ? null : ahead.get(point);
            return bank == null || !bank.equals(ANY) && onboarding != null && onboardings.find(onboarding).map(Onboarding::bank).filter(bank::equals).isEmpty()
                    ? Optional.empty() : Optional.of(point);
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof Onboardings found) {
                onboardings = found;
            }
            if (bean instanceof Journal) {
                return around(bean, this::journal);
            }
            if (bean instanceof Captures) {
                return around(bean, this::captures);
            }
            if (name.equals("jdbcLetters") || name.equals("jdbcMails")) {
                return around(bean, this::mail);
            }
            if (bean instanceof Vault) {
                return around(bean, this::vault);
            }
            if (bean instanceof LegQueue) {
                return around(bean, this::queue);
            }
            return bean instanceof Settlement ? around(bean, this::settlement) : bean;
        }

        private static Object around(Object bean, MethodInterceptor interceptor) {
            var proxy = new ProxyFactory(bean);
            proxy.setProxyTargetClass(true);
            proxy.addAdvice(interceptor);
            return proxy.getProxy();
        }

        /** Each act is the last thing that its transaction writes. */
        private Object journal(MethodInvocation call) throws Throwable {
            var done = call.proceed();
            if (call.getMethod().getName().equals("write")) {
                var act = (Act) call.getArguments()[0];
                switch (act.name()) {
                    case "intended" -> written(act.leg(), Moment.INTENT_OPEN, Moment.INTENDED, act.chain());
                    case "happened" -> written(act.leg(), Moment.CLICKED, Moment.HAPPENED, act.chain());
                    case "captured" -> written(act.detail().split(":", 2)[0], null, Moment.CAPTURED, act.chain());
                    case "person-answered" -> written(act.leg(), null, Moment.ANSWERED, act.chain());
                    case "leg-done", "leg-waits", "person-needed" -> written(act.leg(), Moment.RESULT_OPEN, Moment.RESULT_KEPT, act.chain());
                    case "campaign-item-started" -> written(act.detail().split(",", 2)[0], Moment.BEGUN_OPEN, Moment.BEGUN, null);
                    default -> { }
                }
            }
            return done;
        }

        /** Those that are no run's own: what a person brings back or is taken over from another registration. */
        private Object captures(MethodInvocation call) throws Throwable {
            var done = call.proceed();
            var arguments = call.getArguments();
            if (List.of("keep", "keepReference").contains(call.getMethod().getName())) {
                written((String) (arguments[2] instanceof String name ? name : arguments[3]), null, Moment.CAPTURED, (String) arguments[0]);
            }
            return done;
        }

        /** Their types are the mail package's own; each writes in a transaction of its own. */
        private Object mail(MethodInvocation call) throws Throwable {
            var done = call.proceed();
            if (call.getMethod().getName().equals("intend")) {
                met(Moment.LETTER_KEPT, leg(call.getArguments()[0]), null).ifPresent(this::die);
            } else if (call.getMethod().getName().equals("take")) {
                met(Moment.MAIL_TAKEN, (String) call.getArguments()[2], null).ifPresent(this::die);
            }
            return done;
        }

        private static String leg(Object letter) {
            return String.valueOf(new DirectFieldAccessor(letter).getPropertyValue("leg"));
        }

        private void written(String what, Moment beforeCommit, Moment afterCommit, String onboarding) {
            met(beforeCommit, what, onboarding).ifPresent(this::die);
            met(afterCommit, what, onboarding).ifPresent(this::dieAfterCommit);
        }

        private Object vault(MethodInvocation call) throws Throwable {
            var done = call.proceed();
            if (call.getMethod().getName().equals("keep")) {
                met(Moment.IN_VAULT, lastPart((SecretName) call.getArguments()[0]), null).ifPresent(this::die);
            }
            return done;
        }

        private static String lastPart(SecretName name) {
            return name.value().substring(name.value().lastIndexOf('/') + 1);
        }

        /** Whatever offers a leg that is not the first is the run of the one before it, or a timer. */
        private Object queue(MethodInvocation call) throws Throwable {
            var done = call.proceed();
            if (call.getMethod().getName().equals("offer") && !Thread.currentThread().getName().equals("leg-worker")) {
                written((String) call.getArguments()[1], Moment.WOKEN_OPEN, Moment.WOKEN, null);
            }
            return done;
        }

        private Object settlement(MethodInvocation call) throws Throwable {
            var done = call.proceed();
            if (call.getMethod().getName().equals("settle")) {
                var result = (LegResult) call.getArguments()[0];
                written(result.leg(), Moment.MOVE_OPEN, Moment.MOVED, result.onboarding());
            }
            return done;
        }
    }
}
