package org.tongban.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.ServerProcess;

/** The module of the template in the built distribution: the portal shows what it has never heard of. */
@Tag("PO-1")
@Tag("PO-4")
class TemplateInPortalTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("tongban.checkout"));
    private static final String ID = "template-programme";
    private static final String PROPOSALS = "/api/template-programme/v1/proposals";
    private static final String PLATFORM = "/api/platform/v1";
    private static final String NAME = "社区图书角";

    private static Installation installation;
    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        installation = Installation.named("template");
        installation.put(ID, jar());
        server = installation.start(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
        installation.close();
    }

    private static Path jar() throws IOException {
        try (var built = Files.list(CHECKOUT.resolve("infra/module-template/target"))) {
            return built.filter(file -> file.getFileName().toString().matches("tongban-module-template-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Answer page(String path) {
        return ok(server.anonymous().unchecked().with("Accept", "text/html").get(path));
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status() / 100).as(answer.toString()).isEqualTo(2);
        return answer;
    }

    /** The path of an approved proposal. */
    private static String approved(Api organisation) {
        var path = ok(organisation.post(PROPOSALS)).header("Location");
        ok(organisation.with("If-Match", organisation.get(path).etag()).put(path, Api.json("""
            {'name': '%s', 'summary': '由志愿者管理。', 'firstYear': 2027, 'lastYear': 2028, 'remark': '只给审核人员看'}
            """.formatted(NAME))));
        ok(organisation.post(path + "/submit"));
        var reviewer = server.as("template-programme-reviewer");
        var open = ok(reviewer.get(PLATFORM + "/reviews?state=open")).json().at("/items/0/id");
        var review = PLATFORM + "/reviews/" + open.asText();
        ok(reviewer.post(review + "/claim"));
        ok(reviewer.post(
                review + "/decision", Checklists.ticked(reviewer, review, Api.json("{'decision': 'approve'}"))));
        return path;
    }

    @Test
    @Tag("PO-6")
    void its_collection_is_searched_its_records_shown_and_its_form_handed_in() {
        var organisation = server.as("template-programme-a");
        var path = approved(organisation);
        var id = path.substring(path.lastIndexOf('/') + 1);

        assertThat(page("/").text()).contains("模板事项", "已通过的申请", "对申请的意见");
        assertSearched(id);
        var form = "/forms/template-programme/comment?subject=" + id;
        assertShown(id, form);
        assertListed(id);
        comment(form);

        assertThat(ok(organisation.get(path + "/comments"))
                        .json()
                        .at("/items/0/text")
                        .asText())
                .isEqualTo("周末能否开放？");
    }

    private static void assertSearched(String id) {
        var asked = URLEncoder.encode("圖書", StandardCharsets.UTF_8);
        var anyone = server.anonymous();
        var found = ok(anyone.get(PLATFORM + "/public/proposals?count=true&q=" + asked))
                .json();
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0/id").asText()).isEqualTo(id);
        assertThat(ok(anyone.get(PLATFORM + "/public/proposals/" + id)).text())
                .contains("由志愿者管理。")
                .doesNotContain("只给审核人员看");
        assertThat(page("/search?collection=proposals&q=" + asked).text())
                .contains("<mark>图书</mark>", "/proposals/" + id);
        assertThat(page("/search?collection=proposals&lang=en&q=nothing-of-it").text())
                .contains("Approved proposals")
                .doesNotContain("/proposals/" + id);
    }

    private static void assertShown(String id, String form) {
        assertThat(page("/proposals/" + id).text().replace("&#x3D;", "="))
                .contains(NAME, "由志愿者管理。", "2027–2028", "我要提意见", form)
                .doesNotContain("只给审核人员看");
        assertThat(page("/proposals/" + id + "?lang=en").text()).contains("Comment", "Summary");
    }

    private static void assertListed(String id) {
        var engine = server.anonymous().unchecked().with("Accept", "application/xml");
        assertThat(ok(engine.get("/sitemap.xml")).text()).contains("/sitemaps/proposals/first.xml</loc>");
        assertThat(ok(engine.get("/sitemaps/proposals/first.xml")).text()).contains("/proposals/" + id + "</loc>");
    }

    /** From the rules to the receipt, and the receipt followed, in a browser without script. */
    private static void comment(String path) {
        var form = new PortalForm(server);
        var action = path.substring(0, path.indexOf('?'));
        assertThat(ok(form.open(path)).text()).contains("申请单位可以看到您写的内容。", NAME);
        assertThat(ok(form.open(path + "&step=fields")).text()).contains("意见内容");
        assertThat(form.type("go", "next").send(action).text()).contains("error-summary", "href=\"#f-text\"");
        assertThat(ok(form.type("/text", "周末能否开放？").type("go", "next").send(action))
                        .text())
                .contains("周末能否开放？", "/picture\"");
        var receipt = ok(form.solve().send(action + "/submission")).text();
        var told = Pattern.compile("<dd><strong>([^<]+)</strong></dd>")
                .matcher(receipt)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(told).as(receipt).hasSize(2);
        assertThat(told.getFirst()).startsWith("TP");

        var follow = new PortalForm(server);
        ok(follow.open("/follow"));
        follow.type("receipt", told.getFirst()).type("code", told.getLast());
        assertThat(ok(follow.send("/follow")).text()).contains("已收到", "申请单位可以看到您的意见。");
        ok(follow.open("/follow"));
        follow.type("receipt", told.getFirst()).type("code", "guessed");
        assertThat(follow.send("/follow").status()).isEqualTo(404);
    }

    @Test
    void nothing_in_the_portal_names_it() throws IOException {
        try (var sources = Files.walk(CHECKOUT.resolve("module-public-portal/src/main"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(source, StandardCharsets.ISO_8859_1))
                        .as(source.toString())
                        .doesNotContainIgnoringCase("proposal", ID);
            }
        }
    }
}
