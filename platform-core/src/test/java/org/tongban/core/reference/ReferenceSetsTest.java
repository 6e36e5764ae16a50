package org.tongban.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Language;
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
        assertThat(entries).hasSizeGreaterThanOrEqualTo(200).allMatch(ReferenceEntry::demonstration);
        assertThat(entries).anyMatch(ReferenceEntry::certified).anyMatch(entry -> !entry.regulated());
        assertThat(entries).extracting(entry -> entry.code().length()).contains(2, 4, 6, 8, 10);
        assertThat(sets.find("product-category", "9802020101").orElseThrow().regulated())
                .isTrue();
    }

    @Test
    void holds_the_divisions_of_the_country_on_three_levels() {
        assertThat(sets.list("division", "", null)).hasSize(34);
        assertThat(sets.list("division", null, null)).hasSize(34 + 342 + 2852);
        assertThat(sets.list("division", "330200", null))
                .extracting(ReferenceEntry::code)
                .contains("330211");
        assertThat(sets.holds("division", 3, "330211")).isTrue();
        assertThat(sets.holds("division", 2, "330211")).isFalse();
        assertThat(sets.holds("division", 1, "810000")).isTrue();
    }

    @Test
    void keeps_abolished_divisions_by_name_and_offers_none_of_them() {
        assertThat(sets.name("division", "110103", Language.ZH)).isEqualTo("崇文区");
        assertThat(sets.find("division", "110103").orElseThrow().endedOn()).isEqualTo(LocalDate.of(2009, 12, 31));
        assertThat(sets.contains("division", "110103")).isTrue();
        assertThat(sets.holds("division", null, "110103")).isFalse();
        assertThat(sets.list("division", "110100", "崇文")).isEmpty();
        assertThat(sets.set("division").orElseThrow().list(null, null, true)).hasSize(34 + 342 + 2852 + 800);
    }

    @Test
    void shows_a_code_that_no_set_knows_as_it_is() {
        assertThat(sets.name("gbt4754", "39", Language.EN)).startsWith("Manufacture of computers");
        assertThat(sets.name("gbt4754", "ZZ", Language.ZH)).isEqualTo("ZZ");
        assertThat(sets.name("no-such-set", "39", Language.ZH)).isEqualTo("39");
    }

    @Test
    void every_shipped_code_fits_the_shape_of_its_set_and_stands_at_its_level() {
        for (var name : sets.names()) {
            var shape = CodeShape.of(name);
            var set = sets.set(name).orElseThrow();
            for (var entry : set.entries()) {
                assertThat(shape.fits(entry.code())).as(name + " " + entry).isTrue();
                assertThat(shape.levelOf(entry.code())).as(name + " " + entry).isEqualTo(set.level(entry));
            }
        }
    }

    @Test
    void holds_countries_and_the_small_sets_of_the_forms() {
        assertThat(sets.title("country", "CN")).contains(new Title("中国", "China"));
        assertThat(sets.contains("unit-type", "university")).isTrue();
        assertThat(sets.contains("unit-type", "museum")).isFalse();
        assertThat(sets.contains("no-such-set", "university")).isFalse();
    }
}
