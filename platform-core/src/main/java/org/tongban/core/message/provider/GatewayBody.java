package org.tongban.core.message.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.OutgoingMessage;
import org.tongban.core.module.StartRefused;

/** The body that a gateway gets: a JSON document in which names in braces stand for the parts of a message. */
final class GatewayBody {
    private static final Pattern NAME = Pattern.compile("\\{(reference|to|text|template|code|parameters)}");
    private static final String PARAMETERS = "{parameters}";
    private static final String OWN = """
        {"reference": "{reference}", "to": "{to}", "template": "{template}", "text": "{text}",
         "parameters": "{parameters}"}
        """;

    private final JsonNode form;

    GatewayBody(@Nullable String file) {
        try {
            form = ProviderExchange.MAPPER.readTree(file == null ? OWN : Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new StartRefused("platform.sms.http.body-file cannot be read as JSON: " + file);
        }
    }

    JsonNode of(OutgoingMessage message, String code) {
        return filled(
                form,
                Map.of(
                        "reference", message.reference().toString(),
                        "to", message.to(),
                        "text", message.text(),
                        "template", message.template(),
                        "code", code),
                parameters(message));
    }

    private static ObjectNode parameters(OutgoingMessage message) {
        var parameters = JsonNodeFactory.instance.objectNode();
        message.parameters().forEach(parameters::put);
        return parameters;
    }

    private static JsonNode filled(JsonNode node, Map<String, String> values, ObjectNode parameters) {
        var nodes = JsonNodeFactory.instance;
        if (node.isObject()) {
            var object = nodes.objectNode();
            node.properties().forEach(one -> object.set(one.getKey(), filled(one.getValue(), values, parameters)));
            return object;
        }
        if (node.isArray()) {
            var array = nodes.arrayNode();
            node.forEach(one -> array.add(filled(one, values, parameters)));
            return array;
        }
        if (!node.isTextual()) {
            return node;
        }
        if (node.asText().equals(PARAMETERS)) {
            return parameters;
        }
        return nodes.textNode(NAME.matcher(node.asText())
                .replaceAll(
                        found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), parameters.toString()))));
    }
}
