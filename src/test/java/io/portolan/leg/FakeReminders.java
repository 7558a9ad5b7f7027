package io.portolan.leg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Keeps the reminders that it was to send, and answers as a test says. */
class FakeReminders implements Reminders {

    final List<Reminder> asked = new ArrayList<>();
    Function<Reminder, Optional<String>> answer = reminder -> Optional.of("psd2@bank.example");

    @Override
    public Optional<String> remind(LegOrder order, Reminder reminder) {
        asked.add(reminder);
        return answer.apply(reminder);
    }

    ObjectProvider<Reminders> provided() {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("reminders", this);
        return beans.getBeanProvider(Reminders.class);
    }
}
