package io.portolan.playbook;

/** An element of a page, named as a person would find it; the first key given in this order is used. */
public record Target(
        @Doc(value = "The visible label of a form field.", example = "label: E-mail address") String label,
        @Doc(value = "The ARIA role of the element; needs name.", example = "role: button") String role,
        @Doc(value = "The accessible name that goes with role.", example = "name: Create application") String name,
        @Doc(value = "The visible text of the element, compared as a person sees it.", example = "text: Continue")
                String text,
        @Doc(value = "A CSS selector, where nothing better identifies the element.", example = "css: '#client-id'")
                String css,
        @Doc(value = "A CSS selector of the part of the page, frame or shadow host that holds the element.",
                example = "within: '#credentials'") String within) {

    /** Says in words what is looked for. */
    public String described() {
        if (label != null) {
            return "the field \"" + label + "\"";
        }
        if (role != null) {
            return "the " + role + " \"" + name + "\"";
        }
        return text != null ? "the text \"" + text + "\"" : "the element " + css;
    }
}
