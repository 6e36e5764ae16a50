package org.tongban.core.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

@TongbanTest
@Tag("CO-3")
class MigrationsTest {
    @Test
    void asks_the_database_once_how_far_a_schema_is_that_waits_for_nothing(Tongban tongban) {
        var migrations = tongban.context().getBean(Migrations.class);
        var modules = tongban.context().getBean(ModuleRegistry.class).modules();
        assertThat(modules).isNotEmpty().allSatisfy(module -> {
            var first = migrations.level(module);
            assertThat(first.pending()).isEmpty();
            assertThat(migrations.level(module)).isSameAs(first);
        });
    }
}
