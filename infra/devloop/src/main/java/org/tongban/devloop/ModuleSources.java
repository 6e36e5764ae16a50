package org.tongban.devloop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A module's folder as its developer edits it.
 *
 * @param id the module's id
 * @param artifact the artifact's id, which names its jar
 * @param version its version, which the descriptor takes from the pom
 */
record ModuleSources(Path folder, String id, String artifact, String version) {
    /** What editors lay beside a file while they save it. */
    private static final Pattern EDITORS = Pattern.compile("[.#].*|.*~|.*\\.(swp|tmp)|.*#|4913");

    private static final String DESCRIPTOR = "META-INF/tongban/module.properties";

    /** Reads the pom and the descriptor. */
    static ModuleSources in(Path folder) throws IOException {
        var pom = pom(folder.resolve("pom.xml"));
        var properties = new Properties();
        try (var reader =
                Files.newBufferedReader(folder.resolve("src/main/resources").resolve(DESCRIPTOR))) {
            properties.load(reader);
        }
        var id = properties.getProperty("id");
        if (id == null) {
            throw new IOException("The descriptor %s has no id.".formatted(DESCRIPTOR));
        }
        return new ModuleSources(folder, id.strip(), child(pom, "artifactId"), version(pom));
    }

    Path java() {
        return folder.resolve("src/main/java");
    }

    Path resources() {
        return folder.resolve("src/main/resources");
    }

    Path pom() {
        return folder.resolve("pom.xml");
    }

    /** Every file that a turn is made of, with what tells one state of it from another. */
    Stamps stamps() throws IOException {
        var stamps = new TreeMap<Path, String>();
        for (var root : List.of(java(), resources(), pom())) {
            if (!Files.exists(root)) {
                continue;
            }
            try (var files = Files.walk(root)) {
                for (var file : files.filter(ModuleSources::isSource).toList()) {
                    stamps.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
                }
            }
        }
        return new Stamps(stamps);
    }

    /** Whether a turn is made of the file: it is none of those that only an editor needs. */
    static boolean isSource(Path file) {
        return Files.isRegularFile(file)
                && !EDITORS.matcher(file.getFileName().toString()).matches();
    }

    /** A resource as it goes into the jar: Maven filters the descriptor, and nothing else. */
    byte[] resource(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (!file.endsWith(DESCRIPTOR)) {
            return bytes;
        }
        return Files.readString(file).replace("${project.version}", version).getBytes(StandardCharsets.UTF_8);
    }

    private static String version(Element pom) throws IOException {
        var own = child(pom, "version");
        if (!own.isEmpty()) {
            return own;
        }
        var parents = pom.getElementsByTagName("parent");
        if (parents.item(0) instanceof Element parent) {
            return child(parent, "version");
        }
        throw new IOException("The pom.xml has no version.");
    }

    private static Element pom(Path file) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("The file %s is no pom: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /** The text of a child, or nothing. */
    private static String child(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent().strip();
            }
        }
        return "";
    }
}
