package io.portolan.api;

/** The keys by which clients say that two requests are the same wish, and what was answered to the first. */
interface IdempotencyKeys {

    /** Takes the key for a request, or says what is known of it. */
    Known begin(String actor, String key, String call, String requestHash);

    /** Keeps the answer, to be given again. */
    void finish(String actor, String key, Answer answer);

    /** Lets go of a key whose request came to nothing. */
    void release(String actor, String key);

    /** What is known of a key. */
    sealed interface Known {

        /** Nothing: the request is to be carried out now, and the key is taken for it. */
        record Nothing() implements Known { }

        /** The same request is being carried out. */
        record StillRunning() implements Known { }

        /** Another request had this key. */
        record OtherRequest() implements Known { }

        /** The same request was answered. */
        record Answered(Answer answer) implements Known { }
    }

    /** An answer as it was given; type and location may be null. */
    record Answer(int status, String contentType, String location, String body) { }
}
