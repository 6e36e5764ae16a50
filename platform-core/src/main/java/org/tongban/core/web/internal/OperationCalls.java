package org.tongban.core.web.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.micronaut.context.BeanContext;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.Cursors;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Write;

/**
 * Calls operations of the API for a page and its reader, within the request for the page: permission, checks, owner, ETag,
 * transaction and audit record are the operation's own (CO-10b, CO-47b). Thread-safe.
 */
@Singleton
public class OperationCalls {
    private final BeanContext beans;
    private final ConversionService conversions;
    private final JsonMapper mapper;
    private final Map<String, Operations.Found> byName;

    OperationCalls(BeanContext beans, ConversionService conversions, JsonMapper mapper, Operations operations) {
        this.beans = beans;
        this.conversions = conversions;
        this.mapper = mapper;
        this.byName = operations
                .found()
                .collect(Collectors.toUnmodifiableMap(
                        found -> found.method().getMethodName(), Function.identity(), (one, other) -> one));
    }

    /**
     * What a page asks of an operation.
     *
     * @param path the values of its path variables
     * @param query those of its query; a parameter that it does not know is left out
     * @param body the document that it takes; null for one that takes none
     * @param ifMatch the ETag of the record that the page shows; null where it shows none
     */
    public record Asked(
            String operation,
            Map<String, String> path,
            Map<String, String> query,
            @Nullable JsonNode body,
            @Nullable String ifMatch) {
        /** A question without a body. */
        public static Asked of(String operation, Map<String, String> path, Map<String, String> query) {
            return new Asked(operation, path, query, null, null);
        }
    }

    /**
     * What an operation answered.
     *
     * @param body its JSON; missing where it answers nothing
     * @param etag of what was read; null where it has none
     */
    public record Told(JsonNode body, @Nullable String etag) {}

    /** Whether there is an operation of that id. */
    public boolean knows(String operation) {
        return byName.containsKey(operation);
    }

    /** Whether the caller may do it at all. */
    public boolean may(Caller caller, String operation) {
        return method(operation).stringValue(Permitted.class).map(caller::may).orElse(true);
    }

    /** Whether it asks for a permission. */
    public boolean isGuarded(String operation) {
        return method(operation).hasAnnotation(Permitted.class);
    }

    /** Whether it takes a JSON body. */
    public boolean takesBody(String operation) {
        return Stream.of(method(operation).getArguments()).anyMatch(OperationCalls::isBody);
    }

    /** Whether it demands the ETag of what it changes. */
    public boolean demandsMatch(String operation) {
        return method(operation).isTrue(Write.class, "ifMatch");
    }

    /**
     * Calls it as the caller.
     *
     * @throws DomainException what the operation refuses it by, {@link CoreError#FORBIDDEN} where the caller may not, and
     *     {@link CoreError#NOT_FOUND} where a value of the path can be none of its
     */
    public Told call(HttpRequest<?> request, Caller caller, Language language, Asked asked) {
        var found = Objects.requireNonNull(byName.get(asked.operation), asked.operation);
        if (!may(caller, asked.operation)) {
            throw DomainException.of(CoreError.FORBIDDEN);
        }
        var arguments = found.method().getArguments();
        var values = new @Nullable Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            values[i] = value(arguments[i], request, caller, language, asked);
        }
        var body = asked.body == null ? null : asked.body.toString().getBytes(StandardCharsets.UTF_8);
        var query = asked.query.entrySet().stream()
                .filter(entry -> knows(found.method(), entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        new Given(query, body, asked.ifMatch).giveTo(request);
        try {
            var answer = Cursors.asking(question(asked), () -> new Answer(invoke(found, values)))
                    .value();
            var etag = request.getAttribute(Exchange.ETAG, String.class).orElse(null);
            return new Told(json(found.method(), answer), etag);
        } finally {
            Given.takeFrom(request);
            // It is the record's, not the page's.
            request.removeAttribute(Exchange.ETAG, String.class);
        }
    }

    /** What the operation gave back, be it nothing. */
    private record Answer(@Nullable Object value) {}

    /** The list with its filters, which keeps its cursors on the page that shows it; of another list they are none. */
    private static String question(Asked asked) {
        var filters = new TreeMap<>(asked.query);
        filters.keySet().removeIf(Cursors::isPlace);
        return asked.operation + new TreeMap<>(asked.path) + filters;
    }

    private ExecutableMethod<?, ?> method(String operation) {
        return Objects.requireNonNull(byName.get(operation), operation).method();
    }

    private static boolean knows(ExecutableMethod<?, ?> method, String parameter) {
        return Stream.of(method.getArguments())
                .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(QueryValue.class))
                .anyMatch(argument -> CheckedParameters.name(argument).equals(parameter));
    }

    private static boolean isBody(Argument<?> argument) {
        return argument.getAnnotationMetadata().hasAnnotation(Body.class);
    }

    private @Nullable Object value(
            Argument<?> argument, HttpRequest<?> request, Caller caller, Language language, Asked asked) {
        var type = argument.getType();
        if (isBody(argument)) {
            // Bound by the operation itself, once it is checked.
            return null;
        }
        if (type == Caller.class) {
            return caller;
        }
        if (type == Language.class) {
            return language;
        }
        if (HttpRequest.class.isAssignableFrom(type)) {
            return request;
        }
        var metadata = argument.getAnnotationMetadata();
        if (metadata.hasAnnotation(QueryValue.class)) {
            var sent = asked.query.get(CheckedParameters.name(argument));
            var text = sent == null
                    ? metadata.stringValue(Bindable.class, "defaultValue").orElse(null)
                    : sent;
            return text == null ? absent(argument) : converted(argument, text).orElseGet(() -> absent(argument));
        }
        return Optional.ofNullable(asked.path.get(argument.getName()))
                .flatMap(text -> converted(argument, text))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private static @Nullable Object absent(Argument<?> argument) {
        return argument.getType() == Optional.class ? Optional.empty() : null;
    }

    private Optional<Object> converted(Argument<?> argument, String text) {
        return conversions.convert(text, argument).map(Object.class::cast);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object invoke(Operations.Found found, @Nullable Object[] values) {
        var bean = beans.getBean(found.controller());
        return ((ExecutableMethod<Object, Object>) found.method()).invoke(bean, values);
    }

    private JsonNode json(ExecutableMethod<?, ?> method, @Nullable Object answer) {
        Argument<?> type = method.getReturnType().asArgument();
        var whole = answer instanceof HttpResponse<?> http ? http : null;
        var response = whole == null ? answer : whole.body();
        if (response == null) {
            return MissingNode.getInstance();
        }
        Argument<?> declared =
                whole == null ? type : type.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT);
        var bytes = response instanceof byte[] written ? written : written(declared, response);
        return bytes.length == 0
                ? MissingNode.getInstance()
                : Documents.read(new String(bytes, StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private <T> byte[] written(Argument<T> declared, Object body) {
        try {
            return declared.isInstance(body)
                    ? mapper.writeValueAsBytes(declared, (T) body)
                    : mapper.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
