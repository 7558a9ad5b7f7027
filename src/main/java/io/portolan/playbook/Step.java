package io.portolan.playbook;

import java.util.Set;

/** One thing that is done on a page; the key names the step. */
public sealed interface Step permits Step.Open, Step.Fill, Step.Choose, Step.Tick, Step.Click, Step.Upload, Step.Expect,
        Step.WaitFor, Step.CaptureValue, Step.AcceptTerms, Step.AskOperator {

    /** What this step does, as a sentence without any typed value. */
    String described();

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
            @Doc(value = "What to type.", required = true) Template with,
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
            @Doc(value = "The visible text or the value of the option.", required = true) Template option,
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
            @Doc(value = "The services for which the step is taken; without it, all.",
                    example = "only-for: [PIS]") Set<Service> onlyFor) implements Step {
        @Override
        public String described() {
            return "click " + target.described();
        }
    }

    /** Hands in a file. */
    @Doc(value = "Hands in one of our files.", example = "upload: {label: Logo, file: '{{application.logo}}'}")
    record Upload(@Doc(value = "The field for the file.", inline = true, required = true) Target target,
            @Doc(value = "The file.", required = true) Template file) implements Step {
        @Override
        public String described() {
            return "upload " + file + " to " + target.described();
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
    record CaptureValue(@Doc(value = "The capture.", required = true) String as,
            @Doc(value = "The element whose text or value is taken.", inline = true, required = true) Target target)
            implements Step {
        @Override
        public String described() {
            return "capture " + as + " from " + target.described();
        }
    }

    /** Accepts terms. */
    @Doc(value = "Keeps the terms as evidence and ticks the box that accepts them.",
            example = "accept-terms: {label: I accept the terms, document: {role: link, name: Terms of use}}")
    record AcceptTerms(@Doc(value = "The box to tick.", inline = true, required = true) Target target,
            @Doc(value = "The link to the terms, or the element that holds them.", example = "document: {css: '#terms'}")
                    Target document) implements Step {
        @Override
        public String described() {
            return "accept the terms at " + target.described();
        }
    }

    /** Hands over to a person. */
    @Doc(value = "Stops here and asks a person.", example = "ask-operator: {question: 'Which tariff?'}")
    record AskOperator(@Doc(value = "What is asked.", required = true) String question) implements Step {
        @Override
        public String described() {
            return "ask a person: " + question;
        }
    }
}
