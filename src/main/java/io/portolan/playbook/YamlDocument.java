package io.portolan.playbook;

import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Turns YAML into nodes without making anything of them: no tags are obeyed, and size, depth and aliases are limited. */
final class YamlDocument {

    static final int MOST_CHARACTERS = 256 * 1024;

    private static final int DEEPEST = 40;
    private static final int MOST_ALIASES = 10;
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP,
            Tag.MAP, Tag.SEQ, Tag.MERGE);

    private YamlDocument() { }

    /** The document's mapping, or null with a finding where it is none. */
    static MappingNode of(String text, Findings findings) {
        if (text.length() > MOST_CHARACTERS) {
            findings.add("", "the file has " + text.length() + " characters; at most " + MOST_CHARACTERS + " are read");
            return null;
        }
        StreamReader reader = null;
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(MOST_CHARACTERS);
            options.setNestingDepthLimit(DEEPEST);
            options.setMaxAliasesForCollections(MOST_ALIASES);
            reader = new StreamReader(text);
            var root = new Composer(new ParserImpl(reader, options), new Resolver(), options).getSingleNode();
            if (root instanceof MappingNode mapping && isPlain(mapping)) {
                return mapping;
            }
            findings.add("", "a playbook is a YAML mapping that begins with bank:");
        } catch (MarkedYAMLException e) {
            findings.add(e.getProblemMark(), "", "this is not YAML: " + said(e), null);
        } catch (ReaderException e) {
            var before = text.substring(0, Math.min(text.length(), e.getPosition()));
            findings.add((int) before.chars().filter(each -> each == '\n').count() + 1, before.length() - before.lastIndexOf('\n'),
                    "the character U+%04X may not stand in YAML".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            findings.add(reader.getLine() + 1, reader.getColumn() + 1, "this is not YAML that is read here: " + e.getMessage());
        }
        return null;
    }

    /** Whether a node is ordinary data that ends somewhere. */
    static boolean isPlain(Node node) {
        return PLAIN.contains(node.getTag()) && !node.isTwoStepsConstruction();
    }

    private static String said(MarkedYAMLException e) {
        if (e.getProblem() != null && e.getProblem().contains("(TAB)")) {
            return "a tab stands here; lines are indented by spaces";
        }
        var said = e.getContext() == null ? e.getProblem() : e.getProblem() + " " + e.getContext();
        return said + hint(said);
    }

    private static String hint(String said) {
        if (said.contains("mapping values are not allowed")) {
            return "; a text with a colon and a blank in it stands in quotes";
        }
        return said.contains("found '<scalar>'") ? "; is a quote still open further up, or one within quotes not written twice?"
                : said.contains("expected <block end>") ? "; lines of one mapping or list begin in the same column" : "";
    }
}
