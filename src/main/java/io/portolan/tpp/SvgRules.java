package io.portolan.tpp;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Lets pass only drawings that run nothing and fetch nothing, since banks show them on their pages. */
final class SvgRules {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final Set<String> ACTIVE = Set.of("script", "foreignObject", "iframe", "embed", "object", "audio", "video");
    private static final Pattern OWN_OR_EMBEDDED = Pattern.compile("#.*|data:image/(png|jpeg|gif|webp);base64,.*", Pattern.DOTALL);
    private static final Pattern FETCHES = Pattern.compile("@import|url\\(\\s*['\"]?\\s*(?!['\"]?#)|expression\\(|javascript:", Pattern.CASE_INSENSITIVE);

    private SvgRules() {
    }

    /** What is wrong with it and what would be right, empty where nothing is. */
    static Optional<String> wrong(byte[] content) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            var isRoot = true;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (isRoot && !(reader.getLocalName().equals("svg") && NAMESPACE.equals(reader.getNamespaceURI()))) {
                        return Optional.of("The file is no SVG: its first element is svg of the namespace " + NAMESPACE + ".");
                    }
                    isRoot = false;
                    if (isActive(reader)) {
                        return Optional.of("The drawing runs or fetches something (" + reader.getLocalName() + "); a logo has neither scripts nor links outside itself.");
                    }
                } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) && FETCHES.matcher(reader.getText()).find()) {
                    return Optional.of("The drawing fetches something by its styles; a logo has no links outside itself.");
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.of("The SVG cannot be read: it is XML that is not well-formed, or leans on a document type.");
        }
    }

    private static boolean isActive(XMLStreamReader reader) {
        if (ACTIVE.contains(reader.getLocalName())) {
            return true;
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var name = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            var value = reader.getAttributeValue(i).strip();
            var isLink = name.equals("href") || name.equals("src");
            if (name.startsWith("on") || isLink && !OWN_OR_EMBEDDED.matcher(value).matches() || !isLink && FETCHES.matcher(value).find()) {
                return true;
            }
        }
        return false;
    }
}
