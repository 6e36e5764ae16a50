package org.tongban.checks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Modules carry their own versions: the root pom and the BOM name the same, and the BOM forgets no module. */
final class ModuleVersions {
    private static final String ROOT = "pom.xml";
    private static final String BOM = "infra/bom/pom.xml";

    private ModuleVersions() {}

    /** Answers where a pom's version of one of ours differs from the version that its own pom states. */
    static List<String> violations(List<SourceFile> texts) {
        var poms = new TreeMap<String, Element>();
        texts.stream()
                .filter(text -> text.path().equals(ROOT)
                        || text.path().matches("(platform-core|module-[^/]+|infra/[^/]+)/pom\\.xml"))
                .forEach(text -> poms.put(text.path(), parse(text)));
        var versions = new TreeMap<String, String>();
        poms.values().forEach(pom -> child(pom, "artifactId").ifPresent(id -> versions.put(id, version(pom))));

        var violations = new ArrayList<String>();
        poms.forEach((path, pom) -> named(pom).forEach((id, version) -> {
            if (versions.containsKey(id) && !version.equals(versions.get(id))) {
                violations.add("%s: names %s %s, which is %s".formatted(path, id, version, versions.get(id)));
            }
        }));
        var bom = poms.get(BOM);
        var inBom = bom == null ? Map.<String, String>of() : named(bom);
        versions.keySet().stream()
                .filter(id -> id.matches("platform-core|module-.*|tongban-testkit") && !inBom.containsKey(id))
                .forEach(id -> violations.add("%s: does not name %s".formatted(BOM, id)));
        return violations;
    }

    private static Element parse(SourceFile pom) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(pom.text())))
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException(pom.path() + " cannot be parsed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(Element pom) {
        return child(pom, "version")
                .or(() -> elements(pom, "parent").stream().findFirst().flatMap(parent -> child(parent, "version")))
                .orElse("none");
    }

    /** Our own artifacts that a pom names with a version: its parent and its dependencies. */
    private static Map<String, String> named(Element pom) {
        var named = new TreeMap<String, String>();
        for (var tag : List.of("parent", "dependency")) {
            for (var each : elements(pom, tag)) {
                if (child(each, "groupId").filter("org.tongban"::equals).isPresent()) {
                    child(each, "version")
                            .filter(version -> !version.startsWith("${"))
                            .ifPresent(version ->
                                    named.put(child(each, "artifactId").orElse("none"), version));
                }
            }
        }
        return named;
    }

    private static List<Element> elements(Element parent, String tag) {
        var found = parent.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static Optional<String> child(Element parent, String tag) {
        return elements(parent, tag).stream()
                .filter(element -> parent.isSameNode(element.getParentNode()))
                .map(Node::getTextContent)
                .map(String::strip)
                .findFirst();
    }
}
