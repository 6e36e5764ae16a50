package org.tongban.faults.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request in the making, which mutations spoil; nothing in it is checked. */
final class Draft {
    String method;
    String path;
    final List<String> query = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private byte[] body = new byte[0];
    private boolean hasBody;

    Draft(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Sets a header; the text goes out as its UTF-8 bytes. */
    Draft header(String name, String value) {
        without(name);
        return more(name, value);
    }

    /** Adds a header, a second one of its name too. */
    Draft more(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    void without(String name) {
        headers.removeIf(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    }

    Draft body(byte[] bytes) {
        body = bytes;
        hasBody = true;
        return this;
    }

    Draft body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The request as it goes over the wire. */
    byte[] bytes() {
        var head = new StringBuilder(method).append(' ').append(path);
        if (!query.isEmpty()) {
            head.append('?').append(String.join("&", query));
        }
        head.append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (hasBody || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(body);
        return whole.toByteArray();
    }
}
