package org.tongban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the search page offers where nothing was found, and what its box has for the script. */
@Tag("PF-70")
class NearSearchesTest {
    private static final Pattern LEAD = Pattern.compile("<li><a href=\"([^\"]*)\">去掉筛选条件");

    private static PortalServer server;

    @BeforeAll
    static void start() {
        server = new PortalServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String search(String text, String more) throws IOException, InterruptedException {
        return server.read("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more)
                .body();
    }

    @Test
    void the_same_without_filters_is_offered_with_its_number() throws Exception {
        var page = search("智能电能表", "&state=in-publicity&lang=zh");
        assertThat(page).contains("没有符合条件的结果", "去掉筛选条件（共 5 项）");

        var lead = LEAD.matcher(page);
        assertThat(lead.find()).isTrue();
        var href = lead.group(1).replace("&#x3D;", "=").replace("&amp;", "&");
        assertThat(href).contains("lang=zh").doesNotContain("state");
        assertThat(server.read(href).body()).contains("共 5 项");
    }

    @Test
    void parts_that_are_found_are_offered_and_others_not() throws Exception {
        assertThat(search("电能表 不存在", "")).contains("查询“电能表”（共 5 项）").doesNotContain("查询“不存在”");
        assertThat(search("电能表厂", "")).contains("查询“电能表”（共 5 项）");
        assertThat(search("不存在的东西", "")).contains("没有符合条件的结果").doesNotContain("也可以看看");
    }

    @Test
    void a_name_of_the_same_sound_is_offered() throws Exception {
        assertThat(search("智能电能标", "")).contains("名称相近：智能电能表");
    }

    @Test
    void a_part_is_shown_as_text() throws Exception {
        assertThat(search("<b>电</b> 电能表", "")).doesNotContain("<b>电</b>");
    }

    @Test
    @Tag("PO-2")
    void the_box_names_its_collection_for_the_script_and_works_without() throws Exception {
        for (var path : new String[] {"/", "/search"}) {
            var page = server.read(path).body();
            assertThat(page)
                    .contains(
                            "data-suggest=\"products\"", "data-suggest-label=\"相关名称\"", "<script src=\"/assets/search.")
                    .contains("name=\"q\"", "type=\"submit\"")
                    .doesNotContain("role=\"combobox\"");
        }
    }
}
