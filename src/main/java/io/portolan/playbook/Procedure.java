package io.portolan.playbook;

/** What is known of a thing that comes after registration. */
public record Procedure(
        @Doc(value = "How it is done.", example = "mode: mail the public certificate") String mode,
        @Doc(value = "How long old and new work side by side.", example = "overlap: both work until the old one ends")
                String overlap,
        @Doc(value = "How long access is down.", example = "downtime: 15 to 30 minutes") String downtime,
        @Doc(value = "What becomes of consents.", example = "consent-impact: consents survive") String consentImpact,
        @Doc(value = "How long before it must be asked for.", example = "lead-time: 3 business days") String leadTime,
        @Doc(value = "Who is asked.", example = "contact: support") String contact,
        @Doc(value = "The route by which it is done, in each environment that has it; it is taken for nothing else.",
                example = "route: add-service") String route) {

    /** The things that come after registration. */
    public enum Kind {
        @Doc("A certificate of ours is replaced.") RENEW_CERTIFICATE,
        @Doc("A client secret or key is replaced.") ROTATE_SECRET,
        @Doc("What we said of our application changes.") CHANGE_APPLICATION,
        @Doc("A further service is asked for.") ADD_SERVICE,
        @Doc("The registration is given up.") WITHDRAW
    }
}
