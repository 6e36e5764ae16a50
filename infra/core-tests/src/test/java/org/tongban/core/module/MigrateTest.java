package org.tongban.core.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Rows;

/** Upgrades that do not go through leave the database as it was (CO-5). */
@TongbanTest
@Tag("CO-5")
class MigrateTest {
    private static OwnerDatabase owner(Tongban tongban) {
        var environment = tongban.servers().environment();
        return new OwnerDatabase(
                environment.get("DATABASE_URL"),
                environment.get("DATABASE_OWNER_USER"),
                environment.get("DATABASE_OWNER_PASSWORD"),
                environment.get("DATABASE_USER"));
    }

    private static ModuleDescriptor module(String id, String version) {
        return new ModuleDescriptor(
                id, version, new Title("试", "Try"), "org.tongban." + id, id, id, null, Map.of(), false, null);
    }

    private static List<Installed> installed(String id, String version) {
        return List.of(new Installed(module(id, version), new PlatformModule() {}));
    }

    @Test
    void refuses_a_module_older_than_the_database_has_had(Tongban tongban) {
        var owner = owner(tongban);
        owner.migrate(module("elder", "0.9.0"));
        owner.migrate(module("elder", "0.10.0"));

        assertThatThrownBy(() -> owner.refuseOlder(installed("elder", "0.9.1")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("Found the module “elder” 0.9.1, but the database has had 0.10.0: put that version or a"
                        + " later one back, or restore the database from before the upgrade.");
        assertThatCode(() -> owner.refuseOlder(installed("elder", "0.10.0"))).doesNotThrowAnyException();
        assertThatCode(() -> owner.refuseOlder(installed("elder", "1.0"))).doesNotThrowAnyException();
        assertThat(Rows.of(
                        tongban,
                        "select version, first_migrated_at < last_migrated_at as moved from core.module"
                                + " where id = 'elder'"))
                .containsExactly(Map.of("version", "0.10.0", "moved", true));
    }

    @Test
    void when_a_migration_breaks_those_before_it_are_undone_too(Tongban tongban) {
        var owner = owner(tongban);

        assertThatThrownBy(() -> owner.migrate(module("brittle", "0.1.0")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The migration of the module “brittle” failed");
        assertThat(Rows.of(
                        tongban,
                        "select tablename from pg_tables where schemaname = 'brittle'"
                                + " and tablename <> 'migration_history'"))
                .isEmpty();
        assertThat(Rows.of(tongban, "select id from core.module where id = 'brittle'"))
                .isEmpty();
        assertThatThrownBy(() -> owner.migrate(module("brittle", "0.1.1")))
                .as("the history keeps nothing of it, so the same migrations are tried again")
                .hasMessageContaining("break");
    }

    @Test
    void of_two_migrations_at_once_one_waits_for_the_other(Tongban tongban) throws Exception {
        var order = new ConcurrentLinkedQueue<String>();
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> owner(tongban).alone(() -> {
                begun.countDown();
                awaitOpen(go);
                order.add("first");
            }));
            begun.await();
            var second = threads.submit(() -> owner(tongban).alone(() -> order.add("second")));
            await().until(() ->
                    Rows.count(tongban, "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            > 0);
            go.countDown();
            first.get();
            second.get();
        }
        assertThat(order).containsExactly("first", "second");
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_application_reads_which_modules_the_database_has_had_and_writes_nothing_there(Tongban tongban) {
        assertThat(Rows.of(tongban, "select version from core.module where id = 'trial'"))
                .containsExactly(Map.of("version", "1.2.3"));
        assertThat(Rows.of(
                        tongban,
                        "select has_table_privilege('core.module', 'insert') or"
                                + " has_table_privilege('core.module', 'update') or"
                                + " has_table_privilege('core.module', 'delete') as writes"))
                .containsExactly(Map.of("writes", false));
    }
}
