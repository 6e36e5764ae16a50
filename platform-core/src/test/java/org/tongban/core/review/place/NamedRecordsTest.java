package org.tongban.core.review.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.page.form.FormField;

/** Officers read what an id in a form stands for (CO-47b). */
@Tag("CO-47b")
class NamedRecordsTest {
    private static final String ONE = "0198a1c0-7b1e-7c3a-9f52-3d1e6a7b8c91";
    private static final String OTHER = "0198a1c0-7b1e-7c3a-9f52-3d1e6a7b8c92";

    private static FormField.Head head(String name) {
        return new FormField.Head("f", name, "专利", "", "", true, "", List.of(), List.of(), "");
    }

    private static FormField line(String value) {
        return new FormField.Line(
                head("/patents/0/patentId"), value, new FormField.Keyboard("text", "text", ""), "", List.of());
    }

    private static FormField shown(String snapshot, FormField field) throws JsonProcessingException {
        var tree = JsonMapper.builder().build().readTree(snapshot.replace('\'', '"'));
        return NamedRecords.of(tree, pointer -> pointer.startsWith("/product"))
                .in(List.of(field))
                .getFirst();
    }

    @Test
    void an_id_is_read_as_the_number_and_title_of_its_fact() throws JsonProcessingException {
        var snapshot = "{'linked': [{'id': '%s', 'title': '一种巡检仪', 'patentNumber': '202121635235.X'}]}".formatted(ONE);
        assertThat(shown(snapshot, line(ONE))).isEqualTo(line("202121635235.X 一种巡检仪"));
        assertThat(shown(snapshot, line(OTHER))).isEqualTo(line(OTHER));
    }

    @Test
    void it_is_so_in_the_entries_of_a_list() throws JsonProcessingException {
        var list = new FormField.Entries(
                head("/patents"), List.of(new FormField.Group(head("/patents/0"), List.of(line(ONE)))), "/patents/1");
        assertThat(shown("{'unit': {'id': '%s', 'name': '示例公司'}}".formatted(ONE), list))
                .isEqualTo(new FormField.Entries(
                        head("/patents"),
                        List.of(new FormField.Group(head("/patents/0"), List.of(line("示例公司")))),
                        "/patents/1"));
    }

    @Test
    void the_records_of_two_submissions_are_read_together() throws JsonProcessingException {
        var mapper = JsonMapper.builder().build();
        var now =
                NamedRecords.of(mapper.readTree("{\"id\": \"%s\", \"name\": \"新名\"}".formatted(ONE)), pointer -> false);
        var before = NamedRecords.of(
                mapper.readTree("[{\"id\": \"%s\", \"name\": \"旧名\"}, {\"id\": \"%s\", \"name\": \"其他\"}]"
                        .formatted(ONE, OTHER)),
                pointer -> false);
        var both = now.and(before);
        assertThat(both.in(ONE)).isEqualTo("新名");
        assertThat(both.in(OTHER)).isEqualTo("其他");
        assertThat(both.in("示例")).isEqualTo("示例");
    }

    @Test
    void what_an_applicant_typed_names_nothing() throws JsonProcessingException {
        var snapshot = "{'product': {'parts': [{'id': '%s', 'title': '冒名'}]}}".formatted(ONE);
        assertThat(shown(snapshot, line(ONE))).isEqualTo(line(ONE));
    }
}
