package io.portolan.playbook;

/** What a request does to our registration as a client at the bank's authorization server. */
public enum ClientAct {
    @Doc("It registers us (RFC 7591).") REGISTER,
    @Doc("It reads our registration (RFC 7592 section 2.1).") READ,
    @Doc("It replaces our registration (RFC 7592 section 2.2); cut off, it first reads whether it has done so.") UPDATE,
    @Doc("It deletes our registration (RFC 7592 section 2.3); cut off, it first looks whether it is gone.") DELETE;

    /** The method of its request. */
    public String method() {
        return switch (this) {
            case REGISTER -> "POST";
            case READ -> "GET";
            case UPDATE -> "PUT";
            case DELETE -> "DELETE";
        };
    }
}
