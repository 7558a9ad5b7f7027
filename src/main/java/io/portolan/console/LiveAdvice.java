package io.portolan.console;

import io.portolan.notice.Events;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each page the last event there was before it was made, so that it can follow what happens from there on. */
@ControllerAdvice(basePackageClasses = LiveAdvice.class)
class LiveAdvice {

    private final Events events;

    LiveAdvice(Events events) {
        this.events = events;
    }

    @ModelAttribute("lastEvent")
    long lastEvent() {
        return events.head();
    }
}
