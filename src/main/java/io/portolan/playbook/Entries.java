package io.portolan.playbook;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The entries of a YAML mapping, of which each must be taken by somebody. */
final class Entries {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> untaken = new LinkedHashMap<>();
    private final String path;
    private final Findings findings;

    Entries(MappingNode node, String path, Findings findings) {
        this.path = path;
        this.findings = findings;
        for (var tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.add(tuple.getKeyNode().getStartMark(), path, "a key must be a plain word", null);
            } else if (values.containsKey(key.getValue())) {
                findings.add(key.getStartMark(), at(key.getValue()), "the key stands twice; keep one", null);
            } else {
                values.put(key.getValue(), tuple.getValueNode());
                untaken.put(key.getValue(), key);
                findings.stands(at(key.getValue()), key.getStartMark());
            }
        }
    }

    String path() {
        return path;
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Collection<String> keys() {
        return values.keySet();
    }

    /** The value under this key, or null. */
    Node take(String key) {
        untaken.remove(key);
        return values.get(key);
    }

    /** Reports every key that nobody has taken. */
    void leaveNone(Collection<String> known) {
        untaken.forEach((key, node) -> findings.add(node.getStartMark(), at(key),
                "there is no key \"" + key + "\" here" + Findings.among(known), Nearest.to(key, known)));
    }
}
