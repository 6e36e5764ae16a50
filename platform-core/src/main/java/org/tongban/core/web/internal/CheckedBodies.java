package org.tongban.core.web.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.StrictJson;
import org.tongban.core.module.Title;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.FormFields;

/** Reads and checks what a request brings, and keeps the verdict until the checks before it have passed (CO-10b). */
@Singleton
class CheckedBodies {
    private final RequestSchemas schemas;
    private final CheckedParameters parameters;
    private final JsonMapper mapper;
    private final int most;

    CheckedBodies(
            RequestSchemas schemas,
            CheckedParameters parameters,
            JsonMapper mapper,
            @Value("${platform.web.max-body}") @ReadableBytes int most) {
        this.schemas = schemas;
        this.parameters = parameters;
        this.mapper = mapper;
        this.most = most;
    }

    /**
     * What was found.
     *
     * @param bytes of the body; empty where none was read
     * @param found a document, or a draft of some version of a form; null where the body is not JSON or something is wrong
     * @param argument which of the method's takes the body; -1 where none does
     * @param refusal what is wrong with the request; null where nothing is
     */
    record Verdict(
            byte[] bytes,
            @Nullable Object found,
            int argument,
            @Nullable DomainException refusal) {
        /** Refuses the request if anything is wrong with it. */
        void raise() {
            if (refusal != null) {
                throw refusal;
            }
        }
    }

    /** Reads the body, if the method takes a checked one, with no database connection held. */
    Verdict read(MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request) {
        var refusal = parameters.check(invocation.getExecutableMethod(), request);
        if (refusal != null) {
            return new Verdict(new byte[0], null, -1, refusal);
        }
        if (!takesBody(invocation)) {
            return new Verdict(new byte[0], null, -1, unexpected(request));
        }
        var arguments = invocation.getArguments();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].getAnnotationMetadata().hasAnnotation(Checked.class)) {
                return check(invocation, request, i);
            }
        }
        return new Verdict(new byte[0], null, -1, null);
    }

    /** A body that nobody reads would be lost without a word. */
    private static @Nullable DomainException unexpected(HttpRequest<?> request) {
        if (Given.of(request) != null) {
            return null;
        }
        var chunked = request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING);
        return chunked || request.getContentLength() > 0 ? DomainException.of(CoreError.UNEXPECTED_BODY) : null;
    }

    private static boolean takesBody(MethodInvocationContext<Object, Object> invocation) {
        return Arrays.stream(invocation.getArguments())
                .anyMatch(argument -> argument.getAnnotationMetadata().hasAnnotation(Body.class));
    }

    /** Binds what was found to the method's parameter. */
    void bind(MethodInvocationContext<Object, Object> invocation, Verdict verdict) {
        if (verdict.argument >= 0) {
            var argument = invocation.getArguments()[verdict.argument];
            invocation.getParameterValues()[verdict.argument] = value(argument, verdict);
        }
    }

    private Object value(Argument<?> argument, Verdict verdict) {
        if (argument.getType() == FormFields.class) {
            return FormFields.parse(verdict.bytes);
        }
        if (verdict.found != null && argument.isInstance(verdict.found)) {
            return verdict.found;
        }
        try {
            return mapper.readValue(verdict.bytes, argument);
        } catch (IOException e) {
            throw new UncheckedIOException("a checked body does not bind to " + argument, e);
        }
    }

    private Verdict check(MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request, int argument) {
        var taken = invocation.getArguments()[argument];
        if (taken.getType() == FormFields.class) {
            // Whoever reads the fields says what is wrong with them, in the words of its own standard.
            return new Verdict(bytes(request), null, argument, null);
        }
        if (!isJson(request)) {
            return new Verdict(new byte[0], null, argument, DomainException.of(CoreError.UNSUPPORTED_TYPE));
        }
        var bytes = bytes(request);
        try {
            var found = schemas.checked(invocation.getExecutableMethod(), taken, document(bytes));
            return new Verdict(bytes, found, argument, null);
        } catch (DomainException refusal) {
            return new Verdict(bytes, null, argument, refusal);
        }
    }

    private static JsonNode document(byte[] bytes) {
        return switch (StrictJson.parse(bytes)) {
            case StrictJson.Parsed.Tree(var document) -> document;
            case StrictJson.Parsed.Refused(var violations) ->
                throw DomainException.of(CoreError.INVALID_INPUT, violations);
        };
    }

    private static boolean isJson(HttpRequest<?> request) {
        var type = request.getContentType().orElse(null);
        return Given.of(request) != null
                || (type != null && MediaType.APPLICATION_JSON_TYPE.getName().equalsIgnoreCase(type.getName()));
    }

    private byte[] bytes(HttpRequest<?> request) {
        var given = Given.of(request);
        if (given != null) {
            return given.body() == null ? new byte[0] : given.body();
        }
        if (request.getContentLength() > most) {
            throw DomainException.of(CoreError.TOO_LARGE);
        }
        // Without a length nobody knows before: one byte more than allowed is enough to know.
        try (var part = ((ServerHttpRequest<?>) request).byteBody().split(SplitBackpressureMode.FASTEST);
                var stream = part.toInputStream()) {
            var bytes = stream.readNBytes(most + 1);
            if (bytes.length > most) {
                throw DomainException.of(CoreError.TOO_LARGE);
            }
            return bytes;
        } catch (IOException cutShort) {
            // Or not compressed as its Content-Encoding says, which the framework has already taken off.
            throw DomainException.of(CoreError.BAD_REQUEST)
                    .withDetail(new Title(
                            "请求体未能完整读取，或与其 Content-Encoding 不符。",
                            "The body could not be read to its end, or is not encoded as its Content-Encoding says."));
        }
    }
}
