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

    /** The system property that names the point where it is to count from the start, at whichever bank. */
    static final String PROPERTY = "portolan.kill-point";
    /** What is printed before the end. */
    static final String LAST_WORDS = "KILLED AT ";

    @Bean
    static Deadly deadly() {
        var deadly = new Deadly();
        if (System.getProperty(PROPERTY) != null) {
            deadly.dieAt(KillPoint.parse(System.getProperty(PROPERTY)), null);
        }
        return deadly;
    }

    private static void die(KillPoint point) {
        System.out.println(LAST_WORDS + point);
        Runtime.getRuntime().halt(137);
    }

    private static void dieAfterCommit(KillPoint point) {
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

    /** Knows when to die. */
    static final class Deadly implements BeanPostProcessor {

        private static final KillPoint NOWHERE = new KillPoint(Moment.MOVED, "");

        private volatile KillPoint point = NOWHERE;
        private volatile String bank;
        private Onboardings onboardings;

        /** From now on, at this bank or, where that is null, at any. */
        void dieAt(KillPoint there, String at) {
            bank = at;
            point = there;
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
                if (isElsewhere(act.chain())) {
                    return done;
                }
                switch (act.name()) {
                    case "intended" -> written(act.leg(), Moment.INTENT_OPEN, Moment.INTENDED);
                    case "happened" -> written(act.leg(), Moment.CLICKED, Moment.HAPPENED);
                    case "captured" -> written(act.detail().split(":", 2)[0], null, Moment.CAPTURED);
                    case "person-answered" -> written(act.leg(), null, Moment.ANSWERED);
                    case "leg-done", "leg-waits", "person-needed" -> written(act.leg(), Moment.RESULT_OPEN, Moment.RESULT_KEPT);
                    default -> { }
                }
            }
            return done;
        }

        /** A hub's onboarding goes through points of the same name before its member's does. */
        private boolean isElsewhere(String onboarding) {
            return point == NOWHERE || bank != null && onboardings.find(onboarding).map(Onboarding::bank).filter(bank::equals).isEmpty();
        }

        /** Those that are no run's own: what a person brings back or is taken over from another registration. */
        private Object captures(MethodInvocation call) throws Throwable {
            var done = call.proceed();
            var arguments = call.getArguments();
            if (List.of("keep", "keepReference").contains(call.getMethod().getName()) && !isElsewhere((String) arguments[0])) {
                written((String) (arguments[2] instanceof String name ? name : arguments[3]), null, Moment.CAPTURED);
            }
            return done;
        }

        /** Their types are the mail package's own; each writes in a transaction of its own. */
        private Object mail(MethodInvocation call) throws Throwable {
            var done = call.proceed();
            if (call.getMethod().getName().equals("intend") && point.is(Moment.LETTER_KEPT, leg(call.getArguments()[0]))
                    || call.getMethod().getName().equals("take") && point.is(Moment.MAIL_TAKEN, (String) call.getArguments()[2])) {
                die(point);
            }
            return done;
        }

        private static String leg(Object letter) {
            return String.valueOf(new DirectFieldAccessor(letter).getPropertyValue("leg"));
        }

        private void written(String what, Moment beforeCommit, Moment afterCommit) {
            if (point.is(beforeCommit, what)) {
                die(point);
            }
            if (point.is(afterCommit, what)) {
                dieAfterCommit(point);
            }
        }

        private Object vault(MethodInvocation call) throws Throwable {
            var done = call.proceed();
            if (call.getMethod().getName().equals("keep")
                    && point.is(Moment.IN_VAULT, lastPart((SecretName) call.getArguments()[0]))) {
                die(point);
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
                written((String) call.getArguments()[1], Moment.WOKEN_OPEN, Moment.WOKEN);
            }
            return done;
        }

        private Object settlement(MethodInvocation call) throws Throwable {
            var done = call.proceed();
            if (call.getMethod().getName().equals("settle")) {
                var result = (LegResult) call.getArguments()[0];
                if (!isElsewhere(result.onboarding())) {
                    written(result.leg(), Moment.MOVE_OPEN, Moment.MOVED);
                }
            }
            return done;
        }
    }
}
