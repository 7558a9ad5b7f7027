package io.portolan.playbook;

import java.util.List;
import java.util.function.Function;

/** An element of a page, named as a person would find it; the first key given in this order is used. */
public record Target(
        @Doc(value = "The visible label of a form field, or the caption beside a value.", example = "label: E-mail address")
                Template label,
        @Doc(value = "The ARIA role of the element; needs name, or within or in-row.", example = "role: button") String role,
        @Doc(value = "The accessible name that goes with role.", example = "name: Create application") Template name,
        @Doc(value = "The visible text of the element, compared as a person sees it.", example = "text: Continue")
                Template text,
        @Doc(value = "A CSS selector, where nothing better identifies the element.", example = "css: '#client-id'")
                String css,
        @Doc(value = "CSS selectors of the parts of the page, frames or shadow hosts that hold the element, from outside in;"
                + " open shadow roots and frames of the same origin are looked into without it.",
                example = "within: '#credentials'", single = true) List<String> within,
        @Doc(value = "A text in the same table row, list item or card as the element.",
                example = "in-row: '{{application.name}}'") Template inRow) {

    /** What is not said is empty. */
    public Target {
        within = within == null ? List.of() : List.copyOf(within);
    }

    /** Says in words what is looked for, as it is written. */
    public String described() {
        return described(Template::written);
    }

    /** Says in words what is looked for, its texts as the given reader makes them of their templates. */
    public String described(Function<Template, String> texts) {
        var row = inRow == null ? "" : " in the row of \"" + texts.apply(inRow) + "\"";
        if (label != null) {
            return "the field \"" + texts.apply(label) + "\"" + row;
        }
        if (role != null) {
            return "the " + role + (name == null ? "" : " \"" + texts.apply(name) + "\"") + row;
        }
        return (text != null ? "the text \"" + texts.apply(text) + "\"" : "the element " + css) + row;
    }
}
