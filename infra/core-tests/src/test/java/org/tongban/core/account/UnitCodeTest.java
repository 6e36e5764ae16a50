package org.tongban.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Units without a credit code are organisations under another one, and are found by it (ID-9, ID-31). */
@TongbanTest
@Tag("ID-9")
class UnitCodeTest {
    private static final String PROJECT = "X1330211040113985T";

    private final OrganisationDirectory directory;

    UnitCodeTest(Tongban tongban) {
        this.directory = tongban.context().getBean(OrganisationDirectory.class);
    }

    private Organisation registered(UnitCode code, String name) {
        return directory.register(code, name, List.of(), "330000");
    }

    @Test
    void a_project_is_one_organisation_under_its_code_and_keeps_its_data() {
        var first = registered(new UnitCode.Project(PROJECT), "某某路改造工程");
        assertThat(first.code().text()).isEqualTo(PROJECT);
        assertThat(first.uscc()).isNull();
        assertThat(registered(new UnitCode.Project(PROJECT), "另一名称")).isEqualTo(first);
        assertThat(directory.find(first.id())).contains(first);
    }

    @Test
    void a_unit_abroad_is_one_organisation_under_country_and_number() {
        var number = "hrb-" + UUID.randomUUID().toString().substring(0, 8);
        var german = registered(new UnitCode.Foreign("DE", number), "示例有限公司(Beispiel GmbH)");
        var swiss = registered(new UnitCode.Foreign("CH", number), "示例股份公司(Beispiel AG)");
        assertThat(swiss.id()).isNotEqualTo(german.id());
        assertThat(registered(new UnitCode.Foreign("DE", number.toUpperCase(Locale.ROOT)), "其他"))
                .isEqualTo(german);
        assertThat(directory.findByCode(" " + number.replace("-", " "))).containsExactly(german, swiss);
    }

    @Test
    void units_without_any_code_are_never_the_same() {
        var first = registered(new UnitCode.None(), "无编号单位");
        assertThat(registered(new UnitCode.None(), "无编号单位").id()).isNotEqualTo(first.id());
        assertThat(directory.findByCode("")).isEmpty();
    }

    @Test
    @Tag("ID-31")
    void a_unit_is_found_by_credit_code_organisation_code_and_a_number_that_was_told() {
        var found = directory.register("91330108MA27XY2G8T", "海川示例有限公司", List.of(), "330000");
        assertThat(directory.findByCode("91330108ma27xy2g8t")).containsExactly(found);
        assertThat(directory.findByCode("MA27XY2G-8")).containsExactly(found);
        assertThat(directory.findByCode("330108000012345")).isEmpty();
        directory.noteNumber(found.id(), "330108 000012345");
        assertThat(directory.findByCode("330108000012345")).containsExactly(found);
        assertThat(directory.findByCode("MA27XY2G9")).isEmpty();
    }

    @Test
    void of_many_at_once_with_one_code_one_is_registered() throws Exception {
        var code = new UnitCode.Foreign("SG", UUID.randomUUID().toString());
        Callable<UUID> register = () -> registered(code, "同时登记的单位").id();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = new HashSet<UUID>();
            for (var id : threads.invokeAll(Collections.nCopies(16, register))) {
                ids.add(id.get());
            }
            assertThat(ids).hasSize(1);
        }
    }
}
