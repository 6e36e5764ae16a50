package org.tongban.faults.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What came back over the wire.
 *
 * @param headers by their names in lower case, the last one of a name
 * @param last whether the server closes the connection after it
 */
public record Reply(int status, Map<String, String> headers, byte[] body, boolean last) {
    /** The header of this name in lower case; empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The body as a text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
