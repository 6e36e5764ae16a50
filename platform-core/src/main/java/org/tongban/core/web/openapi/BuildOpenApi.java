package org.tongban.core.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The step of each module's build that finishes its OpenAPI document: the processor's 3.0 becomes 3.1, and what follows
 * from a rule is added by rule (CO-13). Arguments: the folder of compiled classes, and the artifact's id.
 */
public final class BuildOpenApi {
    private BuildOpenApi() {}

    public static void main(String[] arguments) throws IOException {
        var classes = Path.of(arguments[0]);
        var written = classes.resolve("META-INF/swagger").resolve(arguments[1] + ".json");
        var descriptor = classes.resolve("META-INF/tongban/module.properties");
        if (!Files.exists(written) || !Files.exists(descriptor)) {
            return;
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(descriptor)) {
            properties.load(reader);
        }
        var mapper = new ObjectMapper();
        var document = (ObjectNode) mapper.readTree(written.toFile());
        var endpoints = Endpoints.below(classes);
        new OpenApiFinish(properties, endpoints, Refusals.ofClassPath()).finish(document);
        var target = classes.resolve(OpenApi.PATH);
        Files.createDirectories(target.getParent());
        mapper.writerWithDefaultPrettyPrinter().writeValue(target.toFile(), document);
        Files.delete(written);
    }
}
