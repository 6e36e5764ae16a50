package org.tongban.core.web.internal;

import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Tells whether two requests are the same (CO-12): method, address and body. A streamed body counts once it was read. */
final class RequestHash {
    private final MessageDigest digest;
    private final @Nullable InputStream stream;

    private RequestHash(MessageDigest digest, @Nullable InputStream stream) {
        this.digest = digest;
        this.stream = stream;
    }

    /** Of a request whose body is in memory; where the method takes a stream instead, that one is watched. */
    static RequestHash of(MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request, byte[] body) {
        var digest = sha256();
        digest.update((request.getMethodName() + ' ' + request.getUri() + '\n').getBytes(StandardCharsets.UTF_8));
        digest.update(body);
        var values = invocation.getParameterValues();
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof InputStream content) {
                var watched = new DigestInputStream(content, digest);
                values[i] = watched;
                return new RequestHash(digest, watched);
            }
        }
        return new RequestHash(digest, null);
    }

    /** The hash of what was read by now. */
    byte[] value() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what is left of a streamed body, of which only the hash is wanted. */
    void readToEnd() {
        if (stream == null) {
            return;
        }
        try (stream) {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
