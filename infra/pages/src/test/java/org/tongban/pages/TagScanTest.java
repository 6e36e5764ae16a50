package org.tongban.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongban.checks.SourceFile;

/** Tags are found where they stand, and one that is no rule's is refused. */
class TagScanTest {
    private static final String PATH = "module-sme/src/test/java/org/tongban/sme/ReportTest.java";

    private static SourceFile source(String text) {
        return new SourceFile(PATH, text);
    }

    @Test
    void a_class_and_a_test_carry_their_own_tags() {
        var found = TagScan.of(List.of(source("""
            @Tag("SM-11")
            class ReportTest {
                @Test
                @Tag("SM-13")
                @Tag("CO-12")
                void is_saved() {}

                @org.junit.jupiter.api.Tag("SM-14")
                static class Hints {}
            }
            """)));
        assertThat(found).containsOnlyKeys("CO-12", "SM-11", "SM-13", "SM-14");
        assertThat(found.get("SM-11")).containsExactly(new TaggedTest(PATH, "ReportTest", null));
        assertThat(found.get("SM-13")).containsExactly(new TaggedTest(PATH, "ReportTest", "is_saved"));
        assertThat(found.get("SM-14")).containsExactly(new TaggedTest(PATH, "ReportTest.Hints", null));
    }

    @Test
    void a_tag_in_a_text_is_none() {
        assertThat(TagScan.of(List.of(source("class T { String text = \"@Tag(\\\"SM-1\\\")\"; } // @Tag(\"SM-2\")"))))
                .isEmpty();
    }

    @Test
    void a_tag_of_no_rule_is_refused_with_its_place() {
        var rules = RuleTitles.read("# SM Enterprises\nSM-1 preset accounts\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RulesPage(rules, List.of(source("@Tag(\"SM-99\") class ReportTest {}"))))
                .withMessageContainingAll("SM-99", PATH);
    }

    @Test
    void a_rule_without_a_test_is_shown_as_such() {
        var rules = RuleTitles.read("A remark\n\n# SM Enterprises\nSM-1 preset accounts\nSM-2 information\n");
        var page = new RulesPage(rules, List.of(source("@Tag(\"SM-2\") class ReportTest {}"))).text();
        assertThat(page)
                .contains(
                        "| SM-1 | preset accounts | not yet |",
                        "| SM-2 | information | [ReportTest](../" + PATH + ") |")
                .contains("2 rules, 1 with tests, 1 not yet");
    }

    @Test
    void a_list_with_a_line_that_is_no_rule_or_a_rule_twice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleTitles.read("# SM Enterprises\nSM1 preset accounts\n"))
                .withMessageContaining("SM1 preset");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleTitles.read("# SM Enterprises\nSM-1 a\nSM-1 b\n"))
                .withMessageContaining("SM-1 twice");
    }
}
