package io.portolan.playbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a list of templates as a mapping, in which each is called by the place that it holds. */
final class Listed {

    private final Findings findings;

    Listed(Findings findings) {
        this.findings = findings;
    }

    Map<String, Template> templates(SequenceNode list, String path) {
        var templates = new LinkedHashMap<String, Template>();
        list.getValue().forEach(node -> add(node, path, templates));
        return Collections.unmodifiableMap(templates);
    }

    private void add(Node node, String path, Map<String, Template> templates) {
        if (!(node instanceof ScalarNode scalar)) {
            findings.add(node.getStartMark(), path, "must be " + Scalars.of(Template.class).form(), null);
            return;
        }
        var template = new Template(scalar.getValue());
        var at = path + "." + template.inWords();
        findings.stands(at, node.getStartMark());
        if (templates.putIfAbsent(template.inWords(), template) != null) {
            findings.add(at, "stands twice; keep one, or give them names");
        }
    }
}
