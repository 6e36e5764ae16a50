package org.tongban.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Browser;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;

/** Sections are drawn from what modules declare, and done by the operations of the API (CO-47b). */
@TongbanTest
@Tag("CO-47b")
class ConsoleSectionTest {
    private static final String NOTICES = "/console/sections/platform.notices";
    private static final String WRITE = NOTICES + "/-/writeNotice";
    private static final String EDITOR = "notice-editor";

    private final Tongban tongban;
    private final Browser editor;

    ConsoleSectionTest(Tongban tongban) {
        this.tongban = tongban;
        this.editor = Browsers.of(tongban, People.staff(tongban, EDITOR));
    }

    private static Map<String, String> notice(String title) {
        return Map.of(
                "/module", "platform",
                "/zh/title", title,
                "/zh/text", "自12月1日起受理。",
                "/shownFrom", "2026-11-01",
                "/pinned", "false");
    }

    private String written(String title) {
        editor.get(WRITE);
        var answer = editor.post(WRITE, notice(title));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        return answer.header("Location").split("\\?", 2)[0];
    }

    private static String shown(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.text();
    }

    @Test
    @Tag("CO-34b")
    void a_notice_is_written_changed_and_published_by_another() {
        var page = written("工作台公告 <甲>");
        assertThat(shown(editor.get(page))).contains("工作台公告 &lt;甲&gt;", "草稿", "自12月1日起受理。");
        assertThat(shown(editor.get(NOTICES + "?state=draft"))).contains("工作台公告 &lt;甲&gt;");

        var form = shown(editor.get(page + "/changeNotice"));
        assertThat(form).contains("value=\"工作台公告 &lt;甲&gt;\"");
        var match = form.split("name=\"if-match\" value=\"", 2)[1].split("\"", 2)[0].replace("&quot;", "\"");
        var changed = new HashMap<>(notice("工作台公告乙"));
        changed.put("if-match", match);
        assertThat(editor.post(page + "/changeNotice", changed).status()).isEqualTo(303);
        var stale = editor.post(page + "/changeNotice", changed);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("value=\"工作台公告乙\"");

        var own = editor.post(page + "/publishNotice", Map.of());
        assertThat(own.status()).as(own.toString()).isEqualTo(409);
        assertThat(own.text()).contains("工作台公告乙", "error-summary");
        var other = Browsers.of(tongban, People.staff(tongban, EDITOR));
        other.get(page);
        assertThat(other.post(page + "/publishNotice", Map.of()).header("Location"))
                .isEqualTo(page + "?done=publishNotice");
        assertThat(shown(other.get(page + "?done=publishNotice"))).contains("“发布”已完成。", "已发布");
        assertThat(shown(other.get(page))).doesNotContain("/publishNotice", "/changeNotice");
    }

    @Test
    void what_is_done_is_recorded_as_the_operation_records_it() {
        var id = written("工作台公告丙").replace(NOTICES + "/", "");
        var records = tongban.as("auditor")
                .get("/api/platform/v1/audit?subject=" + id)
                .json()
                .path("items");
        assertThat(records.findValuesAsText("action")).containsExactly("platform.notice.write");
    }

    @Test
    void a_wrong_body_is_told_at_its_controls_and_nothing_is_lost() {
        editor.get(WRITE);
        var fields = new HashMap<>(notice("工作台公告丁"));
        fields.put("/shownFrom", "十二月一日");
        fields.remove("/zh/text");
        fields.put("/unknown", "不该有的");
        var refused = editor.post(WRITE, fields);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.text())
                .contains("value=\"工作台公告丁\"", "value=\"十二月一日\"", "href=\"#f-shownFrom\"", "href=\"#f-zh-text\"")
                .doesNotContain("不该有的");
    }

    @Test
    void a_section_exists_for_whoever_may_do_anything_in_it() {
        var reviewer = Browser.of(tongban, "reviewer");
        assertThat(reviewer.get(NOTICES).status()).isEqualTo(404);
        assertThat(reviewer.get(NOTICES + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(reviewer.get(WRITE).status()).isEqualTo(404);
        assertThat(reviewer.post(WRITE, notice("不该有的公告")).status()).isEqualTo(404);
        assertThat(reviewer.get("/console/jobs").text()).doesNotContain("platform.notices", "platform.downloads");
        assertThat(editor.get("/console/sections/platform.downloads").status()).isEqualTo(404);
        assertThat(shown(editor.get(NOTICES))).contains("撰写公告");
        assertThat(editor.get(NOTICES + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(editor.get(NOTICES + "/nonsense").status()).isEqualTo(404);
        assertThat(editor.get(NOTICES + "/a~b").status()).isEqualTo(404);
        assertThat(editor.get("/console/sections/platform.unknown").status()).isEqualTo(404);
        assertThat(new Browser(tongban).get(NOTICES).status()).isEqualTo(303);
    }

    @Test
    @Tag("CO-11")
    void a_page_of_a_list_goes_on_where_it_ended_and_in_no_other_list() {
        var staff = People.staff(tongban, EDITOR);
        var browser = Browsers.of(tongban, staff);
        for (int i = 0; i < 26; i++) {
            assertThat(staff.api()
                            .post(
                                    "/api/platform/v1/notices",
                                    Api.json("{'module': 'platform', 'zh': {'title': '翻页公告 %d', 'text': '一'},"
                                                    .formatted(i)
                                            + " 'shownFrom': '2026-11-01', 'pinned': false}"))
                            .status())
                    .isEqualTo(201);
        }
        var drafts = NOTICES + "?state=draft";
        var next = Browsers.next(shown(browser.get(drafts)));
        assertThat(next).contains("state=draft", "cursor=");
        assertThat(shown(browser.get(next))).contains("翻页公告 0<").doesNotContain("翻页公告 25<");
        assertThat(shown(browser.get(next + "&lang=en"))).contains("翻页公告 0<");
        for (var other : List.of(
                next.replace("state=draft", "state=published"),
                next.replace("&state=draft", ""),
                "/console/jobs?" + next.split("\\?", 2)[1])) {
            assertThat(browser.get(other).status()).as(other).isEqualTo(400);
        }
    }

    @Test
    void a_form_of_another_site_does_nothing() {
        editor.get(WRITE);
        var fields = new HashMap<>(notice("别处的公告"));
        fields.put("token", editor.cookies().getOrDefault("tongban-console-form", ""));
        assertThat(editor.send(WRITE, fields, "https://elsewhere.example").status())
                .isEqualTo(403);
        fields.put("token", "forged");
        assertThat(editor.send(WRITE, fields, tongban.address().toString()).status())
                .isEqualTo(403);
        assertThat(shown(editor.get(NOTICES))).doesNotContain("别处的公告");
    }

    @Test
    @Tag("CO-34")
    @Tag("CO-34b")
    void files_go_along_with_the_form_and_stay_when_it_is_refused() {
        var form = shown(editor.get(WRITE));
        assertThat(form).contains("enctype=\"multipart/form-data\"", "action=\"" + WRITE + "/files\"");
        var fields = new HashMap<>(notice("附件公告"));
        var pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
        fields.remove("/zh/text");
        var refused = editor.post(WRITE + "/files", fields, "/files", "附件.pdf", pdf);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.text()).contains("value=\"附件公告\"", "href=\"#f-zh-text\"");
        var file = refused.text().split("name=\"/files\" value=\"", 2)[1].split("\"", 2)[0];
        fields.put("/zh/text", "见附件。");
        fields.put("/files", file);
        var written = editor.post(WRITE + "/files", fields, "/ignored", "", new byte[0]);
        assertThat(written.status()).as(written.toString()).isEqualTo(303);
        assertThat(shown(editor.get(written.header("Location").split("\\?", 2)[0])))
                .contains("/console/files/" + file);

        var wrong = editor.post(WRITE + "/files", notice("错附件"), "/files", "附件.exe", new byte[] {'M', 'Z', 0, 1});
        assertThat(wrong.status()).as(wrong.toString()).isBetween(400, 422);
        assertThat(wrong.text()).contains("href=\"#f-files\"", "value=\"错附件\"");
        var elsewhere = editor.post(WRITE + "/files", notice("别处"), "/zh/title", "附件.pdf", pdf);
        assertThat(elsewhere.status()).isBetween(400, 422);
        assertThat(shown(editor.get(NOTICES))).doesNotContain("别处");
    }

    @Test
    @Tag("CO-34")
    void downloads_are_listed_with_their_versions() {
        var admin = Browser.of(tongban, "admin");
        assertThat(shown(admin.get("/console/sections/platform.downloads"))).contains("下载资料");
        assertThat(shown(admin.get("/console/sections/platform.downloads?lang=en")))
                .contains("Downloads");
    }
}
