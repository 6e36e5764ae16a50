package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.DemoPasswords;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What public tools make of the served OpenAPI documents: a linter's verdict and a client that compiles and works. */
@TongbanTest
@Tag("CO-13")
@Tag("RL-5")
class PublicToolsTest {
    private static final Path TARGET = OutsideTool.NPM.resolve("target");

    @Test
    void a_public_linter_finds_nothing_wrong_with_any_document(Tongban tongban) throws Exception {
        var command = new ArrayList<>(List.of(
                OutsideTool.node(),
                "node_modules/@redocly/cli/bin/cli.js",
                "lint",
                "--config=redocly.yaml",
                "--format=json"));
        var documents = new ArrayList<String>();
        documents.add(save(tongban, "openapi.json"));
        for (var module : tongban.anonymous().get("/openapi.json").json().path("tags")) {
            documents.add(save(tongban, "openapi/" + module.path("name").asText() + ".json"));
        }
        assertThat(documents).hasSizeGreaterThan(2);

        command.addAll(documents);
        var quiet = Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        var printed = OutsideTool.run(quiet, command);

        var verdict = verdict(printed);
        assertThat(verdict.at("/totals/errors").asInt(-1)).as(printed).isZero();
        assertThat(verdict.at("/totals/warnings").asInt(-1)).as(printed).isZero();
    }

    private static String sample(Tongban tongban, String name) throws IOException {
        var file = TARGET.resolve(name);
        Files.write(
                file,
                tongban.anonymous().get("/api/platform/v1/dev/samples/" + name).body());
        return file.toString();
    }

    @Test
    void a_generated_typescript_client_takes_a_product_to_the_public_search(Tongban tongban) throws Exception {
        var node = OutsideTool.node();
        compile(tongban, node);

        var checkout = Path.of(System.getProperty("tongban.checkout"));
        var passwords = tongban.context().getBean(DemoPasswords.class);
        var environment = new HashMap<>(Map.of(
                "SERVER", tongban.address().toString(),
                "ADMIN_PASSWORD", passwords.of("admin"),
                "UNIT_PASSWORD", passwords.of("unit-a"),
                "REVIEWER_PASSWORD", passwords.of("reviewer"),
                "PICTURE", sample(tongban, "picture.png"),
                "PROOF", sample(tongban, "proof.pdf")));
        environment.put(
                "REGISTRY",
                checkout.resolve("module-product-filing/src/main/resources/sample/patents.csv")
                        .toString());
        var printed = OutsideTool.run(environment, List.of(node, "target/js/journey.js"));

        var page = printed.strip().replace(tongban.address().toString(), "");
        assertThat(page).startsWith("/products/");
        assertThat(tongban.anonymous().get(page).text()).contains("果园植保无人机");
    }

    @Test
    @Tag("CO-27")
    void a_portal_in_typescript_signs_for_its_own_token_and_calls_on_behalf_of_a_user(Tongban tongban)
            throws Exception {
        var node = OutsideTool.node();
        compile(tongban, node);
        var passwords = tongban.context().getBean(DemoPasswords.class);

        var printed = OutsideTool.run(
                Map.of(
                        "SERVER", tongban.address().toString(),
                        "ADMIN_PASSWORD", passwords.of("admin"),
                        "UNIT_PASSWORD", passwords.of("unit-a")),
                List.of(node, "target/js/portal.js"));

        assertThat(printed.strip()).matches("中科.*: \\d+ products, \\d+ modules");
    }

    private static void compile(Tongban tongban, String node) throws Exception {
        var document = save(tongban, "openapi.json");
        OutsideTool.run(
                Map.of(), List.of(node, "node_modules/openapi-typescript/bin/cli.js", document, "-o", "target/api.ts"));
        OutsideTool.run(Map.of(), List.of(node, "node_modules/typescript/bin/tsc", "-p", "tsconfig.json"));
    }

    @Test
    void the_page_of_the_api_shows_every_operation(Tongban tongban) throws Exception {
        var browser = OutsideTool.browser();
        // The page draws the operations that are in the window, and no others.
        var shown = OutsideTool.drawn(
                browser, tongban.address() + "/docs/api", Duration.ofSeconds(30), "--window-size=1280,60000");
        var described = tongban.anonymous().get("/openapi.json").json().findValuesAsText("operationId");
        assertThat(described).hasSizeGreaterThan(30);
        assertThat(shown).doesNotContain("errors-wrapper");
        assertThat(described)
                .allSatisfy(operation -> assertThat(shown).contains("id=\"operations-", "-" + operation + "\""));
    }

    private static String save(Tongban tongban, String name) throws IOException {
        var file = TARGET.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, tongban.anonymous().get("/" + name).body());
        return TARGET.getFileName() + "/" + name;
    }

    /** The linter prints notices around its verdict. */
    private static JsonNode verdict(String printed) throws IOException {
        return new ObjectMapper().readTree(printed.substring(printed.indexOf('{'), printed.lastIndexOf('}') + 1));
    }
}
