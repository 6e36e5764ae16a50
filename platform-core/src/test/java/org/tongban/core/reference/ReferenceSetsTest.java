package org.tongban.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Title;

@Tag("CO-70")
class ReferenceSetsTest {
    private final ReferenceSets sets = new ReferenceSets();

    @Test
    void holds_the_sections_and_divisions_of_the_industry_classification() {
        assertThat(sets.list("gbt4754", "", null)).hasSize(20);
        assertThat(sets.list("gbt4754", null, null)).hasSize(117);
        assertThat(sets.title("gbt4754", "39"))
                .contains(new Title(
                        "计算机、通信和其他电子设备制造业", "Manufacture of computers, communication and other electronic equipment"));
    }

    @Test
    void finds_entries_below_a_code_and_by_keyword() {
        assertThat(sets.list("gbt4754", "I", null))
                .extracting(ReferenceEntry::code)
                .containsExactly("63", "64", "65");
        assertThat(sets.list("gbt4754", null, "醫藥"))
                .extracting(ReferenceEntry::code)
                .containsExactly("27");
        assertThat(sets.list("gbt4754", "C", "3")).hasSize(10);
    }

    @Test
    void holds_a_demonstration_of_the_product_classification_over_five_levels() {
        var entries = sets.list("product-category", null, null);
        assertThat(entries).hasSizeGreaterThanOrEqualTo(20).allMatch(ReferenceEntry::demonstration);
        assertThat(entries).extracting(entry -> entry.code().length()).contains(2, 4, 6, 8, 10);
        assertThat(sets.find("product-category", "9802020101").orElseThrow().regulated())
                .isTrue();
    }

    @Test
    void holds_countries_and_the_small_sets_of_the_forms() {
        assertThat(sets.title("country", "CN")).contains(new Title("中国", "China"));
        assertThat(sets.contains("unit-type", "university")).isTrue();
        assertThat(sets.contains("unit-type", "museum")).isFalse();
        assertThat(sets.contains("no-such-set", "university")).isFalse();
    }
}
