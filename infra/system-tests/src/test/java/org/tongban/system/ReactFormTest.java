package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.form.Forms;
import org.tongban.core.form.RegisteredForm;
import org.tongban.core.web.Violation;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A form in a browser, shown and checked by react-jsonschema-form with what the server publishes, and by the server. */
@TongbanTest
@Tag("CO-30")
@Tag("CO-31")
class ReactFormTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path TARGET = OutsideTool.NPM.resolve("target");
    private static final Pattern RESULT = Pattern.compile("<pre id=\"result\">([^<]+)</pre>");
    private static final Set<String> WRONG = new TreeSet<>(Set.of(
            "/barcode",
            "/contributionExplanation",
            "/firstProductionYear",
            "/grossMargin",
            "/model",
            "/name",
            "/purposeOther",
            "/sales"));

    @Test
    void a_portal_of_react_jsonschema_form_and_the_server_say_the_same(Tongban tongban) throws Exception {
        var node = OutsideTool.node();
        var browser = OutsideTool.browser();
        var forms = tongban.context().getBean(Forms.class);
        var form = forms.find("product-filing/product@1").orElseThrow();
        bundle(tongban, node);

        var told = shown(browser, page(form));

        assertThat(told.path("failure").asText("")).isEmpty();
        assertThat(told.path("console")).isEmpty();
        assertThat(texts(told.path("labels"))).contains("产品名称", "备案目的", "认定", "许可费率", "声明");
        assertThat(told.at("/wrong/accepted").asBoolean(true)).isFalse();
        assertThat(told.at("/wrong/shown").asInt()).isGreaterThanOrEqualTo(WRONG.size());
        assertThat(texts(told.at("/wrong/pointers"))).isEqualTo(WRONG).isEqualTo(verdict(forms, form, told, "/wrong"));
        assertThat(told.at("/right/accepted").asBoolean(false)).isTrue();
        assertThat(verdict(forms, form, told, "/right")).isEmpty();
    }

    private static void bundle(Tongban tongban, String node) throws Exception {
        Files.createDirectories(TARGET);
        Files.write(
                TARGET.resolve("vocabulary.mjs"),
                tongban.anonymous().get("/assets/vocabulary.js").body());
        OutsideTool.run(
                Map.of(),
                List.of(
                        node,
                        "node_modules/esbuild/bin/esbuild",
                        "rjsf.mjs",
                        "--bundle",
                        "--format=iife",
                        "--alias:vocabulary=./target/vocabulary.mjs",
                        "--define:process.env.NODE_ENV=\"production\"",
                        "--outfile=target/rjsf.js",
                        "--log-level=warning"));
    }

    /** The page of the portal: what it fetched from the server, and what its user will fill in. */
    private static Path page(RegisteredForm form) throws Exception {
        var right = ((ObjectNode) form.example().deepCopy()).put("barcode", "6901234567892");
        var wrong = right.deepCopy()
                .put("barcode", "6901234567890")
                .put("name", "x")
                .put("grossMargin", "101")
                .put("firstProductionYear", 1800)
                .put("contributionMethod", "own-calculation");
        wrong.putArray("purposes").add("other");
        wrong.remove(List.of("model", "sales"));
        var input = MAPPER.createObjectNode();
        input.set("schema", form.submit().source());
        input.set("ui", form.ui());
        input.set("wrong", wrong);
        input.set("right", right);
        var page = TARGET.resolve("rjsf.html");
        Files.writeString(page, """
            <!DOCTYPE html>
            <html lang="zh"><meta charset="utf-8"><title>Form</title><div id="root"></div>
            <script id="input" type="application/json">%s</script>
            <script src="rjsf.js"></script></html>
            """.formatted(input.toString().replace("</", "<\\/")));
        return page;
    }

    private static JsonNode shown(String browser, Path page) throws Exception {
        var printed = OutsideTool.drawn(browser, page.toUri().toString(), Duration.ofMinutes(1));
        var result = RESULT.matcher(printed);
        assertThat(result.find()).as(printed).isTrue();
        return MAPPER.readTree(Base64.getDecoder().decode(result.group(1)));
    }

    /** The server's verdict on what stood in the form. */
    private static Set<String> verdict(Forms forms, RegisteredForm form, JsonNode told, String turn) {
        var document = forms.normalise(form.definition().id(), told.at(turn + "/document"));
        assertThat(document.size()).isGreaterThan(10);
        return form.submit().check(document).stream()
                .map(Violation::pointer)
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(TreeSet::new, Set::add, Set::addAll);
    }
}
