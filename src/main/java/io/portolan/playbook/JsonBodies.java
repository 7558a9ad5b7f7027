package io.portolan.playbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Takes any YAML as the JSON it stands for. */
final class JsonBodies {

    private static final String ONLY_FOR = "only-for";
    private static final String VALUE = "value";
    private static final String ELSE = "else";

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
            var entries = new Entries(mapping, path, findings);
            return entries.has(ONLY_FOR) ? forSome(entries) : members(entries);
        }
        return node instanceof SequenceNode sequence ? items(sequence, path) : scalar((ScalarNode) node);
    }

    private JsonBody forSome(Entries entries) {
        var services = EnumSet.noneOf(Service.class);
        if (entries.take(ONLY_FOR) instanceof SequenceNode list) {
            list.getValue().forEach(item -> service(item, entries.at(ONLY_FOR)).ifPresent(services::add));
        }
        if (services.isEmpty()) {
            findings.add(entries.at(ONLY_FOR), "must be a list of services", "only-for: [AIS]");
        }
        if (!entries.has(VALUE)) {
            findings.add(entries.path(), "what stands here only for some services is its value", "{only-for: [AIS], value: true, else: false}");
        }
        var value = entries.has(VALUE) ? of(entries.take(VALUE), entries.at(VALUE)) : new JsonBody.Literal("null");
        var otherwise = entries.has(ELSE) ? of(entries.take(ELSE), entries.at(ELSE)) : null;
        entries.leaveNone(List.of(ONLY_FOR, VALUE, ELSE));
        return new JsonBody.ForSome(Collections.unmodifiableSet(services), value, otherwise);
    }

    private Optional<Service> service(Node node, String path) {
        var service = Optional.of(node).filter(ScalarNode.class::isInstance).map(word -> (Service) Shape.words(Service.class).get(((ScalarNode) word).getValue()));
        if (service.isEmpty()) {
            findings.unknown(path, "service", node instanceof ScalarNode word ? word.getValue() : "", Shape.words(Service.class).keySet());
        }
        return service;
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
        boolean literal = node.isPlain() && (JsonBody.isNumber(written) || written.matches("true|false"));
        return literal ? new JsonBody.Literal(written) : new JsonBody.Text(new Template(written));
    }
}
