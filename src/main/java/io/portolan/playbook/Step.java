package io.portolan.playbook;

import java.util.Set;

/** One thing that is done on a page; the key names the step. */
public sealed interface Step permits Step.Open, Step.Fill, Step.Choose, Step.Tick, Step.Click, Step.Upload,
        Step.Download, Step.Expect, Step.WaitFor, Step.CaptureValue, Step.ReadMail, Step.EnterCode, Step.AcceptTerms, Step.AskOperator {

    /** What this step does, as a sentence without any typed value. */
    String described();

    /** The services for which the step is taken; empty for all. */
    default Set<Service> onlyFor() {
        return Set.of();
    }

    /** The capture that this step brings, or null. */
    default String brings() {
        return null;
    }

    /** Opens an address. */
    @Doc(value = "Opens an address on one of the environment's hosts.", example = "open: '{{environment.base-url}}/apps'")
    record Open(@Doc(value = "The address.", required = true) Template open) implements Step {
        @Override
        public String described() {
            return "open " + open;
        }
    }

    /** Types into a field. */
    @Doc(value = "Types into a field.", example = "fill: {label: E-mail, with: '{{account.login}}'}")
    record Fill(@Doc(value = "The field.", inline = true, required = true) Target target,
            @Doc(value = "What to type.", example = "with: '{{tpp.legal-name}}'", required = true) Template with,
            @Doc(value = "The services for which the step is taken; without it, all.",
                    example = "only-for: [PIS]") Set<Service> onlyFor) implements Step {
        @Override
        public String described() {
            return "fill " + target.described();
        }
    }

    /** Chooses an option. */
    @Doc(value = "Chooses an option of a list or a group of radio buttons.",
            example = "choose: {label: Country, option: '{{tpp.country}}'}")
    record Choose(@Doc(value = "The list.", inline = true, required = true) Target target,
            @Doc(value = "The visible text or the value of the option.", example = "option: '{{tpp.country}}'", required = true) Template option,
            @Doc(value = "The services for which the step is taken; without it, all.",
                    example = "only-for: [PIS]") Set<Service> onlyFor) implements Step {
        @Override
        public String described() {
            return "choose " + option + " in " + target.described();
        }
    }

    /** Ticks a box. */
    @Doc(value = "Ticks a box that is not ticked yet.", example = "tick: {label: Accounts API, only-for: [AIS]}")
    record Tick(@Doc(value = "The box.", inline = true, required = true) Target target,
            @Doc(value = "The services for which the step is taken; without it, all.",
                    example = "only-for: [PIS]") Set<Service> onlyFor) implements Step {
        @Override
        public String described() {
            return "tick " + target.described();
        }
    }

    /** Presses a button or follows a link. */
    @Doc(value = "Presses a button or follows a link.", example = "click: {role: button, name: Create}")
    record Click(@Doc(value = "The button or link.", inline = true, required = true) Target target,
            @Doc(value = "Whether this click cannot be taken back; at most one step of a leg.",
                    example = "point-of-no-return: true")
                    boolean pointOfNoReturn,
            @Doc(value = "How the question is answered that the browser itself puts after the click.",
                    example = "dialog: accept") Dialog dialog,
            @Doc(value = "The services for which the step is taken; without it, all.",
                    example = "only-for: [PIS]") Set<Service> onlyFor) implements Step {
        @Override
        public String described() {
            return "click " + target.described();
        }
    }

    /** How a question of the browser is answered. */
    enum Dialog { ACCEPT, DISMISS }

    /** Hands in a file. */
    @Doc(value = "Hands in one of our files, or one made of a text such as a certificate in PEM.", example = "upload: {label: Logo, file: '{{application.logo}}'}")
    record Upload(@Doc(value = "The field for the file.", inline = true, required = true) Target target,
            @Doc(value = "The file.", example = "file: '{{application.logo}}'", required = true) Template file,
            @Doc(value = "The services for which the step is taken; without it, all.",
                    example = "only-for: [PIS]") Set<Service> onlyFor) implements Step {
        @Override
        public String described() {
            return "upload " + file + " to " + target.described();
        }
    }

    /** Takes a file from the portal. */
    @Doc(value = "Clicks what downloads a file, and keeps the file: as evidence with its hash, or as a capture whose value its text is.",
            example = "download: {role: link, name: Contract, as: contract}")
    record Download(@Doc(value = "The button or link that downloads it.", inline = true, required = true) Target target,
            @Doc(value = "The capture that takes the text of the file.", example = "as: client-certificate") String as,
            @Doc(value = "The services for which the step is taken; without it, all.",
                    example = "only-for: [PIS]") Set<Service> onlyFor) implements Step {
        @Override
        public String described() {
            return "download by " + target.described();
        }

        @Override
        public String brings() {
            return as;
        }
    }

    /** Checks where we are. */
    @Doc(value = "Checks that this is the page the playbook knows; otherwise the portal has changed.",
            example = "expect: {text: New application}")
    record Expect(@Doc(value = "What must be seen.", inline = true, required = true) Sign sign) implements Step {
        @Override
        public String described() {
            return "expect " + Signed.described(sign);
        }
    }

    /** Waits for something to show. */
    @Doc(value = "Waits until something shows, for at most the portal's patience.", example = "wait-for: {text: Saved}")
    record WaitFor(@Doc(value = "What must show.", inline = true, required = true) Sign sign) implements Step {
        @Override
        public String described() {
            return "wait for " + Signed.described(sign);
        }
    }

    /** Takes a value from the page. */
    @Doc(value = "Takes a value from the page into one of the leg's captures.", key = "capture",
            example = "capture: {as: client-id, label: Client ID}")
    record CaptureValue(@Doc(value = "The capture.", example = "as: client-id", required = true) String as,
            @Doc(value = "The element whose text or value is taken.", inline = true, required = true) Target target,
            @Doc(value = "Which part of it is taken: a regular expression with one group.",
                    example = "pattern: 'Client ID: (\\S+)'") String pattern,
            @Doc(value = "The services for which the step is taken; without it, all.",
                    example = "only-for: [PIS]") Set<Service> onlyFor)
            implements Step {
        @Override
        public String described() {
            return "capture " + as + " from " + target.described();
        }

        @Override
        public String brings() {
            return as;
        }
    }

    /** Takes a link or a code from a mail. */
    @Doc(value = "Waits, for at most the portal's patience with mails, for a mail of the bank that came since the leg began,"
            + " and takes a link or code from it into one of the leg's captures.",
            example = "read-mail: {from: no-reply@bank.example, subject: Your code, take: 'code:(\\d{6})', as: code}")
    record ReadMail(@Doc(value = "The sender: an address, or a domain with a leading @.", example = "from: '@bank.example'",
                    required = true) String from,
            @Doc(value = "What the subject contains.", example = "subject: Your code") String subject,
            @Doc(value = "What is taken: link:<pattern> for the first link that matches, code:<pattern> for the text that matches,"
                    + " or its group.", example = "take: 'code:(\\d{6})'", required = true) String take,
            @Doc(value = "The capture.", example = "as: code", required = true) String as) implements Step {
        @Override
        public String described() {
            return "read " + as + " in a mail from " + from;
        }

        @Override
        public String brings() {
            return as;
        }
    }

    /** Enters a one-time code. */
    @Doc(value = "Types a one-time code, into one field or into boxes of one character each.",
            example = "enter-code: {label: Code, code: '{{account.totp}}'}")
    record EnterCode(@Doc(value = "The field, or the first of its boxes.", inline = true, required = true) Target target,
            @Doc(value = "The code: the account's own, or one that was captured.", example = "code: '{{account.totp}}'",
                    required = true) Template code) implements Step {
        @Override
        public String described() {
            return "enter the code into " + target.described();
        }
    }

    /** Accepts terms. */
    @Doc(value = "Keeps the terms as evidence, with their hash, and ticks the box that accepts them. Terms that differ from those that the TPP has"
            + " last accepted at this portal, or from the known ones, are a person's to read before that; so are, each time, terms that"
            + " cannot be read: on a host that the environment does not name, or shown by a script, a frame or a plug-in.",
            example = "accept-terms: {label: I accept the terms, document: {role: link, name: Terms of use}}")
    record AcceptTerms(@Doc(value = "The box to tick.", inline = true, required = true) Target target,
            @Doc(value = "The link to the terms or, where the page itself shows them, the element that holds their whole text and nothing"
                    + " that changes each time.", example = "document: {css: '#terms'}", required = true)
                    Target document,
            @Doc(value = "The SHA-256 of the terms that may be accepted unseen, as an earlier run has noted it.",
                    example = "known: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String known) implements Step {
        @Override
        public String described() {
            return "accept the terms at " + target.described();
        }
    }

    /** Hands over to a person. */
    @Doc(value = "Stops here and asks a person.", example = "ask-operator: {question: 'Which tariff?'}")
    record AskOperator(@Doc(value = "What is asked.", example = "question: 'Which tariff?'", required = true) String question) implements Step {
        @Override
        public String described() {
            return "ask a person: " + question;
        }
    }
}
