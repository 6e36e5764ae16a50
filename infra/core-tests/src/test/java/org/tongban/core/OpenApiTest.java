package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.web.router.Router;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What is described is what is there (CO-13, RL-5). */
@TongbanTest
@Tag("CO-13")
@Tag("RL-5")
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static JsonNode merged(Tongban tongban) {
        return tongban.anonymous().get("/openapi.json").json();
    }

    private static void operations(JsonNode document, BiConsumer<String, JsonNode> each) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                each.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private static Set<String> described(JsonNode document) {
        var described = new TreeSet<String>();
        operations(document, (name, operation) -> described.add(name));
        return described;
    }

    /** The class that answers may be one made around the controller. */
    private static boolean isHidden(Class<?> type) {
        return type.isAnnotationPresent(Hidden.class)
                || (type.getSuperclass() != null && isHidden(type.getSuperclass()));
    }

    @Test
    void every_live_route_is_described_and_every_described_one_lives(Tongban tongban) {
        var live = tongban.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route ->
                        route.getTargetMethod().getDeclaringType().getName().startsWith("org.tongban."))
                .filter(route -> !isHidden(route.getTargetMethod().getDeclaringType()))
                .filter(route -> METHODS.contains(route.getHttpMethodName().toLowerCase(Locale.ROOT)))
                .map(route -> route.getHttpMethodName().toLowerCase(Locale.ROOT) + " "
                        + route.getUriMatchTemplate().toPathString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described(merged(tongban))).isEqualTo(live);
    }

    @Test
    void a_modules_own_document_holds_its_operations_and_no_others(Tongban tongban) {
        var own = tongban.anonymous().get("/openapi/trial.json").json();
        assertThat(own.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(described(own)).hasSize(14).allMatch(name -> name.contains(" /api/trial/v1/"));
        assertThat(described(merged(tongban))).containsAll(described(own));
        assertThat(tongban.anonymous().get("/openapi/nothing.json").status()).isEqualTo(404);
    }

    @Test
    void every_operation_says_what_it_does_who_may_call_it_and_what_comes_back(Tongban tongban) {
        var ids = new TreeSet<String>();
        operations(merged(tongban), (name, operation) -> {
            assertThat(operation.path("summary").asText()).as(name).isNotBlank();
            assertThat(operation.path("tags")).as(name).isNotEmpty();
            assertThat(operation.has("security")).as(name).isTrue();
            assertThat(operation.path("responses").properties())
                    .as(name)
                    .anyMatch(response -> response.getKey().startsWith("2"))
                    .anyMatch(response -> response.getKey().equals("400"));
            assertThat(ids.add(operation.path("operationId").asText())).as(name).isTrue();
        });
        assertThat(ids).contains("createNote", "createSession");
    }

    @Test
    void an_open_operation_needs_no_token_and_another_does(Tongban tongban) {
        var paths = merged(tongban).path("paths");
        assertThat(paths.path("/api/platform/v1/sessions").at("/post/security")).isEmpty();
        assertThat(paths.path("/api/trial/v1/notes")
                        .at("/get/security/0/bearer")
                        .isArray())
                .isTrue();
    }

    @Test
    void every_reference_leads_somewhere(Tongban tongban) {
        var document = merged(tongban);
        var broken = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
                .matcher(document.toString())
                .results()
                .map(found -> found.group(1))
                .filter(pointer -> document.at(pointer).isMissingNode())
                .distinct();
        assertThat(broken).isEmpty();
    }

    @Test
    @Tag("CO-12")
    void writes_name_the_headers_that_they_heed(Tongban tongban) {
        var save =
                merged(tongban).path("paths").path("/api/trial/v1/notes/{id}").path("put");
        assertThat(save.path("parameters")).anySatisfy(parameter -> {
            assertThat(parameter.path("name").asText()).isEqualTo("If-Match");
            assertThat(parameter.path("required").asBoolean()).isTrue();
        });
        assertThat(save.path("parameters"))
                .anyMatch(parameter -> parameter.path("name").asText().equals("Idempotency-Key"));
    }

    @Test
    void a_parameter_that_may_be_left_out_is_not_described_as_needed(Tongban tongban) {
        var name = merged(tongban).at("/paths/~1api~1platform~1v1~1files/post/parameters/1");
        assertThat(name.path("name").asText()).isEqualTo("name");
        assertThat(name.path("required").asBoolean()).isFalse();
    }

    @Test
    void every_request_and_every_answer_has_an_example_that_its_schema_takes(Tongban tongban) {
        assertThat(tongban.exampleFaults()).isEmpty();
    }

    @Test
    void an_operation_describes_the_refusals_it_can_answer_and_no_others(Tongban tongban) {
        var notes = merged(tongban).path("paths").path("/api/trial/v1/notes/{id}");
        assertThat(notes.at("/put/responses").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "200", "400", "401", "403", "404", "406", "409", "412", "413", "415", "422", "428", "429",
                        "500", "503");
        assertThat(notes.at("/get/responses").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("200", "304", "400", "401", "403", "404", "406", "429", "500", "503");
        assertThat(notes.at("/put/responses/412/content/application~1problem+json/examples")
                        .has("stale"))
                .isTrue();
    }

    @Test
    void a_summary_is_one_sentence_without_its_stop_and_every_tag_is_described(Tongban tongban) {
        var document = merged(tongban);
        operations(document, (name, operation) -> {
            assertThat(operation.path("summary").asText()).as(name).hasSizeLessThanOrEqualTo(80);
            assertThat(operation.path("summary").asText()).as(name).doesNotMatch("(?s).*[.。]");
            assertThat(document.path("tags"))
                    .as(name)
                    .anyMatch(tag ->
                            tag.path("name").equals(operation.path("tags").path(0))
                                    && !tag.path("description").asText().isBlank());
        });
    }
}
