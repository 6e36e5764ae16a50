package org.tongban.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A form with files as browsers send it (RFC 7578). */
public final class MultipartForm {
    /** What the request says of its body. */
    public static final String TYPE = "multipart/form-data; boundary=tongban";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Adds a field. */
    public MultipartForm field(String name, String value) {
        return part("name=\"" + name + "\"", null, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file; {@code type} is null where the browser says none. */
    public MultipartForm file(String name, String file, @Nullable String type, byte[] content) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(name, file), type, content);
    }

    private MultipartForm part(String disposition, @Nullable String type, byte[] content) {
        write("--tongban\r\nContent-Disposition: form-data; " + disposition
                + (type == null ? "" : "\r\nContent-Type: " + type) + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The whole body; nothing can be added after it. */
    public byte[] bytes() {
        write("--tongban--\r\n");
        return body.toByteArray();
    }
}
