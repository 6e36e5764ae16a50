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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.StrictJson;
import org.tongban.core.module.Title;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Violation;

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

    /** What was found: the bytes of a body, its document where it could be read, and what is wrong with the request. */
    record Verdict(
            byte[] bytes,
            @Nullable JsonNode document,
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

    /** Binds the checked document to the method's parameter. */
    void bind(MethodInvocationContext<Object, Object> invocation, Verdict verdict) {
        if (verdict.argument < 0) {
            return;
        }
        Argument<?> argument = invocation.getArguments()[verdict.argument];
        Object value;
        if (argument.getType() == FormFields.class) {
            value = FormFields.parse(verdict.bytes);
        } else if (verdict.document == null) {
            return;
        } else if (JsonNode.class.isAssignableFrom(argument.getType())) {
            value = verdict.document;
        } else {
            try {
                value = mapper.readValue(verdict.bytes, argument);
            } catch (IOException e) {
                throw new UncheckedIOException("a checked body does not bind to " + argument, e);
            }
        }
        invocation.getParameterValues()[verdict.argument] = value;
    }

    private Verdict check(MethodInvocationContext<Object, Object> invocation, HttpRequest<?> request, int argument) {
        if (invocation.getArguments()[argument].getType() == FormFields.class) {
            // Whoever reads the fields says what is wrong with them, in the words of its own standard.
            return new Verdict(bytes(request), null, argument, null);
        }
        if (!isJson(request)) {
            return new Verdict(new byte[0], null, argument, DomainException.of(CoreError.UNSUPPORTED_TYPE));
        }
        var bytes = bytes(request);
        var said = invocation.getArguments()[argument].getAnnotationMetadata();
        var form = said.stringValue(Checked.class, "form").filter(id -> !id.isEmpty());
        var pinned = said.booleanValue(Checked.class, "pinned").orElse(false);
        return switch (StrictJson.parse(bytes)) {
            case StrictJson.Parsed.Refused refused ->
                new Verdict(bytes, null, argument, DomainException.of(CoreError.INVALID_INPUT, refused.violations()));
            case StrictJson.Parsed.Tree read
            when form.isPresent() && pinned -> {
                var draft = schemas.draftOf(form.get(), read.document());
                yield verdict(bytes, draft.document(), argument, draft.violations());
            }
            case StrictJson.Parsed.Tree read -> {
                var schema = form.map(schemas::draft).orElseGet(() -> schemas.of(invocation.getExecutableMethod()));
                var document =
                        form.map(id -> schemas.normalise(id, read.document())).orElse(read.document());
                yield verdict(bytes, document, argument, schema.check(document));
            }
        };
    }

    private static Verdict verdict(byte[] bytes, JsonNode document, int argument, List<Violation> violations) {
        var refusal = violations.isEmpty() ? null : DomainException.of(CoreError.INVALID_INPUT, violations);
        return new Verdict(bytes, document, argument, refusal);
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
