package io.portolan.notice;

import java.util.List;

/** What has happened, in one order that is the same for every reader on every node. */
public interface Events {

    /** The position of the last event there is; zero where there is none. */
    long head();

    /** The position after which all events are still kept. */
    long oldest();

    /**
     * What follows after a position and fits, oldest first.
     *
     * @return how far it was looked through, which is where to go on, and what fits
     * @throws io.portolan.refusal.Refused with code {@code events-gone} where some of it was erased by the retention rule
     */
    Found after(long position, EventFilter filter, int limit);

    /** Lets somebody know whenever there is more, soon after it is committed on any node; closing it ends that. */
    Listening listen(Runnable moved);

    /** Events and the position up to which these are all that fit. */
    record Found(List<Event> events, long upTo) { }

    /** That somebody is told whenever there is more. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
