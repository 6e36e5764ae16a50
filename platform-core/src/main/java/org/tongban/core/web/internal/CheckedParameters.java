package org.tongban.core.web.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.inject.ExecutableMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.DocumentSchema;
import org.tongban.core.form.Pointers;
import org.tongban.core.form.SchemaCompiler;
import org.tongban.core.module.Title;
import org.tongban.core.web.AnyParameters;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.core.web.openapi.OpenApi;

/** Checks query parameters against the operation's own in OpenAPI, compiled at the start; refuses unknown ones (CO-10b, CO-11). */
@Context
class CheckedParameters {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    private static final Title REPEATED = new Title("参数只能出现一次", "The parameter may occur once only");

    private final Map<String, Map<String, DocumentSchema>> compiled;

    CheckedParameters(OpenApi openApi, SchemaCompiler compiler, Operations operations) {
        var schemas = new HashMap<String, Map<String, DocumentSchema>>();
        operations
                .all()
                .filter(method -> !method.hasAnnotation(AnyParameters.class))
                .map(ExecutableMethod::getMethodName)
                .forEach(name -> schemas.computeIfAbsent(name, operation -> compile(openApi, compiler, operation)));
        this.compiled = Map.copyOf(schemas);
    }

    /** The name of a method's argument in requests. */
    static String name(Argument<?> argument) {
        var annotations = argument.getAnnotationMetadata();
        return annotations
                .stringValue(QueryValue.class)
                .or(() -> annotations.stringValue(Header.class))
                .filter(name -> !name.isEmpty())
                .orElse(argument.getName());
    }

    /** What is wrong with the request's parameters, all at once; null where nothing is. */
    @Nullable
    DomainException check(ExecutableMethod<?, ?> method, HttpRequest<?> request) {
        if (method.hasAnnotation(AnyParameters.class)) {
            return null;
        }
        var known = Stream.of(method.getArguments())
                .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(QueryValue.class))
                .collect(Collectors.toMap(CheckedParameters::name, Argument::isContainerType));
        var schemas = compiled.getOrDefault(method.getMethodName(), Map.of());
        var violations = new ArrayList<Violation>();
        var code = CoreError.INVALID_INPUT;
        for (var name : Given.names(request)) {
            var schema = schemas.get(name);
            var several = known.get(name);
            if (several == null) {
                code = CoreError.UNKNOWN_PARAMETER;
                violations.add(new Violation(
                        Pointers.below("", name),
                        "unknown-parameter",
                        new Title("未知参数“" + name + "”", "Unknown parameter " + name)));
            } else if (!several && Given.values(request, name).size() > 1) {
                violations.add(new Violation(Pointers.below("", name), "repeated", REPEATED));
            } else if (schema != null) {
                Given.values(request, name).forEach(text -> violations.addAll(check(schema, name, text)));
            }
        }
        return violations.isEmpty() ? null : DomainException.of(code, violations);
    }

    private static Map<String, DocumentSchema> compile(OpenApi openApi, SchemaCompiler compiler, String operation) {
        var schemas = new HashMap<String, DocumentSchema>();
        openApi.querySchemas(operation).forEach((name, schema) -> schemas.put(name, compiler.compile(schema)));
        return Map.copyOf(schemas);
    }

    private static List<Violation> check(DocumentSchema schema, String name, String text) {
        return schema.check(value(schema.source(), text)).stream()
                .map(violation -> violation.under(Pointers.below("", name)))
                .toList();
    }

    /** A parameter is text: what its schema says it stands for. */
    private static JsonNode value(JsonNode schema, String text) {
        var types = schema.path("type").toString();
        if (types.contains("\"integer\"") && WHOLE_NUMBER.matcher(text).matches()) {
            return LongNode.valueOf(Long.parseLong(text));
        }
        if (types.contains("\"boolean\"") && (text.equals("true") || text.equals("false"))) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        return TextNode.valueOf(text);
    }
}
