package io.portolan.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Collections;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Takes any YAML as the JSON it stands for. */
final class JsonBodies {

    private static final String NUMBER = "-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?";

    private final Findings findings;

    JsonBodies(Findings findings) {
        this.findings = findings;
    }

    JsonBody of(Node node, String path) {
        if (!YamlDocument.isPlain(node)) {
            findings.add(node.getStartMark(), path, "tags and values that hold themselves are not read", null);
            return new JsonBody.Literal("null");
        }
        if (node instanceof MappingNode mapping) {
            return members(new Entries(mapping, path, findings));
        }
        return node instanceof SequenceNode sequence ? items(sequence, path) : scalar((ScalarNode) node);
    }

    private JsonBody members(Entries entries) {
        var members = new LinkedHashMap<String, JsonBody>();
        for (var key : List.copyOf(entries.keys())) {
            members.put(key, of(entries.take(key), entries.at(key)));
        }
        return new JsonBody.Members(Collections.unmodifiableMap(members));
    }

    private JsonBody items(SequenceNode sequence, String path) {
        var items = new ArrayList<JsonBody>();
        for (var item : sequence.getValue()) {
            var at = path + "[" + items.size() + "]";
            findings.stands(at, item.getStartMark());
            items.add(of(item, at));
        }
        return new JsonBody.Items(List.copyOf(items));
    }

    private JsonBody scalar(ScalarNode node) {
        var written = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return new JsonBody.Literal("null");
        }
        boolean literal = node.isPlain() && (written.matches(NUMBER) || written.matches("true|false"));
        return literal ? new JsonBody.Literal(written) : new JsonBody.Text(new Template(written));
    }
}
