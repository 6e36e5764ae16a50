package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The parts of the documents that are the same in every module, kept beside this class as JSON. */
final class Shared {
    private Shared() {}

    /** A fresh copy of a part, by its name in the file. */
    static ObjectNode node(String name) {
        try (var in = Shared.class.getResourceAsStream("shared.json")) {
            if (in == null) {
                throw new IllegalStateException("shared.json is not beside " + Shared.class);
            }
            return (ObjectNode) new ObjectMapper().readTree(in).get(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
