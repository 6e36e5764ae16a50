package org.tongban.core.web.internal;

import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Makes the bytes of an answer once, so that a repeat gets the same (CO-12). */
@Singleton
class Answers {
    private final JsonMapper mapper;

    Answers(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** An answer as it is stored and sent. */
    record Answer(
            int status, @Nullable String location, @Nullable String etag, byte[] body) {
        MutableHttpResponse<?> response() {
            MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(status));
            if (location != null) {
                response.header(HttpHeaders.LOCATION, location);
            }
            if (etag != null) {
                response.header(HttpHeaders.ETAG, etag);
            }
            if (body.length > 0) {
                response.contentType(MediaType.APPLICATION_JSON_TYPE).body(body);
            }
            return response;
        }
    }

    /** The response with its body as bytes. */
    Answer render(MethodInvocationContext<Object, Object> invocation, HttpResponse<?> response) {
        var body = response.body();
        byte[] bytes = body == null ? new byte[0] : bytes(invocation, body);
        return new Answer(
                response.code(),
                response.getHeaders().get(HttpHeaders.LOCATION),
                response.getHeaders().get(HttpHeaders.ETAG),
                bytes);
    }

    private byte[] bytes(MethodInvocationContext<Object, Object> invocation, Object body) {
        Argument<?> declared =
                invocation.getReturnType().asArgument().getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT);
        try {
            return declared.isInstance(body) ? write(declared, body) : mapper.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private <T> byte[] write(Argument<T> type, Object body) throws IOException {
        return mapper.writeValueAsBytes(type, (T) body);
    }
}
