package io.portolan.simulator.breakwater;

import io.portolan.simulator.Sessions;
import io.portolan.simulator.Visit;

/** Shows digits to a visitor and says whether a person has read them. */
final class CaptchaDesk {

    private static final String NOTE = "captcha";

    private volatile String last = "";

    /** Draws new digits for a page that is about to be shown. */
    void renew(Sessions.Session session) {
        last = Captcha.digits();
        session.notes.put(NOTE, last);
    }

    void show(Visit visit, Sessions.Session session) {
        visit.answer(200, "image/png", Captcha.picture(session.notes.getOrDefault(NOTE, Captcha.digits())));
    }

    /** Whether the digits of the picture were typed, which are good for one try. */
    boolean isHuman(Visit visit, Sessions.Session session) {
        var digits = session.notes.remove(NOTE);
        return digits != null && digits.equals(visit.field("digits"));
    }

    /** The digits that were shown last, to whomever. */
    String last() {
        return last;
    }
}
